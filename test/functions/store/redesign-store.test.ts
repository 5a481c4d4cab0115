import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AlreadyOpenError,
  ImmutableError,
  NotFoundError,
  NotInScopeError,
  TooLargeError,
  VersionConflictError,
} from '#functions/store/errors.ts';
import type { Event } from '#functions/store/event.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { drawUp } from '#procedures/proposal/draw-up.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aProcedure } from '../../support/build.ts';
import { openStores, startEmbeddedStore, type EmbeddedStore } from '../../support/embedded-store.ts';
import { aFullMark, aRedesign, aRevision, ruleV1 } from '../../support/redesign.ts';

const OFFICE = { id: 'quan-ly-chat-luong', name: 'Phòng Quản lý chất lượng (minh họa)' };
const BY = { subject: 'chuyen-vien', name: 'Người Mẫu (minh họa)', role: 'specialist' } as const;

let server: EmbeddedStore;
let stores: Stores;
let count = 0;
let procedure = aProcedure();
beforeAll(async () => {
  server = await startEmbeddedStore();
  ({ stores } = await openStores(server.endpoint));
});
afterAll(() => server.stop());
beforeEach(async () => {
  count += 1;
  procedure = aProcedure({ id: `1.${count}` });
  await stores.procedures.publish({ revision: aRevision(procedure), office: OFFICE, rule: ruleV1() });
  await bringIntoScope(procedure);
});

const bringIntoScope = (own: Procedure, plan = DEMONSTRATION_PLAN) =>
  stores.lines.save([{ from: null, to: lineOf(plan, own, { office: OFFICE.id }, ruleV1()) }]);
const redesignOf = (overrides: Partial<Redesign> = {}) => aRedesign(procedure, { id: `ban-${count}`, ...overrides });
const line = (redesign: Redesign, action: Event['action'] = 'edit', more: Partial<Event> = {}): Event => ({
  at: redesign.updatedAt,
  by: BY,
  action,
  redesign: redesign.id,
  version: redesign.version,
  ...more,
});
const next = (redesign: Redesign, change: Partial<Redesign> = {}): Redesign => ({ ...redesign, version: redesign.version + 1, ...change });
const opened = async () => {
  const redesign = redesignOf();
  await stores.redesigns.open(redesign, line(redesign, 'open'));
  return redesign;
};
const headNote = async () => (await stores.procedures.head(procedure.id))?.row.redesign;
const actions = async (id: string) => (await stores.history.page({ redesign: id })).events.map(({ action }) => action);
const proposalOf = (redesign: Redesign): Proposal => ({
  ...drawUp({
    redesign,
    baseline: aRevision(procedure),
    plan: DEMONSTRATION_PLAN,
    rule: ruleV1(),
    registers: [],
    grounds: [],
    by: BY.name,
    at: redesign.updatedAt,
  }),
  hash: 'a'.repeat(64),
});

