import type { Ground } from './ground.ts';
import GROUNDS_FILE from './grounds.json' with { type: 'json' };

/** The grounds for not asking (domain.md §4.4) that the workspace is shipped with, dated; in-force status is for the office to confirm. */
export const GROUNDS: readonly Ground[] = GROUNDS_FILE;

/** Of a list of grounds those whose known dates do not rule out that day (ISO 8601). A ground without a date is never ruled out. */
export function groundsInForce(grounds: readonly Ground[], day: string): readonly Ground[] {
  return grounds.filter((ground) => (ground.effectiveFrom ?? day) <= day && day <= (ground.effectiveTo ?? day));
}
