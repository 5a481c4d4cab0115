// The seat of a person in the workspace: entered by an administrator, changed, left and taken again. Work that was done stays as it is.
import { emailKey } from '#procedures/text/email.ts';
import type { Person, Role } from './person.ts';
import { ROLE_NAMES } from './role-names.ts';

/** What an administrator sets, the office with its name. */
export type Seat = { name: string; email?: string | undefined; role: Role; office: string; officeName: string };
type By = { name: string; at: string };

/** A person who was not here before. */
export function entered(subject: string, seat: Seat, by: By): Person {
  return written({ subject, ...seat, version: 0 }, by);
}

/** The person under what was set anew. Another e-mail address has to be bound anew: whoever holds that mailbox signs in with it. */
export function reseated(person: Person, seat: Seat, by: By): Person {
  const { identity, ...rest } = person;
  return written({ ...rest, ...seat, ...(identity !== undefined && sameAddress(person.email, seat.email) && { identity }) }, by);
}

/** The person from the moment on at which they no longer work here. */
export const leaving = (person: Person, by: By): Person => written({ ...person, leftAt: by.at }, by);

/** The person back at work, as they were. */
export function comingBack(person: Person, by: By): Person {
  const { leftAt: _, ...back } = person;
  return written(back, by);
}

/** The person bound to the account with which they sign in from now on. */
export const bound = (person: Person, identity: string, at: string): Person => written({ ...person, identity }, { name: person.name, at });

/** Whether two addresses, or the lack of both, are one. */
export const sameAddress = (a: string | undefined, b: string | undefined): boolean =>
  a === undefined || b === undefined ? a === b : emailKey(a) === emailKey(b);

/**
 * Why this can not be made of a person, in a sentence; undefined where it can. Nobody takes the own right to administer away: whoever
 * changes others keeps it, so that there is always somebody left who has it.
 */
export function seatHindrance(by: Person, person: Person, next: Person): string | undefined {
  if (by.subject === person.subject && next.leftAt !== undefined) return OWN_SEAT;
  if (by.subject === person.subject && next.role !== 'admin') return OWN_ROLE;
  return undefined;
}

const ANOTHER = 'Hãy nhờ một người quản trị khác; nếu chưa có ai, thêm một người quản trị nữa trước.';
const OWN_SEAT = `Không thể tự ngừng sử dụng tài khoản của chính mình: nơi này phải luôn còn người quản trị. ${ANOTHER}`;
const OWN_ROLE = `Không thể tự bỏ vai trò quản trị của chính mình: nơi này phải luôn còn người quản trị. ${ANOTHER}`;

function written(person: Person, { name, at }: By): Person {
  return { ...person, version: (person.version ?? 1) + 1, updatedBy: name, updatedAt: at };
}

/** The seat in one phrase, for the history: name, address, role, office. */
export function seatWords({ name, email, role, officeName }: Seat): string {
  return [email === undefined ? name : `${name} (${email})`, ROLE_NAMES[role].toLowerCase(), officeName].join(', ');
}
