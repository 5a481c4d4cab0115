// Totals as the table keeps them: one number an attribute, so that a transaction can add to them without reading.
import { noTotals, type Totals } from '#procedures/plan/totals.ts';
import type { Item, Storage, Write } from './storage.ts';

/** `{ states: { draft: 1 } }` → `states.draft: 1`. */
export function flat(totals: Totals): Record<string, number> {
  const entries = Object.entries(totals).flatMap(([name, part]): [string, number][] =>
    typeof part === 'number' ? [[name, part]] : Object.entries(part).map(([key, value]) => [`${name}.${key}`, value]),
  );
  return Object.fromEntries(entries);
}

/** The totals in an item; what was never added to is 0. */
export function totalsIn(item: Item | undefined): Totals {
  const totals = noTotals();
  for (const [name, value] of Object.entries(item ?? {})) {
    const [part = '', key] = name.split('.');
    if (typeof value !== 'number' || !Object.hasOwn(totals, part)) continue;
    if (key === undefined) Object.assign(totals, { [part]: value });
    else Object.assign(totals[part as 'states'], { [key]: value });
  }
  return totals;
}

/** Moves the totals of an office; null where nothing moves. */
export function totalsWrite(storage: Storage, plan: string, office: string, movement: Totals): Write | null {
  const moved = Object.entries(flat(movement)).filter(([, by]) => by !== 0);
  if (moved.length === 0) return null;
  const all = [...moved, ['version', 1] as const];
  return storage.update(storage.keys.totals(plan, office), {
    UpdateExpression: `ADD ${all.map((_, index) => `#n${index} :v${index}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(all.map(([name], index) => [`#n${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(all.map(([, by], index) => [`:v${index}`, by])),
  });
}
