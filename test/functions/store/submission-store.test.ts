import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImmutableError, OutdatedError, StaleError, TooLargeError } from '#functions/store/errors.ts';
import type { Event } from '#functions/store/event.ts';
import type { Stores } from '#functions/store/stores.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { newSubmission, rewritten } from '#procedures/proposal/compose.ts';
import { recommendationsOf } from '#procedures/proposal/recommend.ts';
import { afterStep } from '#procedures/proposal/recommendation-steps.ts';
import type { Submission } from '#procedures/proposal/submission.ts';
import { DECISION, whole } from '../../support/arbitrary-proposal.ts';
import { openStores, startEmbeddedStore } from '../../support/embedded-store.ts';
import { aProposal } from '../../support/proposal.ts';
import { anEntry, aSignedSubmission } from '../../support/submission.ts';

const AT = '2026-09-05T01:41:00Z';
const BY = { subject: 'tham-dinh', name: 'Người thẩm định (minh họa)', role: 'reviewer' } as const;
const by = { name: BY.name, at: AT };
const event = (submission: Submission, action: Event['action'] = 'arrange'): Event => ({
  at: AT,
  by: BY,
  action,
  submission: submission.id,
  version: submission.version,
});

let server: Awaited<ReturnType<typeof startEmbeddedStore>>;
let stores: Stores;
beforeAll(async () => {
  server = await startEmbeddedStore();
  ({ stores } = await openStores(server.endpoint));
});
afterAll(() => server.stop());

let count = 0;
/** A new submission of a plan, saved. */
async function begun(overrides: Partial<Submission> = {}): Promise<Submission> {
  const id = `to-trinh-${++count}`;
  const start = newSubmission({ id, plan: DEMONSTRATION_PLAN, title: 'Tờ trình (minh họa)', letterhead: {}, by });
  const submission = { ...start, ...overrides };
  await stores.submissions.save({ submission, base: null, event: event(submission, 'compose') });
  return submission;
}

describe('a submission in the store', () => {
  it('is saved over the version that was read, and shows what is there to whoever comes later', async () => {
    const base = await begun();
    const [mine, theirs] = ['Của tôi', 'Của họ'].map((title) => rewritten(base, by, { title }));
    if (!mine || !theirs) throw new Error('Two versions are missing.');
    await stores.submissions.save({ submission: theirs, base, event: event(theirs) });
    const failure = await stores.submissions.save({ submission: mine, base, event: event(mine) }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutdatedError);
    expect(failure).toMatchObject({ current: { version: 2, title: 'Của họ' }, written: { by: BY.name, at: AT } });
    expect(await stores.submissions.read(base.id)).toEqual(theirs);
    expect((await stores.history.page({ submission: base.id })).events).toHaveLength(2);
  });

  it('is found by its state, with its figures in place of its entries', async () => {
    const plan = 'ke-hoach-khac';
    const entries = [anEntry({ redesign: 'a', internal: true }), anEntry({ redesign: 'b' })];
    const offered = await begun({ plan, state: 'offered', entries });
    await begun({ plan });
    const page = await stores.submissions.page({ plan, state: 'offered', limit: 10 });
    expect(page.rows).toMatchObject([{ id: offered.id, entries: 2, internal: 1, before: 18, after: 12, meets: 2 }]);
    const first = await stores.submissions.page({ plan, limit: 1 });
    const second = await stores.submissions.page({ plan, limit: 1, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ state }) => state)).toEqual(['drafting', 'offered']);
  });

  it('that one item can not hold is told so before anything is written', async () => {
    const base = await begun();
    const entries = Array.from({ length: 600 }, (_, index) => anEntry({ redesign: `ban-${index}`, name: 'Thủ tục '.repeat(200).trim() }));
    const submission = rewritten(base, by, { entries });
    await expect(stores.submissions.save({ submission, base, event: event(submission) })).rejects.toThrow(TooLargeError);
    expect(await stores.submissions.read(base.id)).toEqual(base);
  });
});

