import { issuesOf } from '#procedures/definition/issue-messages.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { Mark, Marks } from '#procedures/redesign/mark.ts';
import { redesignGaps } from '#procedures/redesign/completeness.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { COUNTING_RULES, countingRule } from '#procedures/redesign/counting-rules.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import { refusals } from '#procedures/redesign/guards.ts';
import { measure as measureRedesign } from '#procedures/redesign/measure.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import { formatPercent, formatPercentNumber } from '#procedures/text/number.ts';
import { readJson } from '#functions/local/definition-files.ts';
import { type Command, CommandError, readWords } from './command.ts';
import { definitionAt, issueLines } from './definition.ts';

const usage = 'measure TỆP [--marks TỆP] [--rule v1] [--target 20] [--json]';
const OPTIONS = {
  marks: { type: 'string' },
  rule: { type: 'string', default: 'v1' },
  target: { type: 'string', default: '20' },
  json: { type: 'boolean' },
} as const;

/** Before, after, exact cut and target test of a definition under marks. */
export const measure: Command = {
  usage,
  summary: 'đo tỷ lệ cắt giảm thông tin phải khai',
  help: `  --marks TỆP   đề xuất dạng JSON: {"<mã trường>": {"treatment": "remove" | "retrieve" | …, …}, …}
  --rule MÃ     quy tắc đếm (${COUNTING_RULES.map((rule) => rule.id).join(', ')}); mặc định v1
  --target SỐ   chỉ tiêu, phần trăm; mặc định 20
  --json        in kết quả dạng JSON`,
  run: async (words) => {
    const { values, files } = readWords(words, OPTIONS, { least: 1, most: 1 }, usage);
    const [file = ''] = files;
    const procedure = await definitionAt(file);
    const rule = ruleNamed(values.rule);
    const marks = values.marks === undefined ? {} : await marksAt(values.marks, procedure);
    const result = resultOf(procedure, marks, rule, thresholdOf(values.target));
    console.log(values.json ? JSON.stringify(result, null, 2) : inWords(result));
    return 0;
  },
};

type Result = ReturnType<typeof resultOf>;

function resultOf(procedure: Procedure, marks: Marks, rule: CountingRule, threshold: number) {
  const { before, after, added, cut, meets, missing } = measureRedesign(procedure, marks, [], rule, threshold);
  return {
    procedure: procedure.id,
    rule: rule.id,
    before,
    after,
    added,
    cut,
    percent: formatPercentNumber(cut),
    target: threshold / 100,
    meets,
    missing,
    incomplete: redesignGaps(procedure, marks, [], { registers: REGISTERS, grounds: GROUNDS }),
  };
}

function inWords(result: Result): string {
  const { before, after, cut, meets, missing, incomplete } = result;
  const verdict = meets ? 'đạt' : `chưa đạt, còn thiếu ${missing} mục`;
  return [
    `${after}/${before} còn khai · cắt ${cut.numerator}/${cut.denominator} = ${formatPercent(cut)} · ${verdict} (chỉ tiêu ${formatPercent({ numerator: result.target * 100, denominator: 10_000 }, 0)})`,
    ...incomplete.map(({ message }) => `  còn thiếu: ${message}`),
  ].join('\n');
}

function ruleNamed(id: string): CountingRule {
  const rule = countingRule(id);
  if (!rule) throw new CommandError(`Không có quy tắc đếm “${id}”. Có: ${COUNTING_RULES.map((each) => each.id).join(', ')}.`);
  return rule;
}

/** A percentage with at most two decimals, comma or dot, as hundredths of a percent. */
function thresholdOf(text: string): number {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  const threshold = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN;
  if (!(threshold <= 10_000))
    throw new CommandError(`--target: “${text}” không phải tỷ lệ phần trăm từ 0 đến 100, nhiều nhất hai chữ số thập phân.`);
  return threshold;
}

async function marksAt(file: string, procedure: Procedure): Promise<Marks> {
  const json = await readJson(file);
  if ('issues' in json) throw new CommandError(issueLines(file, json.issues));
  const parsed = Marks.safeParse(json.value);
  if (!parsed.success) {
    const knownKeys = () => Object.keys(Mark.shape);
    throw new CommandError(
      issueLines(
        file,
        parsed.error.issues.flatMap((issue) => issuesOf(issue, json.value, knownKeys)),
      ),
    );
  }
  const refused = refusals(procedure, parsed.data, []);
  if (refused.length > 0)
    throw new CommandError(
      issueLines(
        file,
        refused.map(({ element, message }) => ({ path: element, message })),
      ),
    );
  return parsed.data;
}
