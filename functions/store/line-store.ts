// Lines of a plan and the totals of its offices: whatever moves a line moves the totals in the same transaction.
import { PlanLine } from '#procedures/plan/line.ts';
import { movement, plus, type Totals } from '#procedures/plan/totals.ts';
import { sortKey } from '#procedures/text/vietnamese.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { totalsIn, totalsWrite } from './totals-row.ts';

/** A line before and after; null where it comes into scope, or leaves it. */
export type LineChange = { from: PlanLine | null; to: PlanLine | null };

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

  /** Several at once (at most 100), in the order asked. */
  async readMany(wanted: readonly { plan: string; procedure: string }[]): Promise<(PlanLine | null)[]> {
    const keys = wanted.map(({ plan, procedure }) => this.#storage.keys.line(plan, procedure));
    const items = await this.#storage.readBodies(keys);
    return items.map((item, index) => (item ? fromBody(PlanLine, keys[index]!, item.body) : null));
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

  /** The writes of changes: the lines first, in their order, then the totals, one an office. */
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
    return [...changes.map((change) => this.#line(change)), ...totals.filter((write) => write !== null)];
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
