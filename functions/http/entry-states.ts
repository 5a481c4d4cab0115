import type { Stores } from '#functions/store/stores.ts';
import type { Entry, Submission } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';

/**
 * How far the redesigns of some entries have come: as the plan's lines say, which are small, and as the redesign itself says where its
 * procedure has left the plan or moved on to a newer one.
 */
export async function statesOf(
  { lines, redesigns }: Pick<Stores, 'lines' | 'redesigns'>,
  { plan }: Pick<Submission, 'plan'>,
  entries: readonly Entry[],
): Promise<Map<string, State>> {
  const states = new Map<string, State>();
  const found = await lines.readMany(entries.map(({ procedure }) => ({ plan, procedure })));
  for (const [index, { redesign }] of entries.entries()) {
    const line = found[index];
    const way = [line?.latest, line?.achieved].find((one) => one?.redesign === redesign);
    if (way) states.set(redesign, way.state);
  }
  const others = entries.map(({ redesign }) => redesign).filter((id) => !states.has(id));
  for (const redesign of others.length > 0 ? await redesigns.readMany(others) : []) {
    if (redesign) states.set(redesign.id, redesign.state);
  }
  return states;
}
