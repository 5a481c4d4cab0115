export function needsInstall(root: string): boolean;
export function needsBuild(root: string): boolean;
