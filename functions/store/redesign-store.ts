// Redesigns: one versioned document each, with its history beside it and its state on the head of its procedure.
// Every change is one transaction: the document, its history line and, when the state changes, the head.
import { Proposal } from '#procedures/proposal/proposal.ts';
import { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { AlreadyOpenError, ImmutableError, NotFoundError, VersionConflictError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import { idOfIndexKey } from './keys.ts';
import { pageMark, placeOf } from './page-mark.ts';
import type { PersonStore } from './person-store.ts';
import { Recent } from './recent.ts';
import { RedesignRow, redesignRow } from './redesign-row.ts';
import type { Storage, Write } from './storage.ts';
import { fromBody, fromValue, toBody } from './stored.ts';
import { TABLE } from './table.ts';

/** What a change was made on: the condition is that this version is still the present one. */
export type Base = Pick<Redesign, 'version' | 'state'>;

type Asked = { plan: string; after?: string; limit: number };

const REMEMBERED = 500;

export function redesignStore(storage: Storage, history: Pick<History, 'line'>, people: Pick<PersonStore, 'parse'>) {
  const { keys } = storage;
  /** The last version that this process has seen; whoever writes on it has the version condition to tell them it is old. */
  const seen = new Recent<{ redesign: Redesign; body: unknown }>(REMEMBERED);

  /** The same text is the same redesign: it is not parsed twice. */
  function parse(id: string, body: unknown): Redesign {
    const known = seen.get(id);
    if (known && known.body === body) return known.redesign;
    const redesign = fromBody(Redesign, keys.redesign(id), body);
    seen.set(id, { redesign, body });
    return redesign;
  }

  async function read(id: string): Promise<Redesign | null> {
    const item = await storage.read(keys.redesign(id), 'body');
    return item ? parse(id, item.body) : null;
  }

  /** The redesign and the person who asks, in one call. */
  async function readWithPerson(id: string, subject: string): Promise<{ redesign: Redesign | null; person: Person | null }> {
    const [item, person] = await storage.readBodies([keys.redesign(id), keys.person(subject)]);
    return { redesign: item ? parse(id, item.body) : null, person: people.parse(subject, person) };
  }

  /** The redesign as it was at `version`, if this process has just seen it so; for a writer, who names that version as the condition. */
  function seenAt(id: string, version: number): Redesign | null {
    const known = seen.get(id)?.redesign;
    return known?.version === version ? known : null;
  }

  const attributes = (redesign: Redesign, body: string) => ({
    ...keys.planRow(redesign),
    version: redesign.version,
    body,
    summary: redesignRow(redesign),
  });

  /** Opens a redesign; AlreadyOpenError when the procedure has one that is still under way. */
  async function open(redesign: Redesign, event: Event): Promise<void> {
    const { id, procedure } = redesign;
    const key = keys.redesign(id);
    const body = toBody(key, redesign);
    const writes = [storage.putNew(key, attributes(redesign, body)), headOf(redesign, 'free'), history.line(event)];
    await storage.write(writes).catch((error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      if (error.index === 0) throw new ImmutableError(`redesign ${id}`);
      const other = error.item?.summary?.M?.redesign?.M?.id?.S;
      throw other ? new AlreadyOpenError(procedure, other) : new NotFoundError(`procedure ${procedure}`);
    });
    seen.set(id, { redesign, body });
  }

  /** Saves the next version of a redesign with its history line; VersionConflictError carries what is there instead. */
  async function save(redesign: Redesign, base: Base, event: Event): Promise<void> {
    const writes = [history.line(event)];
    if (redesign.state !== base.state) writes.push(headOf(redesign, base.state === 'discarded' ? 'free' : 'own'));
    await writeOver(redesign, base, writes);
  }

  /** Saves the submitted redesign and its proposal at once. A second submission of the same version changes nothing: VersionConflictError. */
  async function submit(redesign: Redesign, base: Base, proposal: Proposal, event: Event): Promise<void> {
    const key = keys.proposal(redesign.id, proposal.number);
    const frozen = storage.putNew(key, { body: toBody(key, proposal), hash: proposal.hash });
    await writeOver(redesign, base, [history.line(event), headOf(redesign, 'own'), frozen]);
  }

  async function writeOver(redesign: Redesign, base: Base, others: Write[]): Promise<void> {
    const { id, procedure } = redesign;
    const key = keys.redesign(id);
    const body = toBody(key, redesign);
    const writes = [storage.putOver(key, base.version, attributes(redesign, body)), ...others];
    await storage.write(writes).catch(async (error: unknown) => {
      if (!(error instanceof ConditionFailure)) throw error;
      if (error.index === 0) throw await conflict(id, error.item?.body?.S);
      const other = error.item?.summary?.M?.redesign?.M?.id?.S;
      if (other && other !== id) throw new AlreadyOpenError(procedure, other);
      throw new ImmutableError(`a line or proposal of redesign ${id}`);
    });
    seen.set(id, { redesign, body });
  }

  async function conflict(id: string, body: string | undefined): Promise<Error> {
    const current = body === undefined ? await read(id) : parse(id, body);
    return current ? new VersionConflictError(current) : new NotFoundError(`redesign ${id}`);
  }

  /** The head's note of the redesign: taken when the procedure is `free`, changed when the note is the redesign's `own`, gone when it is discarded. */
  function headOf({ id, procedure, state }: Redesign, condition: 'free' | 'own'): Write {
    const closing = state === 'discarded';
    return storage.update(keys.head(procedure), {
      UpdateExpression: closing ? 'REMOVE summary.redesign ADD #version :one' : 'SET summary.redesign = :note ADD #version :one',
      ConditionExpression:
        condition === 'own'
          ? 'summary.redesign.id = :id'
          : 'attribute_exists(pk) AND (attribute_not_exists(summary.redesign) OR summary.redesign.#state IN (:rejected, :inEffect))',
      ExpressionAttributeNames: { '#version': 'version', ...(condition === 'free' && { '#state': 'state' }) },
      ExpressionAttributeValues: {
        ':one': 1,
        ...(!closing && { ':note': { id, state } }),
        ...(condition === 'own' ? { ':id': id } : { ':rejected': 'rejected', ':inEffect': 'inEffect' }),
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
  }

  /** One page of a plan's redesigns, by state and last change. */
  async function page({ plan, after, limit }: Asked): Promise<{ rows: RedesignRow[]; next: string | null }> {
    const gsi1pk = keys.planPage(plan);
    const startAt = (gsi1sk: string) => ({ ...keys.redesign(idOfIndexKey(gsi1sk)), gsi1pk, gsi1sk });
    const { items, last } = await storage.query({
      IndexName: TABLE.index.name,
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': gsi1pk },
      ProjectionExpression: 'pk, sk, summary',
      Limit: limit,
      ...(after && { ExclusiveStartKey: startAt(placeOf(after)) }),
    });
    const rows = items.map((item) => fromValue(RedesignRow, { pk: String(item.pk), sk: String(item.sk) }, item.summary));
    return { rows, next: last ? pageMark(String(last.gsi1sk)) : null };
  }

  /** A frozen proposal. */
  async function readProposal(id: string, number: number): Promise<Proposal | null> {
    const key = keys.proposal(id, number);
    const item = await storage.read(key, 'body');
    return item ? fromBody(Proposal, key, item.body) : null;
  }

  return { read, readWithPerson, seenAt, open, save, submit, page, proposal: readProposal };
}
