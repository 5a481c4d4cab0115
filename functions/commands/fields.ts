import { elements } from '#procedures/definition/elements.ts';
import { counts } from '#procedures/redesign/count.ts';
import { COUNTING_RULES, countingRule } from '#procedures/redesign/counting-rules.ts';
import { type Command, CommandError, readWords } from './command.ts';
import { definitionAt } from './definition.ts';

const usage = 'fields TỆP [--rule v1] [--json]';

/** Every field with its id and label, whether it counts, and why. */
export const fields: Command = {
  usage,
  summary: 'liệt kê các trường, trường nào được tính và vì sao',
  help: `  --rule MÃ   quy tắc đếm (${COUNTING_RULES.map((rule) => rule.id).join(', ')}); mặc định v1\n  --json      in dạng JSON`,
  run: async (words) => {
    const { values, files } = readWords(
      words,
      { rule: { type: 'string', default: 'v1' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
      usage,
    );
    const rule = countingRule(values.rule);
    if (!rule) throw new CommandError(`Không có quy tắc đếm “${values.rule}”.`);
    const [file = ''] = files;
    const rows = elements(await definitionAt(file)).flatMap(({ field, form }) =>
      field ? [{ id: field.id, label: field.label, form: form?.id, section: field.section, ...counts(field, rule) }] : [],
    );
    if (values.json) console.log(JSON.stringify(rows, null, 2));
    else for (const row of rows) console.log(`${row.counts ? '1' : '·'} ${row.id.padEnd(44)} ${row.label} (${row.why})`);
    return 0;
  },
};
