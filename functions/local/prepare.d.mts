export function newest(path: string): number;
export function needsInstall(root: string): boolean;
export function needsBuild(root: string): boolean;
