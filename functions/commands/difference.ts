import { difference as differenceOf } from '#procedures/definition/difference.ts';
import { changeSentences } from '#procedures/text/sentences.ts';
import { type Command, readWords } from './command.ts';
import { definitionAt } from './definition.ts';

const usage = 'difference TỆP_A TỆP_B [--json]';

/** What changed from one definition to another, in sentences, matched by stable id. */
export const difference: Command = {
  usage,
  summary: 'nêu khác biệt giữa hai định nghĩa bằng câu tiếng Việt',
  help: '  --json   in từng thay đổi có kiểu dạng JSON',
  run: async (words) => {
    const { values, files } = readWords(words, { json: { type: 'boolean' } }, { least: 2, most: 2 }, usage);
    const [before = '', after = ''] = files;
    const changes = differenceOf(await definitionAt(before), await definitionAt(after));
    if (values.json) console.log(JSON.stringify(changes, null, 2));
    else console.log(changes.length === 0 ? 'Không có khác biệt.' : changeSentences(changes).join('\n'));
    return 0;
  },
};
