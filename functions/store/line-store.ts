// Lines of a plan, the totals of its offices and the places in its rankings: whatever moves a line moves these in the same transaction.
import { PlanLine } from '#procedures/plan/line.ts';
import { movement, plus, type Totals } from '#procedures/plan/totals.ts';
import { sortKey } from '#procedures/text/vietnamese.ts';
import { idOfIndexKey } from './keys.ts';
import type { Page } from './page-mark.ts';
import { isIn, nameOf, type RankList, rankWrites } from './rank-row.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { summaryPage } from './summary-page.ts';
import { TABLE } from './table.ts';
import { totalsIn, totalsWrite } from './totals-row.ts';

/** A line before and after; null where it comes into scope, or leaves it. */
export type LineChange = { from: PlanLine | null; to: PlanLine | null };

/** The first lines of a ranking, and whether there are others. */
export type FirstLines = { lines: PlanLine[]; more: boolean };

/** So many lines that come into scope fit into one transaction of 100 writes, each with its places and the totals of an office. */
export const MOST_LINES = 20;

/** Reads lines and totals, and puts together the writes of a change. StoredItemError for a line that does not fit its schema. */
export class LineStore {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** The line of a procedure as the table has it now; null where it is not in scope. */
  async read(plan: string, procedure: string): Promise<PlanLine | null> {
    const [line] = await this.readMany([{ plan, procedure }]);
    return line ?? null;
  }

  /** Several at once, in the order asked. */
  async readMany(wanted: readonly { plan: string; procedure: string }[]): Promise<(PlanLine | null)[]> {
    const keys = wanted.map(({ plan, procedure }) => this.#storage.keys.line(plan, procedure));
    const items = await this.#storage.readBodies(keys);
    return keys.map((key, index) => {
      const item = items[index];
      return item ? fromBody(PlanLine, key, item.body) : null;
    });
  }

  /** All lines of a plan as the table has them now, page after page in no order: for whoever proves what is kept beside them. */
  async *all(plan: string): AsyncGenerator<PlanLine[]> {
    const { pk, prefix } = this.#storage.keys.allLines(plan);
    for await (const items of this.#storage.queryAll({ pk, prefix, only: 'pk, sk, body' })) {
      yield items.map((item) => fromBody(PlanLine, { pk: String(item.pk), sk: String(item.sk) }, item.body));
    }
  }

  /** One page of a plan's lines, by office and name. */
  page({ plan, after, limit }: { plan: string; after?: string; limit: number }): Promise<Page<PlanLine>> {
    const { keys } = this.#storage;
    const keyOf = (procedure: string) => keys.line(plan, procedure);
    return summaryPage(this.#storage, { gsi1pk: keys.linePage(plan), schema: PlanLine, keyOf, after, limit });
  }

  /**
   * The first lines of several rankings, in the order asked, each as the table has it now: one query a ranking and one reading of the
   * lines, however many lines the plan has.
   */
  async firstOf(plan: string, lists: readonly RankList[], limit: number): Promise<FirstLines[]> {
    const places = await Promise.all(lists.map((list) => this.#places(plan, list, limit + 1)));
    const wanted = [...new Set(places.flat())].map((procedure) => ({ plan, procedure }));
    const lines = new Map((await this.readMany(wanted)).map((line) => [line?.procedure, line]));
    return lists.map((list, index) => {
      const ids = places[index] ?? [];
      // The index may lag behind the lines.
      const found = ids.flatMap((id) => lines.get(id) ?? []).filter((line) => isIn(list, line));
      return { lines: found.slice(0, limit), more: ids.length > limit };
    });
  }

  async #places(plan: string, list: RankList, limit: number): Promise<string[]> {
    const { items } = await this.#storage.query({
      IndexName: TABLE.index.name,
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': this.#storage.keys.rankList(plan, nameOf(list)) },
      ProjectionExpression: 'gsi1sk',
      Limit: limit,
    });
    return items.map((item) => idOfIndexKey(String(item.gsi1sk)));
  }

  /** Totals by office. */
  async totals(plan: string): Promise<Record<string, Totals>> {
    const { pk, prefix } = this.#storage.keys.allTotals(plan);
    const { items } = await this.#storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    });
    return Object.fromEntries(items.map((item) => [String(item.sk).slice(prefix.length), totalsIn(item)]));
  }

  /** Writes lines that come into scope, change or leave it. ConditionFailure (index of the change) when one was changed meanwhile. */
  save(changes: readonly LineChange[], others: readonly Write[] = []): Promise<void> {
    return this.#storage.write([...this.writes(changes), ...others]);
  }

  /** The writes of changes: the lines first, in their order, then their places in the rankings, then the totals, one an office. */
  writes(changes: readonly LineChange[]): Write[] {
    const byOffice = new Map<string, { plan: string; office: string; movement: Totals }>();
    const move = (line: PlanLine, by: Totals) => {
      const place = `${line.plan}\n${line.office}`;
      const known = byOffice.get(place);
      byOffice.set(place, { plan: line.plan, office: line.office, movement: known ? plus(known.movement, by) : by });
    };
    for (const { from, to } of changes) {
      if (from && to && from.office === to.office) move(to, movement(from, to));
      else {
        if (from) move(from, movement(from, null));
        if (to) move(to, movement(null, to));
      }
    }
    const totals = [...byOffice.values()].map(({ plan, office, movement: by }) => totalsWrite(this.#storage, plan, office, by));
    const places = changes.flatMap(({ from, to }) => rankWrites(this.#storage, from, to));
    return [...changes.map((change) => this.#line(change)), ...places, ...totals.filter((write) => write !== null)];
  }

  #line({ from, to }: LineChange): Write {
    const { keys } = this.#storage;
    const line = to ?? from;
    if (!line) throw new TypeError('A change has a line before or after it.');
    const key = keys.line(line.plan, line.procedure);
    if (!to) return this.#storage.remove(key, line.version);
    const attributes = { ...keys.lineRow(to, sortKey(to.procedureName)), version: to.version, body: toBody(key, to), summary: to };
    return from ? this.#storage.putOver(key, from.version, attributes) : this.#storage.putNew(key, attributes);
  }
}