describe('what was signed and decided', () => {
  it('is written once and never again', async () => {
    const base = await begun({ state: 'offered' });
    const signed = aSignedSubmission({ submission: base.id });
    const next = rewritten(base, by, { state: 'signed', signings: 1, signed: { number: 1, hash: signed.hash, by: BY.name, at: AT } });
    await stores.submissions.sign({ submission: next, base, event: event(next, 'signOff') }, signed);
    expect(await stores.submissions.signed(base.id, 1)).toEqual(signed);
    const again = rewritten(next, by, {});
    const anew = { ...signed, title: 'Khác (minh họa)' };
    await expect(stores.submissions.sign({ submission: again, base: next, event: event(again) }, anew)).rejects.toThrow(ImmutableError);

    const decision = { ...DECISION, submission: base.id, outcomes: [{ redesign: 'ban-1', outcome: 'approved' as const }] };
    const decided = rewritten(next, by, { state: 'decided' });
    await stores.submissions.decide({ submission: decided, base: next, event: event(decided, 'recordDecision') }, decision);
    const twice = rewritten(decided, by, {});
    const other = { ...decision, number: '9999/QĐ-UBND' };
    await expect(stores.submissions.decide({ submission: twice, base: decided, event: event(twice) }, other)).rejects.toThrow(
      ImmutableError,
    );
    expect(await stores.submissions.decision(base.id)).toEqual(decision);
    // What failed left nothing behind.
    expect(await stores.submissions.read(base.id)).toEqual(decided);
  });
});

describe('a guest link in the store', () => {
  const hash = 'b'.repeat(64);
  const link = {
    id: 'lien-ket-1',
    submission: 'to-trinh-x',
    signing: 1,
    label: 'Cơ quan kiểm soát TTHC (minh họa)',
    createdBy: BY.name,
    createdAt: AT,
    expiresAt: '2099-01-01T00:00:00Z',
  };
  const line = { at: AT, by: BY, action: 'share', submission: link.submission, version: 1 } as const;

  it('is found by the hash of its token, is withdrawn once, and keeps how often it was opened', async () => {
    await stores.links.create(link, hash, line);
    expect(await stores.links.byHash(hash)).toEqual({ ...link, openings: 0 });
    expect(await stores.links.byHash('c'.repeat(64))).toBeNull();
    await stores.links.open(link, { ...line, action: 'openShared' });
    await stores.links.open(link, { ...line, action: 'openShared' });
    const opened = await stores.links.read(link.submission, link.id);
    expect(opened).toMatchObject({ openings: 2, lastOpenedAt: AT });
    if (!opened) throw new Error('The link is gone.');
    const withdrawn = { ...opened, withdrawn: { by: BY.name, at: AT } };
    await stores.links.withdraw(withdrawn, line);
    await expect(stores.links.withdraw(withdrawn, line)).rejects.toThrow(StaleError);
    expect(await stores.links.list(link.submission)).toEqual([withdrawn]);
  });
});

describe('recommendations in the store', () => {
  it('are created once: creating them again leaves every step that was taken', async () => {
    const proposal = aProposal({ overrides: { redesign: 'ban-kien-nghi' } });
    const all = recommendationsOf(proposal, whole(proposal), DECISION);
    const [first, ...others] = all;
    if (!first) throw new Error('Nothing is recommended.');
    await stores.recommendations.createAll(all.slice(0, 1), AT);
    const sent = afterStep(first, { state: 'sent', date: '2026-09-21' }, by);
    const line = { at: AT, by: BY, action: 'followRecommendation', redesign: first.redesign, version: 1 } as const;
    await stores.recommendations.save(sent, first, line);
    await stores.recommendations.createAll(all, AT);
    expect(await stores.recommendations.list(first.redesign)).toEqual(
      [sent, ...others].toSorted((a, b) => (a.element < b.element ? -1 : 1)),
    );
    const { steps: _, ...row } = sent;
    const page = await stores.recommendations.page({ plan: first.plan, state: 'sent', limit: 10 });
    expect(page.rows).toEqual([{ ...row, last: sent.steps[0] }]);
    await expect(stores.recommendations.save(sent, first, line)).rejects.toThrow(OutdatedError);
  });
});
