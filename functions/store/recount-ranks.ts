// Places of lines in the rankings of a plan, proven from the lines.
import type { Difference } from '#procedures/plan/difference.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import { ConditionFailure } from './failures.ts';
import { type IndexKey, idOfIndexKey } from './keys.ts';
import { rankItems, rankKeys } from './rank-row.ts';
import type { Recounter } from './recount-tools.ts';
import type { Item, Write } from './storage.ts';

const ATTEMPTS = 5;

/** Compares every place with its line, also places whose line is gone; what differs is read again before it is told or repaired. */
export async function recountRanks(tools: Recounter): Promise<Difference[]> {
  const { storage, lines, plan } = tools;
  const { pk, prefix } = storage.keys.allRanks(plan);
  const places = new Map<string, string>();
  for await (const items of storage.queryAll({ pk, prefix, only: 'sk, gsi1pk, gsi1sk' })) {
    for (const item of items) places.set(String(item.sk), placeOf(item));
  }
  const suspects = new Set<string>();
  for await (const page of lines.all(plan)) {
    for (const line of page) {
      for (const { key, row } of rankItems(storage.keys, line)) {
        if (places.get(key.sk) !== wordsOf(row)) suspects.add(line.procedure);
        places.delete(key.sk);
      }
    }
  }
  for (const sk of places.keys()) suspects.add(idOfIndexKey(sk));
  const found: Difference[] = [];
  for (const procedure of suspects) {
    const difference = await confirmed(tools, procedure);
    if (difference) found.push(difference);
  }
  return found;
}

async function confirmed(tools: Recounter, procedure: string): Promise<Difference | null> {
  const { storage, lines, plan, repair } = tools;
  const kept = rankKeys(storage.keys, plan, procedure);
  let difference: Difference | null = null;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const line = await lines.read(plan, procedure);
    const items = await storage.readItems(kept.map(({ key }) => key));
    if ((await lines.read(plan, procedure))?.version !== line?.version) continue;
    const rows = new Map(line ? rankItems(storage.keys, line).map(({ key, row }) => [key.sk, row]) : []);
    const places = kept.map(({ key, words }, index) => {
      const item = items[index];
      return { key, words, is: item && placeOf(item), row: rows.get(key.sk) ?? null };
    });
    const wrong = places.filter(({ is, row }) => is !== wordsOf(row));
    if (wrong.length === 0) return null;
    const parts = wrong.map(({ words, is, row }) => ({ what: words, is: shown(is), should: shown(wordsOf(row)) }));
    difference = { kind: 'rank', id: procedure, parts, repaired: false };
    if (!repair) return difference;
    const writes = wrong.map(({ key, row }) => (row === null ? storage.drop(key) : storage.put(key, row)));
    try {
      await storage.write([lineAt(tools, procedure, line), ...writes]);
      return { ...difference, repaired: true };
    } catch (error) {
      if (!(error instanceof ConditionFailure)) throw error;
    }
  }
  return difference;
}

function lineAt({ storage, plan }: Recounter, procedure: string, line: PlanLine | null): Write {
  const key = storage.keys.line(plan, procedure);
  if (line === null) return storage.check(key, { ConditionExpression: 'attribute_not_exists(pk)' });
  return storage.check(key, {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': line.version },
  });
}

const placeOf = (item: Item): string => `${String(item.gsi1pk)} ${String(item.gsi1sk)}`;
const wordsOf = (row: IndexKey | null): string | undefined => (row === null ? undefined : `${row.gsi1pk} ${row.gsi1sk}`);
/** The office or ranking, and the place in it, without what all keys begin with. */
const shown = (place: string | undefined): string => place?.slice(place.lastIndexOf('#', place.indexOf(' ')) + 1) ?? 'không có';
