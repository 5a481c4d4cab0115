// What a command of `tinhgon` is, and how it reads its words.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

export interface Command {
  usage: string;
  /** One line. */
  summary: string;
  help: string;
  /** Returns the exit status. */
  run: (words: readonly string[]) => Promise<number>;
}

/** A command was called wrongly or cannot go on; the message is for the person at the terminal, in Vietnamese. */
export class CommandError extends Error {}

/**
 * The options and the files named on the command line.
 * @throws CommandError for an unknown option, or fewer or more files than the command takes.
 */
export function readWords<Options extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Options,
  files: { least: number; most: number },
  usage: string,
) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (positionals.length < files.least || positionals.length > files.most) throw new CommandError(`Cách dùng: tinhgon ${usage}`);
    return { values, files: positionals };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`Có tùy chọn sai hoặc thiếu giá trị.\nCách dùng: tinhgon ${usage}`, { cause: error });
  }
}
