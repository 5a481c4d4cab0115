// Brings procedures into the scope of the plan without anybody asking: those that are new on file, and those of a store from before
// plans had a scope.
import { MOST_LINES } from '#functions/store/line-store.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { officeOf } from '#procedures/plan/plans.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';

const PAGE = 500;
type InCharge = { procedure: Procedure; office: string };

/** Every one of them gets its line in the plan, unless it has one. */
export async function bringIntoScope({ lines }: Pick<Stores, 'lines'>, plan: Plan, rule: CountingRule, all: readonly InCharge[]) {
  for (let from = 0; from < all.length; from += MOST_LINES) {
    const batch = all.slice(from, from + MOST_LINES);
    const present = await lines.readMany(batch.map(({ procedure }) => ({ plan: plan.id, procedure: procedure.id })));
    const missing = batch.filter((_, index) => present[index] === null);
    const changes = missing.map(({ procedure, office }) => ({ from: null, to: lineOf(plan, procedure, { office }, rule) }));
    if (changes.length > 0) await lines.save(changes);
  }
}

/** The same for the whole catalogue, each procedure in charge of the office that it has; one that the plan does not know gives way. */
export async function bringCatalogueIntoScope(stores: Pick<Stores, 'lines' | 'procedures'>, plan: Plan, rule: CountingRule): Promise<void> {
  const offices = new Set(plan.offices.map(({ id }) => id));
  let after: string | undefined;
  do {
    const { rows, next } = await stores.procedures.page({ limit: PAGE, ...(after !== undefined && { after }) });
    const revisions = await Promise.all(rows.map(({ id, revision }) => stores.procedures.revision(id, revision)));
    const all = revisions.flatMap((found, index): InCharge[] => {
      const { office = '' } = rows[index] ?? {};
      return found ? [{ procedure: found.procedure, office: offices.has(office) ? office : officeOf(plan, found.procedure).id }] : [];
    });
    await bringIntoScope(stores, plan, rule, all);
    after = next ?? undefined;
  } while (after !== undefined);
}
