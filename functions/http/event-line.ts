// Lines of the history, put together from what a handler has at hand.
import type { Event } from '#functions/store/event.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import { elementOf } from '#procedures/redesign/edit.ts';
import type { Submission } from '#procedures/proposal/submission.ts';
import { markOf } from '#procedures/redesign/marks.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';

/** A line about `redesign` as it is after the action, at the moment `at`. */
export function eventLine(
  person: Person,
  action: Event['action'],
  { id, procedure, version }: Pick<Redesign, 'id' | 'procedure' | 'version'>,
  at: string,
  more: Partial<Event> = {},
): Event {
  const { subject, name, role } = person;
  return { at, by: { subject, name, role }, action, redesign: id, procedure, version, ...more };
}

/** A line about a procedure, where no redesign is concerned. */
export function procedureLine(
  person: Person,
  action: Event['action'],
  { id, number }: { id: string; number: number },
  at: string,
  more: Partial<Event> = {},
): Event {
  const { subject, name, role } = person;
  return { at, by: { subject, name, role }, action, procedure: id, version: number, ...more };
}

/** A line about the workspace, or about what `more` names: a plan, a person, a list of settings. */
export function workspaceLine({ subject, name, role }: Person, action: Event['action'], at: string, more: Partial<Event> = {}): Event {
  return { at, by: { subject, name, role }, action, version: 1, ...more };
}

/** A line about a submission as it is after the action. */
export function submissionLine(
  { subject, name, role }: Person,
  action: Event['action'],
  { id, plan, version }: Pick<Submission, 'id' | 'plan' | 'version'>,
  at: string,
  more: Partial<Event> = {},
): Event {
  return { at, by: { subject, name, role }, action, submission: id, plan, version, ...more };
}

/** What stood at every element that the edits touch; `null` where nothing did. */
export function before({ marks, added }: Redesign, edits: readonly Edit[]): NonNullable<Event['from']> {
  const ids = new Set(edits.map(elementOf));
  return Object.fromEntries([...ids].map((id) => [id, markOf(marks, id) ?? added.find((one) => one.field.id === id) ?? null]));
}
