// What one key of the file cannot show alone: identities, references, groups, figures without unit. Runs on whatever can be read.
import { conditionIssues } from './condition-checks.ts';
import { type DefinitionView, formId, isBorrowed, type Part, parts, viewOf, viewOfForm } from './definition-view.ts';
import type { Form } from './form.ts';
import { type Issue, isRecord, type Path, readText } from './issue.ts';
import { tell } from './issue-messages.ts';
import { placeWords, shorten } from './issue-places.ts';

/** Ids of the two elements that every procedure has without writing them. */
const FIXED_IDS = new Set(['authority', 'result']);

/** All cross checks of a procedure file. */
export function crossChecks(input: unknown, sharedForms: readonly Form[]): Issue[] {
  const view = viewOf(input, sharedForms);
  return [
    ...unknownForms(view, sharedForms),
    ...repeatedIds(view),
    ...fieldChecks(view),
    ...view.documents.flatMap((document) => [...documentForm(document, view, sharedForms), ...conditionIssues(document, view)]),
    ...view.channels.flatMap((channel) => channelChecks(channel, view)),
  ];
}

/** The same for a form file that stands alone. */
export function formChecks(input: unknown): Issue[] {
  const view = viewOfForm(input);
  return [...repeatedIds(view), ...fieldChecks(view)];
}

function unknownForms({ input, forms }: DefinitionView, sharedForms: readonly Form[]): Issue[] {
  return forms.flatMap((form) => {
    const use = readText(form.value['use']);
    if (use === undefined || sharedForms.some((candidate) => candidate.id === use)) return [];
    const advice = 'hãy ghi đúng mã của một tệp trong procedures/definitions/forms';
    return [tell([...form.path, 'use'], input, `không có mẫu dùng chung “${shorten(use)}”; ${advice}.`)];
  });
}

function repeatedIds({ input, forms, fields, documents, channels, steps }: DefinitionView): Issue[] {
  const named = [
    ...forms.map((form) => ({ id: formId(form), path: form.path, key: form.value['use'] === undefined ? ['id'] : ['use'] })),
    ...[...fields, ...documents, ...channels, ...steps].map((part) => ({
      id: readText(part.value['id']),
      path: part.path,
      key: isBorrowed(part) ? [] : ['id'],
    })),
  ];
  const first = new Map<string, Path>();
  return named.flatMap(({ id, path, key }) => {
    if (id === undefined) return [];
    const place = [...path, ...key];
    if (FIXED_IDS.has(id)) return [tell(place, input, `mã “${id}” đã dành cho cơ quan có thẩm quyền và kết quả; hãy đặt mã khác.`)];
    const before = first.get(id);
    first.set(id, before ?? path);
    if (!before) return [];
    return [tell(place, input, `mã “${shorten(id)}” đã dùng ở chỗ khác (${placeWords(before, input)}); mỗi thành phần cần một mã riêng.`)];
  });
}

function fieldChecks(view: DefinitionView): Issue[] {
  const groups = new Set<string>();
  return view.fields.flatMap((field, at) => {
    if (isBorrowed(field)) return [];
    return [
      ...conditionIssues(field, view),
      ...requirementIssues(field, view),
      ...groupIssues(field, view.fields[at - 1], groups, view),
      ...choiceIssues(field, view),
    ];
  });
}

function requirementIssues({ path, value }: Part, { input }: DefinitionView): Issue[] {
  const condition = value['condition'] !== undefined;
  if (value['requirement'] === 'conditional' && !condition) {
    return [tell([...path, 'condition'], input, 'bắt buộc khi có điều kiện thì phải nói rõ phụ thuộc vào trường nào; hãy ghi điều kiện.')];
  }
  if (value['requirement'] === 'required' && condition) {
    return [tell([...path, 'requirement'], input, 'đã có điều kiện thì không thể luôn bắt buộc; hãy ghi “conditional” hoặc bỏ điều kiện.')];
  }
  return [];
}

/** `begun`: the groups met so far, each with the number of its form. */
function groupIssues(field: Part, before: Part | undefined, begun: Set<string>, { input }: DefinitionView): Issue[] {
  const group = readText(field.value['group']);
  const place = [...field.path, 'group'];
  if (group === undefined) {
    return field.value['kind'] === 'tableColumn' ? [tell(place, input, 'cột của bảng phải thuộc một nhóm lặp; hãy ghi tên nhóm.')] : [];
  }
  const key = `${field.form} ${group}`;
  const torn = begun.has(key) && !(before?.form === field.form && readText(before.value['group']) === group);
  begun.add(key);
  return torn ? [tell(place, input, `nhóm “${shorten(group)}” bị ngắt quãng; các trường của một nhóm phải đứng liền nhau.`)] : [];
}

function choiceIssues({ path, value }: Part, { input }: DefinitionView): Issue[] {
  const choices = value['choices'];
  if (!Array.isArray(choices)) return [];
  const seen = new Set<string>();
  return choices.flatMap((choice: unknown, at) => {
    const word = readText(choice);
    if (word === undefined) return [];
    const again = seen.has(word);
    seen.add(word);
    return again ? [tell([...path, 'choices', at], input, `lựa chọn “${shorten(word)}” bị ghi hai lần; hãy bỏ một.`)] : [];
  });
}

function documentForm({ path, value }: Part, { input, forms }: DefinitionView, sharedForms: readonly Form[]): Issue[] {
  const form = readText(value['form']);
  if (form === undefined || forms.some((candidate) => formId(candidate) === form)) return [];
  const known = sharedForms.some((candidate) => candidate.id === form);
  const advice = known ? `hãy thêm { "use": "${form}" } vào danh sách mẫu đơn` : 'hãy ghi mã của một mẫu đơn có trong tệp';
  return [tell([...path, 'form'], input, `thủ tục này không có mẫu đơn “${shorten(form)}”; ${advice}.`)];
}

function channelChecks(channel: Part, view: DefinitionView): Issue[] {
  const fees = parts(channel.value, 'fees', channel.path).flatMap((fee) => conditionIssues(fee, view));
  const time = channel.value['processingTime'];
  if (!isRecord(time) || (time['amount'] === undefined) === (time['unit'] === undefined)) return fees;
  const place = [...channel.path, 'processingTime'];
  return [...fees, tell(place, view.input, 'số lượng và đơn vị tính phải đi cùng nhau; hãy ghi đủ cả hai hoặc chỉ ghi nội dung.')];
}
