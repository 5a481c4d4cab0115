// What of a person's seat goes in and out: the office by its name, and no account of the identity provider.
import { LEADERSHIP, officesAt } from '#procedures/plan/offices-at.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { Person } from '#procedures/review/person.ts';
import type { PersonInput } from '#procedures/review/person-input.ts';
import type { Seat } from '#procedures/review/seat.ts';
import { ProblemError } from './problem.ts';

/** What was typed, with the name of the office on that day. 422 for an office that the plan does not have, unless it is kept. */
export function seatOf(input: PersonInput, plan: Plan, day: string, present?: Person): Seat {
  const kept = present && { id: present.office, name: present.officeName };
  const office = [...officesAt(plan, day), LEADERSHIP, kept].find((one) => one?.id === input.office);
  if (!office) throw badPlace('office', 'Phòng này không có trong kế hoạch đang dùng. Hãy chọn một phòng trong danh sách.');
  return { ...input, officeName: office.name };
}

/** A person as an administrator sees them. `bound`: they have signed in, or need no e-mail address for it. */
export function personAnswer({ identity, ...person }: Person) {
  return { ...person, bound: identity !== undefined || person.email === undefined };
}

/** The 422 problem about one place of what was typed. Returned, not thrown. */
export function badPlace(path: string, message: string): ProblemError {
  return new ProblemError('bad-input', message, { issues: [{ path, message }] });
}
