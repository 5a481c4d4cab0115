// Brings the definition files into the store: new procedures as their first revision, changed files as the next one, the rest untouched.
import type { Procedure } from '#procedures/definition/procedure.ts';
import { renewedLine } from '#procedures/plan/line-of.ts';
import { officeOf } from '#procedures/plan/plans.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { definitionDigest } from '#functions/store/digest.ts';
import type { Head } from '#functions/store/head.ts';
import type { Publication } from '#functions/store/procedure-store.ts';
import type { Stores } from '#functions/store/stores.ts';
import { readDefinitions, type Refused } from './definition-files.ts';
import { bringIntoScope } from './scope.ts';

export type Loaded = { published: number; refused: Refused[] };

/** Origin of a revision that came from a file; what a decision made later has another. */
const ORIGIN = 'Tệp định nghĩa ';
const PUBLISHER = 'Tinh Gọn';

/**
 * Publishes what is new or changed in `folder` as of the moment `at`. What is new comes into the scope of the plan; what somebody took out
 * of it since stays out. A file with mistakes is left out and told with its issues.
 */
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
      const head = await stores.procedures.head(procedure.id);
      if (head && (await isUnchanged(stores, head, procedure))) return;
      published += 1;
      const number = (head?.row.revision ?? 0) + 1;
      const revision = { procedure, number, publishedAt: at, publishedBy: PUBLISHER, origin: `${ORIGIN}${file}` };
      if (!head) firsts.push({ revision, office: officeOf(plan, procedure), rule });
      else {
        const { office: id, officeName: name } = head.row;
        await stores.procedures.publish({ revision, office: { id, name }, rule });
        await renew(stores, plan, rule, procedure);
      }
    }),
  );
  // Lines first: whatever is published has one, even when this is cut short.
  await bringIntoScope(
    stores,
    plan,
    rule,
    firsts.map(({ revision, office }) => ({ procedure: revision.procedure, office: office.id })),
  );
  await stores.procedures.publishFirst(firsts);
  return { published, refused };
}

/** Whether the newest revision, or the newest that came from a file, says the same as this one. */
async function isUnchanged({ procedures }: Pick<Stores, 'procedures'>, head: Head, procedure: Procedure): Promise<boolean> {
  const digest = await definitionDigest(procedure);
  if (head.digest === digest) return true;
  const fromFile = (await procedures.revisions(procedure.id)).find(({ origin }) => origin.startsWith(ORIGIN));
  const revision = fromFile && (await procedures.revision(procedure.id, fromFile.number));
  return revision ? (await definitionDigest(revision.procedure)) === digest : false;
}

/** The line says what the new revision says. */
async function renew({ lines }: Pick<Stores, 'lines'>, plan: Plan, rule: CountingRule, procedure: Procedure): Promise<void> {
  const line = await lines.read(plan.id, procedure.id);
  if (line) await lines.save([{ from: line, to: renewedLine(line, plan, procedure, rule) }]);
}
