// Applying edits to a redesign: the same function in the browser and on the server, all of a batch or nothing of it.
import { elements } from '#procedures/definition/elements.ts';
import { nearestWord } from '#procedures/definition/nearest-word.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { CountingRule } from './counting-rule.ts';
import type { Edit } from './edit-schema.ts';
import { refusals } from './guards.ts';
import type { AddedField, Marks } from './mark.ts';
import { markOf } from './marks.ts';
import { tally } from './measure.ts';
import type { Redesign } from './redesign.ts';
import { quoted, type Refusal, unknownElement } from './refusal.ts';

/** As many added fields as the schema of a redesign holds. */
const MOST_ADDED = 500;
/** The nearest id is looked up for so many unknown ids of a batch; it costs a walk over all elements each. */
const MOST_HINTS = 10;

/** What edits change. */
export type Content = { marks: Marks; added: AddedField[] };
export type Editing = { ok: true; redesign: Redesign } | { ok: false; refusals: Refusal[] };

/** The element, or the added field, that an edit is about. */
export function elementOf(edit: Edit): string {
  if (edit.kind === 'mark' || edit.kind === 'unmark') return edit.element;
  return edit.kind === 'dropField' ? edit.field : edit.added.field.id;
}

/**
 * The redesign after the batch: version + 1, tally anew, `by.at` as the time of change; or every refusal, one an element, all at once.
 * The batch is judged by its final state. Whether the person may edit at all is for `may` to say.
 */
export function applyEdits(
  redesign: Redesign,
  baseline: Procedure,
  edits: readonly Edit[],
  rule: CountingRule,
  by: { name: string; at: string },
): Editing {
  const known = elements(baseline).map((element) => element.id);
  let content: Content = { marks: redesign.marks, added: redesign.added };
  const found = new Map<string, Refusal>();
  for (const edit of edits) {
    const refusal = refusalOfStep(content, known, edit, found.size);
    if (refusal === undefined) content = applyEdit(content, edit);
    else if (!found.has(refusal.element)) found.set(refusal.element, refusal);
  }
  for (const refusal of refusalsOfBatch(redesign, baseline, edits, content)) {
    if (!found.has(refusal.element)) found.set(refusal.element, refusal);
  }
  if (found.size > 0) return { ok: false, refusals: [...found.values()] };
  const { marks, added } = content;
  const next = { ...redesign, marks, added, version: redesign.version + 1, updatedBy: by.name, updatedAt: by.at };
  return { ok: true, redesign: { ...next, tally: tally(baseline, marks, added, rule) } };
}

/** The final state of the batch against the guards. A field added and dropped again within it leaves nothing to judge. */
function refusalsOfBatch(redesign: Redesign, baseline: Procedure, edits: readonly Edit[], { marks, added }: Content): Refusal[] {
  const left = new Set(added.map((one) => one.field.id));
  const dropped = redesign.added.filter((one) => !left.has(one.field.id));
  const stood = new Set(redesign.added.map((one) => one.field.id));
  const passing = edits.filter((edit) => edit.kind === 'addField').map(elementOf);
  const nothing = new Set(passing.filter((id) => !left.has(id) && !stood.has(id)));
  const touched = edits.map(elementOf).filter((id) => !nothing.has(id));
  return refusals(baseline, marks, added, touched, dropped);
}

/** One edit, unguarded. A field added behind another added field joins it behind the same field of the sheet. */
export function applyEdit({ marks, added }: Content, edit: Edit): Content {
  switch (edit.kind) {
    case 'mark':
      return { marks: { ...marks, [edit.element]: edit.mark }, added };
    case 'unmark': {
      const { [edit.element]: _, ...others } = marks;
      return { marks: others, added };
    }
    case 'dropField':
      return { marks, added: added.filter((one) => one.field.id !== edit.field) };
    case 'addField':
    case 'changeField':
      return { marks, added: placed(added, edit.added, edit.place) };
  }
}

/** The edit that takes `edit` back, seen from the redesign before it. */
export function inverse({ marks, added }: Content, edit: Edit): Edit {
  const element = elementOf(edit);
  if (edit.kind === 'mark' || edit.kind === 'unmark') {
    const mark = markOf(marks, element);
    return mark === undefined ? { kind: 'unmark', element } : { kind: 'mark', element, mark };
  }
  const place = added.findIndex((one) => one.field.id === element);
  const before = added[place];
  if (before === undefined) return { kind: 'dropField', field: element };
  return { kind: edit.kind === 'dropField' ? 'addField' : 'changeField', added: before, place };
}

function placed(added: readonly AddedField[], one: AddedField, place: number | undefined): AddedField[] {
  const own = added.findIndex((other) => other.field.id === one.field.id);
  const others = added.filter((_, index) => index !== own);
  const behind = others.findIndex((other) => other.field.id === one.after);
  const anchor = others[behind];
  const { after: _, ...unanchored } = one;
  const after = anchor === undefined ? one.after : anchor.after;
  const index = place ?? (anchor === undefined ? (own < 0 ? others.length : own) : behind + 1);
  return others.toSpliced(index, 0, after === undefined ? unanchored : { ...unanchored, after });
}

/** What makes an edit impossible whatever follows it in the batch. */
function refusalOfStep({ added }: Content, known: readonly string[], edit: Edit, already: number): Refusal | undefined {
  const id = elementOf(edit);
  const one = added.find((other) => other.field.id === id);
  const refuse = (code: Refusal['code'], message: string): Refusal => ({ code, element: id, message });
  if (edit.kind === 'mark' || edit.kind === 'unmark') {
    if (one !== undefined) {
      return refuse('added-field', `${quoted(one.field.label)} là trường mới thêm; hãy sửa hoặc bỏ chính trường đó thay vì đánh dấu.`);
    }
    return known.includes(id) ? undefined : unknownElement(id, already < MOST_HINTS ? nearestWord(id, known) : undefined);
  }
  if (edit.kind !== 'addField') {
    return one === undefined
      ? refuse('unknown-element', `Không có trường mới thêm nào mang mã ${quoted(id)}. Hãy kiểm tra lại mã.`)
      : undefined;
  }
  if (one !== undefined)
    return refuse('id-taken', `${quoted(edit.added.field.label)}: mã ${quoted(id)} đã được dùng cho một trường mới thêm khác.`);
  return added.length < MOST_ADDED ? undefined : refuse('too-many', `Một bản tái cấu trúc thêm được nhiều nhất ${MOST_ADDED} trường.`);
}
