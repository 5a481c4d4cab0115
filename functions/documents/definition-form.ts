// A declaration form as the sheet that people know: sections, dotted lines, boxes, tables, in the order of the definition.
import type { Field } from '#procedures/definition/field.ts';
import type { Form } from '#procedures/definition/form.ts';
import { bold, paragraph, plain, type Block } from './blocks.ts';
import { sentence } from '#procedures/text/wording.ts';

const BOX = '□';
const DOTS = '………';
/** More columns than this cannot be read side by side on an upright page. */
const MOST_COLUMNS = 8;
const EMPTY_ROWS = 3;
/** Millimetres of a row to write in by hand. */
const WRITING_ROW = 9;

/** The label without the dots and colons that sources print behind it; the sheet draws its own. */
const bare = (label: string): string => label.replace(/[\s:.…]+$/u, '') || label;

function choiceText(field: Field): string {
  const choices = (field.choices ?? []).map((choice) => `${BOX} ${choice}`);
  return `${bare(field.label)}:  ${choices.join('    ')}`;
}

/** Dotted day, month and year, unless the label itself prints them. */
const dateText = (field: Field): string =>
  /ngày\s*[.…]|…/iu.test(field.label) ? field.label : `${bare(field.label)}: ngày ${DOTS} tháng ${DOTS} năm ${DOTS}`;

/** Some sources lost the dots between the words; without them nobody could write a date there. */
const placeDateText = (field: Field): string =>
  field.label.replace(/(ngày)\s+(tháng)(\s+năm)?\s*$/iu, (_, day: string, month: string) => `${day} ${DOTS} ${month} ${DOTS} năm ${DOTS}`);

const signature = (field: Field): Block[] => [paragraph([bold(field.label)], { align: 'center', indent: 'half', after: 48 })];

const photo = (field: Field): Block => ({
  kind: 'table',
  head: false,
  columns: [
    { header: '', share: 1, align: 'center' },
    { header: '', share: 3 },
  ],
  rows: [{ cells: [field.label, ''], height: 40 }],
});

/** One field as it stands on paper, outside tables. */
function fieldBlocks(field: Field): Block[] {
  switch (field.kind) {
    case 'checkbox':
      return [paragraph(`${BOX} ${field.label}`, { indent: 'flush', align: 'left' })];
    case 'choice':
      return field.choices?.length ? [paragraph(choiceText(field), { indent: 'flush', align: 'left' })] : leader(field);
    case 'date':
      return [paragraph(dateText(field), { indent: 'flush', align: 'left' })];
    case 'longText':
      return [{ kind: 'leader', label: `${bare(field.label)}: `, lines: 3 }];
    case 'photo':
      return [photo(field)];
    case 'signature':
      return signature(field);
    case 'placeDate':
      return [paragraph([{ text: placeDateText(field), italic: true }], { align: 'right', indent: 'flush' })];
    case 'recipient':
      return [{ kind: 'leader', label: [bold(`${bare(field.label)}: `)] }];
    case 'consent':
    case 'printed':
    case 'legalReference':
      return [paragraph(field.label)];
    default:
      return leader(field);
  }
}

const leader = (field: Field): Block[] => [{ kind: 'leader', label: `${bare(field.label)}: ` }];

/** Columns of one repeating group side by side with rows to fill in; too many of them become lines of a list. */
function groupBlocks(name: string, fields: readonly Field[]): Block[] {
  const title = paragraph([bold(name)], { indent: 'flush', keepWithNext: true });
  if (fields.length > MOST_COLUMNS) {
    const columns = [
      { header: 'Mục', share: 2 },
      { header: 'Nội dung', share: 3 },
    ];
    return [title, { kind: 'table', columns, rows: fields.map((field) => ({ cells: [field.label, ''] })) }];
  }
  return [
    title,
    {
      kind: 'table',
      columns: fields.map((field) => ({ header: field.label, share: 1 })),
      rows: Array.from({ length: EMPTY_ROWS }, () => ({ cells: fields.map(() => ''), height: WRITING_ROW })),
    },
  ];
}

/** Neighbouring columns and cells of the same group, every other field by itself. */
function runsOf(fields: readonly Field[]): Field[][] {
  const runs: Field[][] = [];
  const tabular = (field: Field | undefined) => field?.kind === 'tableColumn' || field?.kind === 'tableCell';
  for (const field of fields) {
    const last = runs.at(-1);
    const previous = last?.[0];
    if (last && tabular(field) && tabular(previous) && previous?.group === field.group && previous?.section === field.section)
      last.push(field);
    else runs.push([field]);
  }
  return runs;
}

function runBlocks(run: readonly Field[]): Block[] {
  const [first] = run;
  if (!first) return [];
  const tabular = first.kind === 'tableColumn' || first.kind === 'tableCell';
  return tabular ? groupBlocks(first.group ?? first.section ?? 'Bảng kê', run) : fieldBlocks(first);
}

/** A form on its own page, with its origin and whether the source shows all of it. */
export function formBlocks(form: Form, number: number): Block[] {
  const runs = runsOf(form.fields);
  const source = form.basis ? [paragraph(sentence(`Nguồn mẫu: ${form.basis}`), { align: 'left' })] : [];
  const partial = form.complete
    ? []
    : [paragraph([{ text: 'Nguồn chỉ có một phần của mẫu này; có thể còn mục chưa được nhập.', italic: true }])];
  const empty = runs.length === 0 ? [paragraph([plain('Chưa có thông tin về các mục của mẫu.')])] : [];
  return [
    { kind: 'heading', level: 1, text: `Mẫu ${number}`, pageBreak: true },
    paragraph([bold(form.title)], { align: 'center', indent: 'flush' }),
    ...source,
    ...partial,
    ...empty,
    ...runs.flatMap((run, index) => {
      const section = run[0]?.section;
      const heading =
        section && section !== runs[index - 1]?.[0]?.section ? [paragraph([bold(section)], { indent: 'flush', keepWithNext: true })] : [];
      return [...heading, ...runBlocks(run)];
    }),
  ];
}
