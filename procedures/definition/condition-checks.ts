// Whether the conditions of a definition can be met: the field is there, is another one, and can give the answer.
import { type DefinitionView, type Part } from './definition-view.ts';
import { type Issue, isRecord, type Path, readText } from './issue.ts';
import { tell } from './issue-messages.ts';
import { shorten } from './issue-places.ts';

/** Longer chains of conditions than this are not followed in search of a circle. */
const LONGEST_CHAIN = 100;

/** The issues of the condition of one field, document or fee; none when it has no condition. */
export function conditionIssues({ path, value }: Part, { input, fieldById }: DefinitionView): Issue[] {
  const condition = value['condition'];
  const on = isRecord(condition) ? readText(condition['field']) : undefined;
  if (!isRecord(condition) || on === undefined) return [];
  const place = [...path, 'condition', 'field'];
  const target = fieldById.get(on);
  if (!target) return [tell(place, input, `không có trường nào mang mã “${shorten(on)}”; hãy ghi mã của một trường trong các mẫu đơn.`)];
  if (target.value === value) return [tell(place, input, 'một trường không thể phụ thuộc vào chính nó; hãy ghi trường khác.')];
  if (leadsBack(target, value, fieldById)) {
    return [tell(place, input, 'các điều kiện nối nhau thành vòng và trở về chính trường này; hãy bỏ một điều kiện.')];
  }
  return answerIssues(condition['is'], target.value['choices'], [...path, 'condition', 'is'], input);
}

/** Whether following conditions from one field ever comes to another. */
function leadsBack(from: Part, to: unknown, fields: DefinitionView['fieldById']): boolean {
  let at: Part | undefined = from;
  for (let hops = 0; at && hops < LONGEST_CHAIN; hops += 1) {
    if (at.value === to) return true;
    const condition: unknown = at.value['condition'];
    at = isRecord(condition) ? fields.get(readText(condition['field'])) : undefined;
  }
  return false;
}

function answerIssues(is: unknown, choices: unknown, path: Path, input: unknown): Issue[] {
  if (!Array.isArray(is) || !Array.isArray(choices)) return [];
  const known = new Set(choices.map(readText));
  return is.flatMap((answer: unknown, at) => {
    const word = readText(answer);
    if (word === undefined || known.has(word)) return [];
    return [tell([...path, at], input, `“${shorten(word)}” không có trong các lựa chọn của trường được dẫn; hãy ghi đúng một lựa chọn.`)];
  });
}
