import type { Office, Plan } from './plan.ts';

/** The offices in force on a day (domain.md §9: offices are merged, renamed and done away with). */
export const officesAt = ({ offices }: Pick<Plan, 'offices'>, day: string): Office[] =>
  offices.filter(({ from = day, until = day }) => from <= day && day <= until);

/** Where the leaders of the Department sit: no office of the plan has a redesign of theirs. */
export const LEADERSHIP: Pick<Office, 'id' | 'name'> = { id: 'lanh-dao-so', name: 'Lãnh đạo Sở' };
