// The overview (tổng quan): targets, offices, rankings, and what waits for whoever asks. Totals and first places, never all rows.
import { Hono } from 'hono/quick';
import type { FirstLines } from '#functions/store/line-store.ts';
import type { RankList } from '#functions/store/rank-row.ts';
import { progressOf } from '#procedures/plan/progress.ts';
import { lineRow, type LineRow } from '#procedures/plan/ranks.ts';
import { totalOf } from '#procedures/plan/totals.ts';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { signedIn } from '../signed-in.ts';
import { ownLists, SHOWN, waitingFor } from '../waiting.ts';

const OF_PLAN: readonly RankList[] = [{ rank: 'deadlines' }, { rank: 'cuts' }, { rank: 'furthest' }];

/** `/api/overview`, for everyone signed in: of the current plan. It reads as much with a hundred procedures as with a hundred thousand. */
export const overviewRoutes = (deps: AppDeps) => {
  const { plans, lines, figures } = deps.stores;
  const access = new Access(deps);
  return new Hono<SignedInEnv>().use(signedIn(deps)).get('/', async (c) => {
    const [{ person }, plan] = await Promise.all([access.inWorkspace(c.var.subject, 'readOverview'), plans.current()]);
    const [totals, entered, first] = await Promise.all([
      lines.totals(plan.id),
      figures.all(plan.id),
      lines.firstOf(plan.id, [...OF_PLAN, ...ownLists(person)], SHOWN),
    ]);
    const [deadlines, largestCuts, furthest, ...own] = first;
    const total = totalOf(totals);
    const { id, name, year, demonstration = false } = plan;
    return c.json(
      {
        plan: { id, name, year, demonstration },
        offices: plan.offices.map((office) => ({ id: office.id, name: office.name })),
        totals,
        targets: progressOf(plan, total, entered),
        deadlines: rowsOf(deadlines),
        largestCuts: rowsOf(largestCuts),
        furthest: rowsOf(furthest),
        withoutDossiers: total.withoutDossiers,
        waiting: await waitingFor(deps.stores, person, { plan: plan.id, totals, own }),
      },
      200,
    );
  });
};

const rowsOf = (first: FirstLines | undefined): LineRow[] => (first?.lines ?? []).map(lineRow);
