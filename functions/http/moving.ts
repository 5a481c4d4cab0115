import type { Event } from '#functions/store/event.ts';
import type { RedesignStore } from '#functions/store/redesign-store.ts';
import type { Also } from '#functions/store/storage.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Action } from '#procedures/review/transitions.ts';
import type { Change } from './access.ts';
import { eventLine } from './event-line.ts';

/** The next version, in the state that the table of transitions says. */
export const moved = ({ redesign, next, by }: Change): Redesign => ({
  ...redesign,
  state: next,
  version: redesign.version + 1,
  updatedBy: by.name,
  updatedAt: by.at,
});

/** Saves `redesign` as the outcome of a change, with its line of the history, in one transaction with `also`. */
export async function save(
  redesigns: Pick<RedesignStore, 'moveAll'>,
  { person, redesign: base, by, holds }: Change,
  action: Action,
  redesign: Redesign,
  more: Partial<Event> = {},
  also: readonly Also[] = [],
): Promise<Redesign> {
  const states = base.state === redesign.state ? {} : { states: { from: base.state, to: redesign.state } };
  await redesigns.moveAll(
    [{ redesign, base, event: eventLine(person, action, redesign, by.at, { ...states, ...more }) }],
    [...holds, ...also],
  );
  return redesign;
}
