// Totals of a plan, proven from its lines while people work: each office's totals carry a version that grows with whatever moves them, so
// totals that are at the same version before and after the lines were read belong to these lines.
import { type Difference, totalParts } from '#procedures/plan/difference.ts';
import { contribution, noTotals, plus, type Totals } from '#procedures/plan/totals.ts';
import { ConditionFailure } from './failures.ts';
import type { Recounter } from './recount-tools.ts';
import { flat, totalsIn } from './totals-row.ts';

/** `version` 0: it was never moved. */
type Kept = { totals: Totals; version: number };

/** So often the lines are read again for offices whose totals have moved meanwhile. */
const PASSES = 5;

/** Compares the totals of every office with its lines, and mends those that stood still meanwhile. */
export async function recountTotals(tools: Recounter): Promise<Difference[]> {
  const differences = new Map<string, Difference>();
  let open: Set<string> | null = null;
  for (let pass = 1; pass <= PASSES && open?.size !== 0; pass++) {
    const before = await kept(tools);
    const counted = await fromLines(tools);
    const after = await kept(tools);
    const moving = new Set<string>();
    for (const office of open ?? new Set([...before.keys(), ...counted.keys(), ...after.keys()])) {
      const stood = before.get(office)?.version === after.get(office)?.version;
      const found = stood ? await compared(tools, office, after.get(office), counted.get(office) ?? noTotals()) : 'moving';
      if (found === 'moving') moving.add(office);
      else if (found) differences.set(office, found);
    }
    open = moving;
  }
  return [...differences.values(), ...[...(open ?? [])].map(moved)];
}

/** The difference of one office; `moving` when its totals have moved before they could be mended. */
async function compared({ storage, plan, repair }: Recounter, office: string, there: Kept | undefined, should: Totals) {
  const parts = totalParts(there?.totals ?? noTotals(), should);
  if (parts.length === 0) return null;
  const difference: Difference = { kind: 'totals', id: office, parts, repaired: repair };
  if (!repair) return difference;
  const entries = Object.entries(flat(should));
  const write = storage.update(storage.keys.totals(plan, office), {
    UpdateExpression: `SET ${entries.map((_, index) => `#n${index} = :v${index}`).join(', ')} ADD #version :one`,
    ConditionExpression: there?.version ? '#version = :version' : 'attribute_not_exists(#version)',
    ExpressionAttributeNames: { '#version': 'version', ...Object.fromEntries(entries.map(([name], index) => [`#n${index}`, name])) },
    ExpressionAttributeValues: {
      ':one': 1,
      ...(there?.version && { ':version': there.version }),
      ...Object.fromEntries(entries.map(([, value], index) => [`:v${index}`, value])),
    },
  });
  try {
    await storage.write([write]);
    return difference;
  } catch (error) {
    if (error instanceof ConditionFailure) return 'moving';
    throw error;
  }
}

async function kept({ storage, plan }: Recounter): Promise<Map<string, Kept>> {
  const { pk, prefix } = storage.keys.allTotals(plan);
  const found = new Map<string, Kept>();
  for await (const items of storage.queryAll({ pk, prefix })) {
    for (const item of items)
      found.set(String(item.sk).slice(prefix.length), { totals: totalsIn(item), version: Number(item.version ?? 0) });
  }
  return found;
}

async function fromLines({ lines, plan }: Recounter): Promise<Map<string, Totals>> {
  const sums = new Map<string, Totals>();
  for await (const page of lines.all(plan)) {
    for (const line of page) sums.set(line.office, plus(sums.get(line.office) ?? noTotals(), contribution(line)));
  }
  return sums;
}

const moved = (office: string): Difference => ({
  kind: 'moving',
  id: office,
  parts: [{ what: 'đối chiếu', is: 'thay đổi liên tục trong lúc đọc', should: 'chạy lại lúc ít người làm việc' }],
  repaired: false,
});
