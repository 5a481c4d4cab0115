import type { Command } from './command.ts';
import { readWords } from './command.ts';
import { issueLines, readDefinitionAt } from './definition.ts';

const usage = 'validate TỆP…';

/** Every mistake of every file, in one pass; exit 1 if there is any. */
export const validate: Command = {
  usage,
  summary: 'kiểm tra tệp định nghĩa thủ tục, nêu mọi lỗi',
  help: '  --json   in kết quả dạng JSON\n\nKết thúc với mã 1 nếu có lỗi.',
  run: async (words) => {
    const { values, files } = readWords(words, { json: { type: 'boolean' } }, { least: 1, most: 10_000 }, usage);
    const results = await Promise.all(files.map(async (file) => ({ file, read: await readDefinitionAt(file) })));
    const refused = results.flatMap(({ file, read }) => (read.ok ? [] : [{ file, issues: read.issues }]));
    if (values.json) {
      console.log(
        JSON.stringify(
          results.map(({ file, read }) => ({ file, ok: read.ok, issues: read.ok ? [] : read.issues })),
          null,
          2,
        ),
      );
    } else {
      for (const { file, issues } of refused) console.error(issueLines(file, issues));
      console.log(`${files.length - refused.length}/${files.length} tệp hợp lệ`);
    }
    return refused.length > 0 ? 1 : 0;
  },
};
