// A change as a value: one list of them feeds screen, Word and Excel.
import type { Id } from '#procedures/text/label.ts';
import type { Fee, ProcessingTime } from './channel.ts';
import type { ElementKind } from './elements.ts';
import type { Condition, Subject } from './field.ts';
import { type Attribute, ATTRIBUTES } from './names.ts';
import { same } from './same.ts';

export type ChangeValue = string | number | boolean | string[] | Condition | ProcessingTime | Fee[];

/** What a change is about, in the words of `after`; of `before` when it was removed. */
export type About = {
  element: 'procedure' | 'form' | ElementKind;
  id: Id;
  label: string;
  /** Fields: whose datum it is. */
  whose?: Subject;
  /** Fields: their section; the title of the form too where there are several forms, or no section. */
  place?: { form?: string; section?: string };
};

/**
 * `update`: `attribute` went `from` … `to` (absent = had none). `move`: `attribute` is `section`, `form` (ids of forms) or `order`
 * (ids of the elements before it; absent = it stood first). `add` and `remove` say only what.
 */
export type Change = About & {
  op: 'add' | 'remove' | 'move' | 'update';
  attribute?: Attribute | 'order';
  from?: ChangeValue;
  to?: ChangeValue;
  /** Labels of the elements that `from` and `to` mention by id. */
  named?: Record<Id, string>;
};

/** Anything of which attributes can be compared. */
export type Attributes = Partial<Record<Attribute, ChangeValue>>;

/** One `update` for each attribute that is not the same, whatever attributes the schema has. */
export function attributeChanges(about: About, before: Attributes, after: Attributes, except: readonly Attribute[] = []): Change[] {
  const changed = ATTRIBUTES.filter((key) => !except.includes(key) && !same(before[key], after[key]));
  return changed.map((key) => changeOf('update', about, key, before[key], after[key]));
}

/** A change as a value: what was done to which element, for one attribute where it is not the whole element. */
export function changeOf(op: Change['op'], about: About, attribute?: Change['attribute'], from?: ChangeValue, to?: ChangeValue): Change {
  return { op, ...about, attribute, from, to };
}

/** Ids that the values of a change mention: the field of a condition, a form, the element that now stands before. */
export function mentioned({ attribute, from, to }: Change): Id[] {
  return [from, to].flatMap((value) => {
    if (value === undefined) return [];
    if (attribute === 'form' || attribute === 'order') return typeof value === 'string' ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((each) => (typeof each === 'object' && each.condition ? [each.condition.field] : []));
    return typeof value === 'object' && 'field' in value ? [value.field] : [];
  });
}
