import type { Ground } from './ground.ts';
import GROUNDS_FILE from './grounds.json' with { type: 'json' };

/** The grounds for not asking (domain.md §4.4), dated; in-force status is for the office to confirm. */
export const GROUNDS: readonly Ground[] = GROUNDS_FILE;

/** The grounds whose known dates do not rule out that day (ISO 8601). A ground without a date is never ruled out. */
export function groundsInForce(day: string): readonly Ground[] {
  return GROUNDS.filter((ground) => (ground.effectiveFrom ?? day) <= day && day <= (ground.effectiveTo ?? day));
}