describe('opening', () => {
  it('writes the redesign, its first line of history and the note on the procedure', async () => {
    const redesign = await opened();
    expect(await stores.redesigns.read(redesign.id)).toEqual(redesign);
    expect(await actions(redesign.id)).toEqual(['open']);
    expect(await headNote()).toEqual({ id: redesign.id, state: 'draft' });
  });

  it('a second time names the redesign that is there', async () => {
    const redesign = await opened();
    const second = redesignOf({ id: `khac-${count}` });
    const opening = stores.redesigns.open(second, line(second, 'open'));
    await expect(opening).rejects.toThrow(AlreadyOpenError);
    await expect(opening).rejects.toMatchObject({ redesign: redesign.id });
    expect(await stores.redesigns.read(second.id)).toBeNull();
    expect(await actions(second.id)).toEqual([]);
  });

  it('by ten people at once opens one', async () => {
    const all = Array.from({ length: 10 }, (_, index) => redesignOf({ id: `ban-${count}-${index}` }));
    const outcomes = await Promise.allSettled(all.map((one) => stores.redesigns.open(one, line(one, 'open'))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('needs the procedure', async () => {
    const missing = aProcedure({ id: `0.${count}` });
    await bringIntoScope(missing);
    const stray = { ...redesignOf(), procedure: missing.id };
    await expect(stores.redesigns.open(stray, line(stray, 'open'))).rejects.toThrow(NotFoundError);
  });

  it('needs the procedure in the scope of the plan', async () => {
    const stray = redesignOf({ plan: 'ke-hoach-khac' });
    await expect(stores.redesigns.open(stray, line(stray, 'open'))).rejects.toThrow(NotInScopeError);
    expect(await stores.redesigns.read(stray.id)).toBeNull();
  });
});

describe('saving', () => {
  it('on the version that is there writes the next one and its line', async () => {
    const redesign = await opened();
    const saved = next(redesign, { marks: { 'ho-ten': aFullMark('remove') } });
    await stores.redesigns.save(saved, redesign, line(saved));
    expect(await stores.redesigns.read(redesign.id)).toEqual(saved);
    expect(await actions(redesign.id)).toHaveLength(2);
  });

  it('on an older version changes nothing and says what is there', async () => {
    const redesign = await opened();
    const theirs = next(redesign, { updatedBy: 'Người khác (minh họa)' });
    await stores.redesigns.save(theirs, redesign, line(theirs));
    const mine = next(redesign);
    const saving = stores.redesigns.save(mine, redesign, line(mine));
    await expect(saving).rejects.toThrow(VersionConflictError);
    await expect(saving).rejects.toMatchObject({ current: theirs });
    expect(await actions(redesign.id)).toEqual(['edit', 'open']);
  });

  it('what was never opened is not found', async () => {
    const base = redesignOf({ id: `la-${count}` });
    const stray = next(base);
    await expect(stores.redesigns.save(stray, base, line(stray))).rejects.toThrow(NotFoundError);
  });

  it('more than one item holds is refused before it is sent', async () => {
    const redesign = await opened();
    const marks = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`f-${n}`, aFullMark('remove', { reason: 'ế'.repeat(4_000) })]));
    const saved = next(redesign, { marks });
    await expect(stores.redesigns.save(saved, redesign, line(saved))).rejects.toThrow(TooLargeError);
    expect(await stores.redesigns.read(redesign.id)).toEqual(redesign);
  });

  it('is remembered, so that the next edit on that version reads nothing', async () => {
    const redesign = await opened();
    expect(stores.redesigns.seenAt(redesign.id, 1)).toEqual(redesign);
    const saved = next(redesign);
    await stores.redesigns.save(saved, redesign, line(saved));
    expect(stores.redesigns.seenAt(redesign.id, 1)).toBeNull();
    expect(stores.redesigns.seenAt(redesign.id, 2)).toEqual(saved);
  });
});

describe('discarding', () => {
  it('takes the note off the procedure, keeps the redesign readable, and lets another be opened', async () => {
    const redesign = await opened();
    const discarded = next(redesign, { state: 'discarded' });
    await stores.redesigns.save(discarded, redesign, line(discarded, 'discard'));
    expect(await headNote()).toBeUndefined();
    expect(await stores.redesigns.read(redesign.id)).toEqual(discarded);
    const second = redesignOf({ id: `moi-${count}` });
    await stores.redesigns.open(second, line(second, 'open'));
    const restored = next(discarded, { state: 'draft' });
    await expect(stores.redesigns.save(restored, discarded, line(restored, 'restore'))).rejects.toThrow(AlreadyOpenError);
  });

  it('can be taken back while no other is open', async () => {
    const redesign = await opened();
    const discarded = next(redesign, { state: 'discarded' });
    await stores.redesigns.save(discarded, redesign, line(discarded, 'discard'));
    const restored = next(discarded, { state: 'draft' });
    await stores.redesigns.save(restored, discarded, line(restored, 'restore'));
    expect(await headNote()).toEqual({ id: redesign.id, state: 'draft' });
  });
});

describe('submitting', () => {
  it('twenty times at once leaves one proposal and one line', async () => {
    const redesign = await opened();
    const submitted = next(redesign, { state: 'submitted', proposals: 1 });
    const proposal = proposalOf(redesign);
    const attempts = Array.from({ length: 20 }, () => stores.redesigns.submit(submitted, redesign, proposal, line(submitted, 'submit')));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stores.redesigns.proposal(redesign.id, 1)).toEqual(proposal);
    expect(await stores.redesigns.proposal(redesign.id, 2)).toBeNull();
    expect(await actions(redesign.id)).toEqual(['submit', 'open']);
    expect(await headNote()).toEqual({ id: redesign.id, state: 'submitted' });
  });

  it('never writes over a proposal', async () => {
    const redesign = await opened();
    const submitted = next(redesign, { state: 'submitted', proposals: 1 });
    await stores.redesigns.submit(submitted, redesign, proposalOf(redesign), line(submitted, 'submit'));
    const again = next(submitted);
    const forged = { ...proposalOf(redesign), hash: 'b'.repeat(64) };
    await expect(stores.redesigns.submit(again, submitted, forged, line(again, 'submit'))).rejects.toThrow(ImmutableError);
    expect((await stores.redesigns.proposal(redesign.id, 1))?.hash).toBe('a'.repeat(64));
    expect((await stores.redesigns.read(redesign.id))?.version).toBe(2);
  });
});

describe('a new revision', () => {
  it('published while a redesign is open keeps the note of it', async () => {
    const redesign = await opened();
    const revision = { ...aRevision({ ...procedure, name: 'Tên mới (minh họa)' }), number: 2 };
    await stores.procedures.publish({ revision, office: OFFICE, rule: ruleV1() });
    expect(await headNote()).toEqual({ id: redesign.id, state: 'draft' });
    expect((await stores.redesigns.read(redesign.id))?.revision).toBe(1);
  });
});

describe('the list of a plan', () => {
  it('comes in pages, each redesign once', async () => {
    const plan = `ke-hoach-${count}`;
    const listed = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => {
        const own = aProcedure({ id: `8.${count}.${n}` });
        await stores.procedures.publish({ revision: aRevision(own), office: OFFICE, rule: ruleV1() });
        await bringIntoScope(own, { ...DEMONSTRATION_PLAN, id: plan });
        const redesign = { ...aRedesign(own), id: `trang-${count}-${n}`, plan };
        await stores.redesigns.open(redesign, line(redesign, 'open'));
        return redesign.id;
      }),
    );
    const first = await stores.redesigns.page({ plan, limit: 3 });
    const second = await stores.redesigns.page({ plan, limit: 3, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ id }) => id).toSorted()).toEqual(listed.toSorted());
    expect(first.rows[0]).toMatchObject({ procedureName: procedure.name, state: 'draft', tally: { before: 4, after: 4 }, version: 1 });
  });
});

describe('the history', () => {
  it('is read newest first, page after page', async () => {
    const redesign = await opened();
    for (let minute = 10; minute < 59; minute++) {
      const at = `2026-01-08T02:${minute}:00.000Z`;
      await Promise.all([1, 2, 3].map(() => stores.history.record({ ...line(redesign, 'edit', { because: `Lần ${minute}` }), at })));
    }
    const first = await stores.history.page({ redesign: redesign.id });
    const second = await stores.history.page({ redesign: redesign.id }, { after: first.next ?? '' });
    expect(first.events).toHaveLength(100);
    expect(second.events).toHaveLength(48);
    expect(second.next).toBeNull();
    const moments = [...first.events, ...second.events].map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted().toReversed());
  });
});
