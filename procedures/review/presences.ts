// Who has a redesign open, who edits it, and the polite take-over: one asks, the other saves and hands over. Nobody is ever put out, and
// every tab writes its own row only, so that no two signs of life meet.
import type { Presence, Tab } from './presence.ts';

/** A tab that has given no sign of life for so long, in milliseconds, is gone. */
export const GONE_AFTER = 30_000;

/** What a tab says of itself with every sign of life. `ask`: true asks, false takes the request back; absent leaves it as it is. */
export type Sign = { editing: boolean; unsaved: boolean; ask?: boolean | undefined; yield?: boolean | undefined };
type Me = Pick<Presence, 'subject' | 'tab' | 'name' | 'officeName'>;

/** `took`: from whom this very sign of life took over. */
export type Beat = { own: Presence; took: Presence | null };

/** As the others see it. */
type Seen = Pick<Presence, 'subject' | 'tab' | 'name' | 'officeName' | 'since' | 'unsaved'> & { editing: boolean; you: boolean };
export type Company = {
  people: Seen[];
  /** Who asks this tab to hand over. */
  asking: { by: string; name: string; at: string } | null;
  /** Whom this tab has asked to hand over. */
  asked: { of: string; name: string; at: string } | null;
};

type Request = NonNullable<Presence['asks']>;
const isTab = (a: Tab, b: Tab): boolean => a.subject === b.subject && a.tab === b.tab;
const order = (a: Presence, b: Presence): number => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.tab < b.tab ? -1 : 1);

/** The tabs that have given a sign of life lately, the longest there first. `now`: ISO 8601 in UTC. */
const present = (rows: readonly Presence[], now: string): Presence[] =>
  rows.filter(({ at }) => Date.parse(now) - Date.parse(at) < GONE_AFTER).toSorted(order);

/** The row of a tab after a sign of life, beside the rows that were there. */
export function beat(rows: readonly Presence[], me: Me, sign: Sign, now: string): Beat {
  const there = present(rows, now);
  const was = there.find((row) => isTab(row, me));
  const others = there.filter((row) => !isTab(row, me));
  const took = others.find((other) => was?.asks && other.yields && isTab(other.yields.to, me) && other.yields.at >= was.asks.at) ?? null;
  const yields = handingOver(was, others, sign, now);
  const edits = (sign.editing || took !== null) && yields === undefined;
  const asks = edits ? undefined : asking(was, others, sign, now);
  const own: Presence = {
    ...me,
    since: was?.since ?? now,
    at: now,
    unsaved: sign.unsaved,
    ...(edits && { editing: was?.editing ?? now }),
    ...(asks && { asks }),
    ...(yields && { yields }),
  };
  return { own, took };
}

/** Everybody there, in the eyes of the tab `own`. */
export function company(rows: readonly Presence[], own: Presence, now: string): Company {
  const others = present(rows, now).filter((row) => !isTab(row, own));
  const asker = own.editing === undefined ? undefined : askerOf(own, others);
  const asked = own.asks && holderOf(own.asks, others);
  return {
    people: [...others, own].toSorted(order).map((row) => seen(row, own)),
    asking: asker?.asks ? { by: asker.subject, name: asker.name, at: asker.asks.at } : null,
    asked: own.asks && asked ? { of: asked.subject, name: asked.name, at: own.asks.at } : null,
  };
}

function seen({ subject, tab, name, officeName, since, unsaved, editing }: Presence, own: Tab): Seen {
  return { subject, tab, name, officeName, since, unsaved, editing: editing !== undefined, you: isTab({ subject, tab }, own) };
}

/** Of whom something is asked, if that tab is still there. */
const holderOf = ({ of }: Request, others: readonly Presence[]): Presence | undefined => others.find((other) => isTab(other, of));

/** The first by a moment that not all have. */
const first = (rows: readonly Presence[], when: (row: Presence) => string | undefined): Presence | undefined =>
  rows.filter((row) => when(row) !== undefined).toSorted((a, b) => ((when(a) ?? '') < (when(b) ?? '') ? -1 : 1))[0];

/** Who has asked this tab first. */
const askerOf = (tab: Tab, others: readonly Presence[]): Presence | undefined =>
  first(others, ({ asks }) => (asks && isTab(asks.of, tab) ? asks.at : undefined));

/** Handing over lasts until the other has taken it, or has gone. */
function handingOver(was: Presence | undefined, others: readonly Presence[], sign: Sign, now: string): Presence['yields'] {
  const asker = was && askerOf(was, others);
  if (!asker) return undefined;
  if (was.yields && isTab(was.yields.to, asker)) return was.yields;
  return sign.yield === true ? { to: { subject: asker.subject, tab: asker.tab }, at: now } : undefined;
}

/** A request is to whoever has edited longest, and ends when that tab edits no more. */
function asking(was: Presence | undefined, others: readonly Presence[], sign: Sign, now: string): Request | undefined {
  if (sign.ask === false) return undefined;
  const asked = was?.asks && holderOf(was.asks, others);
  if (asked?.editing !== undefined || asked?.yields !== undefined) return was?.asks;
  const editor = first(others, ({ editing }) => editing);
  return sign.ask === true && editor ? { of: { subject: editor.subject, tab: editor.tab }, at: now } : undefined;
}
