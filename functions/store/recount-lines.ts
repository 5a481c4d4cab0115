// Where the lines of a plan stand, proven from its redesigns.
import { type Difference, progressText } from '#procedures/plan/difference.ts';
import { closedAt, followAll, sameProgress } from '#procedures/plan/follow.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { isUnderWay } from '#procedures/plan/line-stand.ts';
import { aimedAt } from '#procedures/plan/target.ts';
import { thresholdText } from '#procedures/plan/target-words.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import { ConditionFailure } from './failures.ts';
import type { Recounter } from './recount-tools.ts';
import type { RedesignRow } from './redesign-row.ts';
import type { Write } from './storage.ts';

const ATTEMPTS = 5;

/** Compares every line with the redesigns in `rows`; what differs is read again before it is told or repaired. */
export async function recountLines(tools: Recounter, rows: readonly RedesignRow[]): Promise<Difference[]> {
  const byProcedure = Map.groupBy(rows, ({ procedure }) => procedure);
  const inScope = new Set<string>();
  const suspects: PlanLine[] = [];
  for await (const lines of tools.lines.all(tools.plan)) {
    for (const line of lines) {
      inScope.add(line.procedure);
      const should = followAll(line, byProcedure.get(line.procedure) ?? [], closedAt);
      if (!sameProgress(should, line) || line.target !== tools.target) suspects.push(line);
    }
  }
  const differences: Difference[] = [];
  for (const line of suspects) {
    const found = await confirmed(tools, line, byProcedure.get(line.procedure) ?? []);
    if (found) differences.push(found);
  }
  for (const row of rows) {
    if (inScope.has(row.procedure) || !isUnderWay({ latest: row })) continue;
    if (!(await tools.lines.read(tools.plan, row.procedure))) differences.push(outOfScope(row));
  }
  return differences;
}

/** The difference as the table has it now, repaired where that is asked for; null where there is none any more. */
async function confirmed(tools: Recounter, suspect: PlanLine, rows: readonly RedesignRow[]): Promise<Difference | null> {
  const { plan, target, lines, redesigns, repair } = tools;
  for (let attempt = 1; ; attempt++) {
    const line = await lines.read(plan, suspect.procedure);
    if (!line) return null;
    // A redesign opened meanwhile stands on the line, if not yet in the index.
    const known = [line.latest, line.achieved, line.rejected].flatMap((one) => one?.redesign ?? []);
    const ids = [...new Set([...rows.map(({ id }) => id), ...known])];
    const found = (await redesigns.readMany(ids)).filter((one) => one !== null && one.plan === plan);
    const should = aimedAt(followAll(line, found as Redesign[], closedAt), target);
    const parts = [...progressParts(line, should), ...targetParts(line, should)];
    if (parts.length === 0) return null;
    const difference: Difference = { kind: 'line', id: line.procedure, parts, repaired: repair };
    if (!repair) return difference;
    try {
      await lines.save(
        [{ from: line, to: should }],
        (found as Redesign[]).map((one) => unchanged(tools, one)),
      );
      return difference;
    } catch (error) {
      if (!(error instanceof ConditionFailure)) throw error;
      if (attempt === ATTEMPTS) return { ...difference, repaired: false };
    }
  }
}

const progressParts = (line: PlanLine, should: PlanLine): Difference['parts'] =>
  sameProgress(should, line) ? [] : [{ what: line.procedureName, is: progressText(line), should: progressText(should) }];

function targetParts(line: PlanLine, should: PlanLine): Difference['parts'] {
  const words = ({ target }: PlanLine) => (target === undefined ? 'không có' : thresholdText(target));
  return line.target === should.target ? [] : [{ what: `chỉ tiêu của ${line.procedureName}`, is: words(line), should: words(should) }];
}

function unchanged({ storage }: Recounter, { id, version }: Redesign): Write {
  return storage.check(storage.keys.redesign(id), {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': version },
  });
}

const outOfScope = ({ procedure, procedureName, id, state }: RedesignRow): Difference => ({
  kind: 'scope',
  id: procedure,
  parts: [{ what: procedureName, is: `bản ${id} ${STATE_NAMES[state].toLowerCase()}`, should: 'phải đưa thủ tục vào kế hoạch' }],
  repaired: false,
});
