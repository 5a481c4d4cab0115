// A definition as it stands, in the parts of NĐ 63/2010/NĐ-CP Điều 8 (as amended by NĐ 92/2017), then its forms as sheets.
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { heading, item, paragraph, plain, bold, type Block, type Column, type OfficialPaper, type Row, type Text } from './blocks.ts';
import { formBlocks } from './definition-form.ts';
import { countOrUnknown, feesText, listOrUnknown, NOT_KNOWN, orUnknown, revisionText, timeText } from '#procedures/text/wording.ts';

const unknown = (): Block => paragraph(NOT_KNOWN);
const text = (value: string | undefined): Block => paragraph(orUnknown(value));
const table = (columns: readonly Column[], rows: readonly Row[]): Block => (rows.length > 0 ? { kind: 'table', columns, rows } : unknown());

/** Identity first: what the portal shows at the head of a procedure. */
function identity(revision: Revision): Block {
  const { procedure } = revision;
  const rows: [string, Text][] = [
    ['Mã thủ tục', orUnknown(procedure.code)],
    ['Loại thủ tục', procedure.internal ? 'Thủ tục hành chính nội bộ' : 'Thủ tục hành chính'],
    ['Lĩnh vực', orUnknown(procedure.area)],
    ['Cấp thực hiện', listOrUnknown(procedure.levels)],
    ['Số quyết định công bố', orUnknown(procedure.decision)],
    ['Cơ quan ban hành', orUnknown(procedure.issuer)],
    ['Số lần thực hiện trong 01 năm', countOrUnknown(procedure.timesPerYear)],
    ['Số đối tượng trong 01 năm', countOrUnknown(procedure.subjectsPerYear)],
    ['Phiên bản', revisionText(revision)],
  ];
  return {
    kind: 'table',
    head: false,
    columns: [
      { header: '', share: 52 },
      { header: '', share: 113 },
    ],
    rows: rows.map((cells) => ({ cells })),
  };
}

/** Time and fees belong to the channel, never to the procedure as a whole. */
const channels = ({ channels: list }: Procedure): Block =>
  table(
    [
      { header: 'Hình thức nộp', share: 28 },
      { header: 'Thời hạn giải quyết', share: 34 },
      { header: 'Phí, lệ phí', share: 40 },
      { header: 'Mô tả', share: 63 },
    ],
    list.map((channel) => ({
      cells: [channel.label, timeText(channel.processingTime), feesText(channel.fees), orUnknown(channel.note)],
    })),
  );

const documents = ({ documents: list, forms }: Procedure): Block =>
  table(
    [
      { header: 'STT', share: 14, align: 'center' },
      { header: 'Tên giấy tờ', share: 83 },
      { header: 'Bản chính', share: 20, align: 'center' },
      { header: 'Bản sao', share: 20, align: 'center' },
      { header: 'Mẫu', share: 28 },
    ],
    list.map((document, index) => {
      const number = forms.findIndex((form) => form.id === document.form) + 1;
      const form = number > 0 ? `Mẫu ${number}` : (document.file ?? '');
      const cases = document.cases ? `\nTrường hợp: ${document.cases.join('; ')}` : '';
      const condition = document.condition?.text ? `\nĐiều kiện: ${document.condition.text}` : '';
      const note = document.note ? `\n${document.note}` : '';
      const name = `${document.name}${cases}${condition}${note}`;
      return { cells: [String(index + 1), name, countOrUnknown(document.originals), countOrUnknown(document.copies), form] };
    }),
  );

const list = (texts: readonly string[]): Block[] => (texts.length > 0 ? texts.map((one) => item(one)) : [unknown()]);

const named = (name: string, value: string): Block => paragraph([bold(`${name}: `), plain(value)]);

function parts(procedure: Procedure): Block[] {
  const { steps, forms } = procedure;
  return [
    heading(1, '1. Trình tự thực hiện'),
    ...(steps.length > 0 ? steps.map((step) => paragraph(step.text)) : [unknown()]),
    heading(1, '2. Cách thức thực hiện, thời hạn giải quyết, phí, lệ phí'),
    channels(procedure),
    heading(1, '3. Thành phần, số lượng hồ sơ'),
    documents(procedure),
    heading(1, '4. Đối tượng thực hiện'),
    text(procedure.subjects.length > 0 ? procedure.subjects.join('; ') : undefined),
    heading(1, '5. Cơ quan giải quyết'),
    named('Cơ quan thực hiện', listOrUnknown(procedure.agencies)),
    named('Cơ quan có thẩm quyền', orUnknown(procedure.authority)),
    heading(1, '6. Mẫu đơn, mẫu tờ khai'),
    ...list(forms.map((form, index) => `Mẫu ${index + 1}: ${form.title}`)),
    heading(1, '7. Kết quả thực hiện'),
    text(procedure.result),
    heading(1, '8. Yêu cầu, điều kiện'),
    text(procedure.conditions),
    heading(1, '9. Căn cứ pháp lý'),
    ...list(procedure.legalBases),
    ...(procedure.note ? [heading(1, '10. Ghi chú'), paragraph(procedure.note)] : []),
  ];
}

/** The value that `writeWord` turns into the file. */
export function definitionPaper(revision: Revision): OfficialPaper {
  const { procedure } = revision;
  return {
    title: procedure.name,
    author: revision.publishedBy,
    moment: revision.publishedAt,
    sections: [
      {
        blocks: [
          { kind: 'title', type: procedure.internal ? 'Thủ tục hành chính nội bộ' : 'Thủ tục hành chính', abstract: [procedure.name] },
          identity(revision),
          ...parts(procedure),
          ...procedure.forms.flatMap((form, index) => formBlocks(form, index + 1)),
        ],
      },
    ],
  };
}
