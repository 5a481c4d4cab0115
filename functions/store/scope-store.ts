// The scope of a plan as people set it: procedures come in, change office or deadline, go out. One transaction moves the line, its places,
// the totals, the office in charge of the procedure, and writes the history.
import type { PlanLine } from '#procedures/plan/line.ts';
import { isUnderWay } from '#procedures/plan/line-stand.ts';
import type { Office, Plan } from '#procedures/plan/plan.ts';
import { aimedAt, declaredTarget } from '#procedures/plan/target.ts';
import { NotFoundError, OutdatedError, StaleError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import { type Head, headOffice, readHeads } from './head.ts';
import type { History } from './history.ts';
import type { LineChange, LineStore } from './line-store.ts';
import type { Storage, Write } from './storage.ts';

/** `charge`: the head of the procedure as it was read, and the office that is in charge from now on. */
export type ScopeChange = LineChange & { event: Event; charge?: { head: Head; office: Pick<Office, 'id' | 'name'> } };

/** So many fit into one transaction of 100 writes: each takes eight at most, the offices' totals and the plan one each. */
const MOST_CHANGES = 10;

const PAGE = 500;

/** Writes what people change in the scope of a plan. */
export class ScopeStore {
  /** So many changes go into one save. */
  readonly mostChanges = MOST_CHANGES;
  readonly #storage: Storage;
  readonly #history: History;
  readonly #lines: LineStore;

  constructor(storage: Storage, history: History, lines: LineStore) {
    this.#storage = storage;
    this.#history = history;
    this.#lines = lines;
  }

  /**
   * All of the changes or none, at most `mostChanges`, while the plan is at the version that was read. OutdatedError with the line that is
   * there instead, NotFoundError when it is gone, StaleError when the plan or the procedure was changed meanwhile.
   */
  async save(plan: Pick<Plan, 'id' | 'version'>, changes: readonly ScopeChange[]): Promise<void> {
    const charges = changes.flatMap(({ charge }) => (charge ? [headOffice(this.#storage, charge.head, charge.office)] : []));
    const events = changes.map(({ event }) => this.#history.line(event));
    const writes = [...this.#lines.writes(changes), ...events, ...charges, this.#isAt(plan)];
    await this.#storage.write(writes).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      throw await this.#failure(changes[error.index]);
    });
  }

  /**
   * Lines that were reckoned with another target for declared information take that of the plan, with their places and the totals. A line
   * that moves on meanwhile is read again.
   */
  async retarget(plan: Pick<Plan, 'id' | 'targets'>): Promise<void> {
    const target = declaredTarget(plan)?.threshold;
    const renew = async (line: PlanLine): Promise<void> => {
      let present: PlanLine | null = line;
      while (present && present.target !== target) {
        const from: PlanLine = present;
        const failed = await this.#attempt(() => this.#lines.save([{ from, to: { ...aimedAt(from, target), version: from.version + 1 } }]));
        present = failed ? await this.#lines.read(plan.id, line.procedure) : null;
      }
    };
    await this.#eachLine(plan.id, (lines) => inTurn(lines, renew));
  }

  /** Procedures take the office of their line, unless a redesign of theirs is under way, and the name that the plan has for it. */
  async takeCharge(plan: Pick<Plan, 'id' | 'offices'>): Promise<void> {
    const offices = new Map(plan.offices.map((office) => [office.id, office]));
    await this.#eachLine(plan.id, async (lines) => {
      const heads = await readHeads(
        this.#storage,
        lines.map(({ procedure }) => procedure),
      );
      await inTurn(heads, async (head, index) => {
        const office = head && offices.get(!isUnderWay({ latest: head.row.redesign }) ? (lines[index]?.office ?? '') : head.row.office);
        if (!office || (head.row.office === office.id && head.row.officeName === office.name)) return;
        // Whoever has just moved the head has it from this plan: it is the current one.
        await this.#attempt(() => this.#storage.write([headOffice(this.#storage, head, office)]));
      });
    });
  }

  async #eachLine(plan: string, work: (lines: PlanLine[]) => Promise<void>): Promise<void> {
    let after: string | undefined;
    do {
      const { rows, next } = await this.#lines.page({ plan, limit: PAGE, ...(after !== undefined && { after }) });
      await work(rows);
      after = next ?? undefined;
    } while (after !== undefined);
  }

  /** Whether a condition of the write did not hold. */
  async #attempt(write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      return false;
    } catch (error) {
      if (error instanceof ConditionFailure) return true;
      throw error;
    }
  }

  #isAt({ id, version }: Pick<Plan, 'id' | 'version'>): Write {
    return this.#storage.check(this.#storage.keys.plan(id), {
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    });
  }

  async #failure(change: LineChange | undefined): Promise<Error> {
    const line = change?.from ?? change?.to;
    if (!line) return new StaleError('the plan, or a procedure of it,');
    const current = await this.#lines.read(line.plan, line.procedure);
    return current ? new OutdatedError(`line ${line.procedure}`, current) : new NotFoundError(`line ${line.procedure}`);
  }
}

async function inTurn<One>(all: readonly One[], work: (one: One, index: number) => Promise<void>): Promise<void> {
  for (const [index, one] of all.entries()) await work(one, index);
}
