// `npm run bench`: every figure is a ratio or a count from this one run, for times alone say little on a machine one does not know.
// `npm run bench -- cold save units many` chooses; `--strict` makes a figure over its bar an error.
import { coldStart } from './cold-start.ts';
import { type Line, sentence, table } from './report.ts';
import { manyPeople } from './many-people.ts';
import { saveAndRead } from './save-and-read.ts';
import { units } from './units.ts';

const BENCHES: Record<string, () => Promise<Line[]>> = { cold: coldStart, save: saveAndRead, units, many: manyPeople };

const words = new Set(process.argv.slice(2));
const chosen = Object.keys(BENCHES).filter((name) => words.has(name));
const lines: Line[] = [];
for (const name of chosen.length > 0 ? chosen : Object.keys(BENCHES)) {
  const measured = (await BENCHES[name]?.()) ?? [];
  for (const line of measured) console.log(sentence(line));
  lines.push(...measured);
}
console.log(`\n${table(lines)}`);
if (words.has('--strict') && lines.some((line) => !line.ok)) process.exitCode = 1;
