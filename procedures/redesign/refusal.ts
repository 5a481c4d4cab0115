// A refusal: why an edit cannot stand, naming the element and how to mend it, in Vietnamese.
import type { Element } from '#procedures/definition/elements.ts';

type RefusalCode =
  | 'unknown-element'
  | 'added-field'
  | 'id-taken'
  | 'too-many'
  | 'unknown-form'
  | 'unknown-after'
  | 'treatment-not-allowed'
  | 'values-not-allowed'
  | 'merge-into-self'
  | 'merge-into-unknown'
  | 'merge-into-gone'
  | 'has-dependants'
  | 'depends-on-gone'
  | 'depends-on-unknown';

export type Refusal = { code: RefusalCode; element: string; message: string; dependants?: { id: string; label: string }[] };

/** How many dependants a message names; the refusal lists them all. */
const NAMED = 5;

/** Steps and documents are labelled with their whole text; a sentence quotes the beginning. */
const QUOTED_LENGTH = 120;

/** A label in a sentence. */
export function quoted(label: string): string {
  return label.length <= QUOTED_LENGTH ? `“${label}”` : `“${label.slice(0, QUOTED_LENGTH).trimEnd()}…”`;
}

/** The procedure has no element of this id; `nearest` is the id that looks most like it, where one was sought. */
export function unknownElement(id: string, nearest: string | undefined): Refusal {
  const hint = nearest === undefined ? 'Hãy kiểm tra lại mã.' : `Mã gần nhất là ${quoted(nearest)}.`;
  return { code: 'unknown-element', element: id, message: `Thủ tục không có thành phần mang mã ${quoted(id)}. ${hint}` };
}

/** The element cannot leave the form while others depend on it: the message names the first five, `dependants` holds all. */
export function hasDependants(id: string, label: string, dependants: readonly Element[]): Refusal {
  const named = dependants.slice(0, NAMED).map((one) => quoted(one.label));
  const others = dependants.length > NAMED ? ` và ${dependants.length - NAMED} thành phần khác` : '';
  const message = `${quoted(label)} chưa thể rời mẫu vì còn phụ thuộc vào nó: ${named.join(', ')}${others}. Hãy xử lý các thành phần đó trước hoặc cùng lúc.`;
  return { code: 'has-dependants', element: id, message, dependants: dependants.map((one) => ({ id: one.id, label: one.label })) };
}

/** The element `id` would depend on a field that leaves the form; `label` and `on` are the labels of the two. */
export function dependsOnGone(id: string, label: string, on: string): Refusal {
  const message = `${quoted(label)} phụ thuộc vào ${quoted(on)}, mà ${quoted(on)} đang được đề xuất rời mẫu. Hãy giữ lại ${quoted(on)} trước hoặc cùng lúc.`;
  return { code: 'depends-on-gone', element: id, message };
}

/** The element `id` would depend on a field that no form has; `on` is the id that was named. */
export function dependsOnUnknown(id: string, label: string, on: string): Refusal {
  const message = `${quoted(label)} phụ thuộc vào trường mang mã ${quoted(on)}, nhưng mẫu không có trường đó. Hãy chọn một trường có trên mẫu.`;
  return { code: 'depends-on-unknown', element: id, message };
}
