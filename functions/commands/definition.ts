// Reads a definition named on the command line.
import { fileURLToPath } from 'node:url';
import type { Issue } from '#procedures/definition/issue.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { readDefinitionFile } from '#functions/local/definition-files.ts';
import { CommandError } from './command.ts';

/** The folder of the definitions that Tinh Gọn ships. */
export const SHIPPED = fileURLToPath(new URL('../../procedures/definitions', import.meta.url));

/** The definition in `file`, with the forms shared beside it. */
export const readDefinitionAt = (file: string) => readDefinitionFile(file, SHIPPED);

/** As `readDefinitionAt`; @throws CommandError listing every issue. */
export async function definitionAt(file: string): Promise<Procedure> {
  const read = await readDefinitionAt(file);
  if (!read.ok) throw new CommandError(issueLines(file, read.issues));
  return read.procedure;
}

/** One line an issue: where, what, how to mend. */
export function issueLines(file: string, issues: readonly Issue[]): string {
  return [`${file}: ${issues.length} lỗi`, ...issues.map(({ path, message }) => `  ${path === '' ? 'tệp' : path}: ${message}`)].join('\n');
}
