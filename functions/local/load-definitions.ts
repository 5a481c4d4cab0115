// Brings the definition files into the store: new procedures as their first revision, changed files as the next one, the rest untouched.
import type { Procedure } from '#procedures/definition/procedure.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import { officeOf } from '#procedures/plan/plans.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { MOST_LINES } from '#functions/store/line-store.ts';
import { definitionDigest } from '#functions/store/digest.ts';
import type { Publication } from '#functions/store/procedure-store.ts';
import type { Stores } from '#functions/store/stores.ts';
import { readDefinitions, type Refused } from './definition-files.ts';

export type Loaded = { published: number; refused: Refused[] };

/** Origin of a revision that came from a file; what a decision made later has another. */
const ORIGIN = 'Tệp định nghĩa ';
const PUBLISHER = 'Tinh Gọn';

/** Publishes what is new or changed in `folder` as of the moment `at`. A file with mistakes is left out and told with its issues. */
export async function loadDefinitions(
  stores: Pick<Stores, 'procedures' | 'lines'>,
  folder: string,
  plan: Plan,
  rule: CountingRule,
  at: string,
): Promise<Loaded> {
  const { definitions, refused } = await readDefinitions(folder);
  const firsts: Publication[] = [];
  let published = 0;
  await Promise.all(
    definitions.map(async ({ file, procedure }) => {
      const newest = await newestOf(stores, procedure);
      if (newest === 'unchanged') return;
      published += 1;
      const revision = { procedure, number: newest + 1, publishedAt: at, publishedBy: PUBLISHER, origin: `${ORIGIN}${file}` };
      const publication = { revision, office: officeOf(plan, procedure), rule };
      if (newest === 0) firsts.push(publication);
      else await stores.procedures.publish(publication);
    }),
  );
  await stores.procedures.publishFirst(firsts);
  await bringIntoScope(
    stores,
    plan,
    rule,
    definitions.map(({ procedure }) => procedure),
  );
  return { published, refused };
}

/** Number of the newest revision, 0 when there is none; `unchanged` when the newest that came from a file says the same as this one. */
async function newestOf({ procedures }: Pick<Stores, 'procedures'>, procedure: Procedure): Promise<number | 'unchanged'> {
  const head = await procedures.head(procedure.id);
  if (!head) return 0;
  const digest = await definitionDigest(procedure);
  if (head.digest === digest) return 'unchanged';
  const fromFile = (await procedures.revisions(procedure.id)).find(({ origin }) => origin.startsWith(ORIGIN));
  const revision = fromFile && (await procedures.revision(procedure.id, fromFile.number));
  return revision && (await definitionDigest(revision.procedure)) === digest ? 'unchanged' : head.row.revision;
}

/** Every procedure on file gets its line in the plan, unless it has one. */
async function bringIntoScope(
  { lines }: Pick<Stores, 'lines'>,
  plan: Plan,
  rule: CountingRule,
  procedures: readonly Procedure[],
): Promise<void> {
  for (let from = 0; from < procedures.length; from += MOST_LINES) {
    const batch = procedures.slice(from, from + MOST_LINES);
    const present = await lines.readMany(batch.map(({ id }) => ({ plan: plan.id, procedure: id })));
    const missing = batch.filter((_, index) => present[index] === null);
    const changes = missing.map((procedure) => ({
      from: null,
      to: lineOf(plan, procedure, { office: officeOf(plan, procedure).id }, rule),
    }));
    if (changes.length > 0) await lines.save(changes);
  }
}
