// Unread marks: what somebody else has done to a redesign since a person last looked at it.
import type { Talk } from './comment.ts';
import type { Person } from './person.ts';

/** `changedBy` is the subject of whoever changed it last; rows older than that key have only the name. */
type Row = { office: string; updatedAt: string; updatedBy: string; changedBy?: string; submittedAt?: string };

/**
 * Whether the person has something new to see: a change or a comment of somebody else's after `visitedAt`. Whoever was never there sees
 * everything of their own office as new, and of others what was submitted at least once: nobody waits for a stranger's draft.
 */
export function isUnread(row: Row, talk: Talk | null, visitedAt: string | null, me: Pick<Person, 'subject' | 'name' | 'office'>): boolean {
  const concernsMe = visitedAt !== null || row.office === me.office || row.submittedAt !== undefined;
  if (!concernsMe) return false;
  const isNew = (at: string) => visitedAt === null || at > visitedAt;
  const changedByMe = row.changedBy === undefined ? row.updatedBy === me.name : row.changedBy === me.subject;
  const saidByMe = talk?.lastBy === me.subject;
  return (isNew(row.updatedAt) && !changedByMe) || (talk?.lastAt !== undefined && isNew(talk.lastAt) && !saidByMe);
}
