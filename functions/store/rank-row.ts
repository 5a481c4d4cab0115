// Places of lines in rankings, one item a ranking: the index sorts them, and whatever writes a line moves them in the same transaction.
import type { PlanLine } from '#procedures/plan/line.ts';
import { placeIn, type Rank } from '#procedures/plan/ranks.ts';
import type { IndexKey, Key, Keys } from './keys.ts';
import type { Storage, Write } from './storage.ts';

/** A ranking of the whole plan, or of one of its offices. */
export type RankList = { rank: Rank; office?: string };

/** Which rankings are kept: of the plan, and of each office; `words` for people. A change of a line writes as many items at most. */
const KEPT: readonly { rank: Rank; each: 'plan' | 'office'; words: string }[] = [
  { rank: 'deadlines', each: 'plan', words: 'hạn trình' },
  { rank: 'cuts', each: 'plan', words: 'mức cắt giảm' },
  { rank: 'furthest', each: 'plan', words: 'còn xa chỉ tiêu' },
  { rank: 'deadlines', each: 'office', words: 'hạn trình của phòng' },
  { rank: 'returned', each: 'office', words: 'bị trả lại của phòng' },
];

/** The name of a ranking in its index key. */
export const nameOf = ({ rank, office }: RankList): string => (office === undefined ? rank : `${rank}@${office}`);

const nameIn = (rank: Rank, each: 'plan' | 'office'): string => (each === 'plan' ? rank : `${rank}@`);

/** Every ranking's item of a line: null where the line has no place in it. */
export function rankItems(keys: Keys, line: PlanLine): { key: Key; row: IndexKey | null }[] {
  return KEPT.map(({ rank, each }) => {
    const place = placeIn(rank, line);
    const list = nameOf(each === 'plan' ? { rank } : { rank, office: line.office });
    return {
      key: keys.rank(line.plan, nameIn(rank, each), line.procedure),
      row: place === null ? null : keys.rankRow(line.plan, list, place, line.procedure),
    };
  });
}

/** The keys of all places that a procedure may have, and what each ranking is called. */
export const rankKeys = (keys: Keys, plan: string, procedure: string): { key: Key; words: string }[] =>
  KEPT.map(({ rank, each, words }) => ({ key: keys.rank(plan, nameIn(rank, each), procedure), words }));

/** Whether a line stands in that ranking. */
export const isIn = ({ rank, office }: RankList, line: PlanLine): boolean =>
  placeIn(rank, line) !== null && (office === undefined || line.office === office);

/** The writes that move the places of a line; null where it comes into scope, or leaves it. */
export function rankWrites(storage: Storage, from: PlanLine | null, to: PlanLine | null): Write[] {
  const before = new Map(from ? rankItems(storage.keys, from).map(({ key, row }) => [key.sk, { key, row }]) : []);
  const after = new Map(to ? rankItems(storage.keys, to).map(({ key, row }) => [key.sk, { key, row }]) : []);
  return [...new Map([...before, ...after]).keys()].flatMap((sk) => {
    const [old, now] = [before.get(sk)?.row ?? null, after.get(sk)?.row ?? null];
    const key = (after.get(sk) ?? before.get(sk))?.key;
    if (!key || same(old, now)) return [];
    return [now === null ? storage.drop(key) : storage.put(key, now)];
  });
}

const same = (a: IndexKey | null, b: IndexKey | null): boolean => a?.gsi1pk === b?.gsi1pk && a?.gsi1sk === b?.gsi1sk;
