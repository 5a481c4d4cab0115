// Completing a refused act: what still hangs on the elements that shall go is removed with them, in one batch.
import type { ElementKind } from '#procedures/definition/elements.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Refusal } from '#procedures/redesign/refusal.ts';

const ROUNDS = 50;

/**
 * The edits with the removal of every dependant, and the dependants' labels; null where something else stands in the way
 * (a fee that asks the field, an unknown target). `judge` says what is refused of a batch, `kindOf` what an id is.
 */
export function withDependants(
  edits: readonly Edit[],
  judge: (edits: readonly Edit[]) => readonly Refusal[],
  kindOf: (id: string) => ElementKind | 'added' | undefined,
): { edits: Edit[]; labels: string[] } | null {
  const all = [...edits];
  const labels = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const refusals = judge(all);
    if (refusals.length === 0) return labels.size === 0 ? null : { edits: all, labels: [...labels.values()] };
    const dependants = refusals.flatMap((one) => one.dependants ?? []).filter((one) => !labels.has(one.id));
    const removals = dependants.flatMap(({ id }) => removal(id, kindOf(id)) ?? []);
    if (dependants.length === 0 || removals.length < dependants.length || refusals.some((one) => one.dependants === undefined)) return null;
    for (const { id, label } of dependants) labels.set(id, label);
    all.push(...removals);
  }
  return null;
}

function removal(id: string, kind: ElementKind | 'added' | undefined): Edit | undefined {
  if (kind === 'added') return { kind: 'dropField', field: id };
  return kind === 'field' || kind === 'document' ? { kind: 'mark', element: id, mark: { treatment: 'remove' } } : undefined;
}
