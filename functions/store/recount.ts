// Proves what is kept beside the redesigns of a plan: the figures of the last proposal on each redesign, the lines, the totals, the places
// in the rankings. Safe while people work: what differs is read a second time before it is told, and repaired only under the condition
// that nothing of it has moved.
import type { Difference } from '#procedures/plan/difference.ts';
import { frozenOf } from '#procedures/redesign/frozen.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { VersionConflictError } from './errors.ts';
import { recountLines } from './recount-lines.ts';
import { recountRanks } from './recount-ranks.ts';
import { recountTotals } from './recount-totals.ts';
import type { Recounter } from './recount-tools.ts';
import type { RedesignRow } from './redesign-row.ts';

export type Recounted = { redesigns: number; differences: Difference[] };

const PAGE = 500;
const ATTEMPTS = 5;

/** Everything of one plan, in the order in which one thing rests on another. */
export async function recount(tools: Recounter): Promise<Recounted> {
  const rows = await allRows(tools);
  const frozen = await recountFrozen(tools, rows);
  const lines = await recountLines(tools, frozen.length > 0 ? await allRows(tools) : rows);
  const totals = await recountTotals(tools);
  const ranks = await recountRanks(tools);
  return { redesigns: rows.length, differences: [...frozen, ...lines, ...totals, ...ranks] };
}

async function allRows({ redesigns, plan }: Recounter): Promise<RedesignRow[]> {
  const rows: RedesignRow[] = [];
  let after: string | undefined;
  do {
    const page = await redesigns.page({ plan, limit: PAGE, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

/** Redesigns from before they kept the figures of their last proposal. */
async function recountFrozen(tools: Recounter, rows: readonly RedesignRow[]): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const { id } of rows.filter(({ frozen, proposals }) => frozen === undefined && proposals > 0)) {
    const found = await withFigures(tools, id);
    if (found) differences.push(found);
  }
  return differences;
}

async function withFigures({ redesigns, repair, event }: Recounter, id: string): Promise<Difference | null> {
  for (let attempt = 1; ; attempt++) {
    const redesign = await redesigns.read(id);
    const proposal = redesign && (await redesigns.proposal(id, redesign.proposals));
    if (!redesign || redesign.frozen || !proposal) return null;
    const frozen = frozenOf(proposal);
    const parts = [{ what: `phương án số ${frozen.number}`, is: 'thiếu số liệu', should: `${frozen.after}/${frozen.before}` }];
    const difference: Difference = { kind: 'frozen', id, parts, repaired: repair };
    if (!repair) return difference;
    const next: Redesign = { ...redesign, version: redesign.version + 1, frozen };
    try {
      await redesigns.save(next, redesign, event(next));
      return difference;
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
      if (attempt === ATTEMPTS) return { ...difference, repaired: false };
    }
  }
}
