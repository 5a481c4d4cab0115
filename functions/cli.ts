#!/usr/bin/env node
// `tinhgon`: the rules of the workspace on the command line.
import { CommandError } from './commands/command.ts';
import { difference } from './commands/difference.ts';
import { fields } from './commands/fields.ts';
import { measure } from './commands/measure.ts';
import { recount } from './commands/recount.ts';
import { seed } from './commands/seed.ts';
import { validate } from './commands/validate.ts';

const COMMANDS = { validate, measure, difference, fields, seed, recount };

const USAGE = `tinhgon: quy tắc của Tinh Gọn trên dòng lệnh

${Object.values(COMMANDS)
  .map((command) => `  ${command.usage.padEnd(74)} ${command.summary}`)
  .join('\n')}

  tinhgon LỆNH --help cho biết cách dùng từng lệnh.`;

async function main([name, ...words]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(USAGE);
    return name === undefined ? 1 : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) throw new CommandError(`Không có lệnh “${name}”.\n\n${USAGE}`);
  const command = COMMANDS[name as keyof typeof COMMANDS];
  if (words.includes('--help') || words.includes('-h')) {
    console.log(`tinhgon ${command.usage}\n\n${command.summary}\n\n${command.help}`);
    return 0;
  }
  return command.run(words);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
