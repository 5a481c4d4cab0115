// The people that one may choose to be on one machine. Nobody real: a title, an office, and "(minh họa)".
import type { Plan } from '#procedures/plan/plan.ts';
import type { Person } from '#procedures/review/person.ts';
import PEOPLE from './demonstration-people.json' with { type: 'json' };

type Row = Omit<Person, 'officeName' | 'demonstration'> & Partial<Pick<Person, 'officeName'>>;

/** Two specialists of different offices, a reviewer of Văn phòng Sở, a leader and an administrator; offices are called as in `plan`. */
export function demonstrationPeople(plan: Plan): Person[] {
  const nameOf = (office: string) => plan.offices.find(({ id }) => id === office)?.name ?? office;
  return (PEOPLE as Row[]).map((row) => Object.assign({ demonstration: true, version: 1, officeName: nameOf(row.office) }, row));
}
