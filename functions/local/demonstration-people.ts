// The people that one may choose to be on one machine. Nobody real: a title, an office, and "(minh họa)".
import type { Plan } from '#procedures/plan/plan.ts';
import type { Person, Role } from '#procedures/review/person.ts';
import PEOPLE from './demonstration-people.json' with { type: 'json' };

type Row = { subject: string; title: string; role: Role; office: string };

/** Two specialists of different offices, a reviewer of Văn phòng Sở, a leader and an administrator, each in an office of `plan`. */
export function demonstrationPeople(plan: Plan): Person[] {
  return (PEOPLE as Row[]).map(({ subject, title, role, office }) => {
    const officeName = plan.offices.find(({ id }) => id === office)?.name ?? office;
    return { subject, name: `${title} ${officeName} (minh họa)`, role, office, officeName, demonstration: true };
  });
}
