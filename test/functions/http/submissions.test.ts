import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import type { Event } from '#functions/store/event.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { accepted, act, composed, done, submissionIn, submitted } from '../../support/submitting.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

type Bundled = SubmissionAnswer & { added: string[]; refused: { redesign: string; because: string }[] };
type Entries = { entries: { redesign: string; group: string; index: number; state: string }[]; total: number };

const stateOf = async ({ id }: Pick<Redesign, 'id'>) => (await workspace.stores.redesigns.read(id))?.state;
const linesOf = async ({ submission }: SubmissionAnswer): Promise<Event[]> =>
  (await workspace.stores.history.page({ submission: submission.id })).events;
const entriesOf = async ({ submission }: SubmissionAnswer, query = '') =>
  done<Entries>(await workspace.ask('GET', `/api/submissions/${submission.id}/entries${query}`, { as: 'leader' }));
const ids = (redesigns: readonly Redesign[]) => redesigns.map(({ id }) => id);

describe('a new submission', () => {
  it('is an empty draft of the current plan, and its letter says nothing that nobody has written', async () => {
    const { submission, summary, pending } = await composed(workspace);
    expect(submission).toMatchObject({ state: 'drafting', version: 1, createdBy: PEOPLE.reviewer.name, signings: 0 });
    const { verb, ...parts } = submission.letter;
    expect(verb).toBe('approve');
    expect(Object.values(parts).flat()).toEqual([]);
    expect({ ...summary, pending }).toMatchObject({ entries: 0, before: 0, after: 0, groups: [], pending: 0 });
  });

  it('stands in the list with its figures', async () => {
    const answer = await composed(workspace, [await accepted(workspace)]);
    const { rows } = await done<{ rows: { id: string }[] }>(await workspace.ask('GET', '/api/submissions', { as: 'leader' }));
    expect(rows.find(({ id }) => id === answer.submission.id)).toMatchObject({
      state: 'drafting',
      entries: 1,
      before: 4,
      after: 2,
      meets: 1,
    });
  });
});

describe('bundling', () => {
  it('takes accepted proposals of several offices, and sums them exactly', async () => {
    const redesigns = [await accepted(workspace), await accepted(workspace, { as: 'stranger', procedure: { internal: true } })];
    const answer = await composed(workspace, redesigns);
    expect(answer.summary).toMatchObject({ entries: 2, internal: 1, before: 8, after: 4, meets: 2, decides: 2, recommends: 2 });
    expect(answer.summary.groups).toMatchObject([
      { key: 'public', count: 1 },
      { key: 'internal', count: 1 },
    ]);
    expect(await Promise.all(redesigns.map(stateOf))).toEqual(['bundled', 'bundled']);
    const { entries, total } = await entriesOf(answer);
    expect(total).toBe(2);
    expect(entries).toMatchObject(ids(redesigns).map((redesign, index) => ({ redesign, index, state: 'bundled' })));
    expect(entries.map(({ group }) => group)).toEqual(['public', 'internal']);
  });

  it('tells of everything else why it cannot go in, and lets nothing of it in', async () => {
    const answer = await composed(workspace);
    const [ready, waiting] = [await accepted(workspace), await submitted(workspace)];
    const redesigns = [waiting.id, 'khong-co', ready.id, ready.id];
    const { added, refused, summary } = await done<Bundled>(await act(workspace, answer, 'entries', { redesigns }));
    expect(added).toEqual([ready.id]);
    expect(refused).toEqual([
      { redesign: 'khong-co', because: 'Không tìm thấy bản tái cấu trúc này.' },
      { redesign: waiting.id, because: 'Chỉ đưa vào tờ trình được phương án đã chấp nhận (hiện: chờ thẩm định).' },
    ]);
    expect(summary.entries).toBe(1);
    expect(await stateOf(waiting)).toBe('submitted');
    const { events } = await workspace.stores.history.page({ redesign: waiting.id });
    expect(events[0]).toMatchObject({ action: 'bundle', because: refused[1]?.because, submission: answer.submission.id });
  });

  it('in two submissions at once gives the proposal to exactly one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const [redesign, ...drafts] = [
        await accepted(workspace),
        await composed(workspace),
        await composed(workspace),
        await composed(workspace),
      ] as const;
      const answers = await Promise.all(
        drafts.map(async (draft) => done<Bundled>(await act(workspace, draft, 'entries', { redesigns: [redesign.id] }))),
      );
      const winners = answers.filter(({ added }) => added.length === 1);
      expect(winners).toHaveLength(1);
      expect(answers.filter(({ refused }) => refused.length === 1)).toHaveLength(2);
      const read = await workspace.stores.redesigns.read(redesign.id);
      expect(read).toMatchObject({ state: 'bundled', submission: winners[0]?.submission.id });
      const stored = await Promise.all(drafts.map(({ submission }) => workspace.stores.submissions.read(submission.id)));
      expect(stored.flatMap((one) => one?.entries ?? [])).toHaveLength(1);
    }
  });

  it('by two people on the same version lets the second see what is there now', async () => {
    const [draft, one, two] = [await composed(workspace), await accepted(workspace), await accepted(workspace)];
    await done(await act(workspace, draft, 'entries', { redesigns: [one.id] }));
    const answer = await act(workspace, draft, 'entries', { redesigns: [two.id] });
    expect(answer.status).toBe(409);
    expect(await problemOf(answer)).toMatchObject({ type: '/problems/version-conflict', current: { id: draft.submission.id, version: 2 } });
    expect(await stateOf(two)).toBe('accepted');
  });

  it('can be undone: what is taken out is accepted as before and may go elsewhere', async () => {
    const redesigns = [await accepted(workspace), await accepted(workspace)];
    const answer = await composed(workspace, redesigns);
    const rest = await done<SubmissionAnswer>(await act(workspace, answer, 'removals', { redesigns: [redesigns[0]?.id] }));
    expect(rest.summary.entries).toBe(1);
    expect(await workspace.stores.redesigns.read(redesigns[0]?.id ?? '')).toMatchObject({ state: 'accepted' });
    expect((await composed(workspace, redesigns.slice(0, 1))).summary.entries).toBe(1);
    expect((await linesOf(rest)).map(({ about }) => about)).toEqual([
      'Rút ra: “Cấp bản sao (minh họa)”',
      'Đưa vào: “Cấp bản sao (minh họa)”; “Cấp bản sao (minh họa)”',
      'Tờ trình đợt 1 (minh họa)',
    ]);
  });
});

describe('the order on paper', () => {
  it('is the order in which the proposals came, until one is moved within its group', async () => {
    const redesigns = [await accepted(workspace), await accepted(workspace), await accepted(workspace)];
    const answer = await composed(workspace, redesigns);
    const moved = await done<SubmissionAnswer>(await act(workspace, answer, 'moves', { redesign: redesigns[2]?.id, to: 0 }));
    const [first, second, third] = ids(redesigns);
    expect((await entriesOf(moved)).entries.map(({ redesign }) => redesign)).toEqual([third, first, second]);
    expect((await entriesOf(moved, '?from=1&count=1')).entries).toMatchObject([{ redesign: first, index: 1 }]);
  });
});

describe('writing the letter', () => {
  it('keeps every part as it was written', async () => {
    const { submission } = await composed(workspace);
    const letter = { ...submission.letter, subject: 'về phương án đơn giản hóa (minh họa)', bases: ['Căn cứ thứ nhất (minh họa)'] };
    const json = { title: 'Tờ trình đợt 2 (minh họa)', grouping: 'office', letter };
    const answer = await workspace.ask('PUT', `/api/submissions/${submission.id}`, { as: 'reviewer', version: 1, json });
    expect(answer.headers.get('etag')).toBe('"2"');
    expect((await bodyOf<SubmissionAnswer>(answer)).submission).toMatchObject({ ...json, version: 2 });
  });

  it('of more paragraphs than a letter has says where', async () => {
    const { submission } = await composed(workspace);
    const json = { title: 'a', grouping: 'none', letter: { ...submission.letter, request: Array.from({ length: 51 }, () => 'đoạn') } };
    const { issues } = await problemOf(
      await workspace.ask('PUT', `/api/submissions/${submission.id}`, { as: 'reviewer', version: 1, json }),
    );
    expect(issues?.map(({ path }) => path)).toEqual(['letter.request']);
  });
});

describe('the way to the signature', () => {
  it('needs a proposal to sign for', async () => {
    const problem = await problemOf(await act(workspace, await composed(workspace), 'offer'));
    expect(problem).toMatchObject({ status: 422, type: '/problems/refused' });
  });

  it('leads back with a reason, and on again', async () => {
    const offered = await submissionIn(workspace, 'offered', [await accepted(workspace)]);
    const reason = 'Bổ sung căn cứ (minh họa)';
    const back = await done<SubmissionAnswer>(await act(workspace, offered, 'send-back', { reason }, 'leader'));
    expect(back.submission).toMatchObject({ state: 'drafting', sentBack: { by: PEOPLE.leader.name, reason } });
    const again = await done<SubmissionAnswer>(await act(workspace, back, 'offer'));
    expect(again.submission).toMatchObject({ state: 'offered' });
    expect(again.submission.sentBack).toBeUndefined();
    expect((await linesOf(again))[1]).toMatchObject({
      action: 'sendBack',
      about: reason,
      submissionStates: { from: 'offered', to: 'drafting' },
    });
  });

  it('freezes everything under one hash, which anybody can reckon again', async () => {
    const redesigns = [await accepted(workspace), await accepted(workspace, { as: 'stranger' })];
    const { submission } = await submissionIn(workspace, 'signed', redesigns);
    const signed = await workspace.stores.submissions.signed(submission.id, 1);
    const { hash, ...content } = signed ?? { hash: '' };
    expect(hash).toBe(submission.signed?.hash);
    expect(hash).toBe(createHash('sha256').update(canonicalJson(content)).digest('hex'));
    const proposals = await Promise.all(redesigns.map(({ id }) => workspace.stores.redesigns.proposal(id, 1)));
    expect(signed?.entries.map((entry) => entry.hash)).toEqual(proposals.map((proposal) => proposal?.hash));
    expect(signed).toMatchObject({ number: 1, signedBy: PEOPLE.leader.name, plan: { rule: 'v1', target: 2000, demonstration: true } });
  });

  it('can be gone again after the signature was taken back: a new number, the old paper untouched', async () => {
    const first = await submissionIn(workspace, 'signed', [await accepted(workspace)]);
    const before = await workspace.stores.submissions.signed(first.submission.id, 1);
    const open = await done<SubmissionAnswer>(await act(workspace, first, 'reopen', { reason: 'Sai trích yếu (minh họa)' }, 'leader'));
    expect(open.submission).toMatchObject({ state: 'drafting', signings: 1 });
    expect(open.submission.signed).toBeUndefined();
    const { letter } = open.submission;
    const json = { title: 'Tờ trình sửa (minh họa)', grouping: 'none', letter };
    const path = `/api/submissions/${open.submission.id}`;
    const written = await done<SubmissionAnswer>(
      await workspace.ask('PUT', path, { as: 'reviewer', version: open.submission.version, json }),
    );
    const offered = await done<SubmissionAnswer>(await act(workspace, written, 'offer'));
    const again = await done<SubmissionAnswer>(await act(workspace, offered, 'sign-off', undefined, 'leader'));
    expect(again.submission.signed).toMatchObject({ number: 2 });
    expect(again.submission.signed?.hash).not.toBe(before?.hash);
    expect((await workspace.stores.submissions.signed(first.submission.id, 2))?.title).toBe('Tờ trình sửa (minh họa)');
    const { stores } = workspace;
    expect(await stores.submissions.signed(first.submission.id, 1)).toEqual(before);
  });
});

describe('giving a submission up', () => {
  it('lets all its proposals go', async () => {
    const redesigns = await Promise.all(Array.from({ length: 10 }, () => accepted(workspace)));
    const { submission } = await submissionIn(workspace, 'withdrawn', redesigns);
    expect(submission.state).toBe('withdrawn');
    expect(new Set(await Promise.all(redesigns.map(stateOf)))).toEqual(new Set(['accepted']));
    expect((await composed(workspace, redesigns)).summary.entries).toBe(10);
  });
});

describe('the history of a submission', () => {
  it('is newest first, and its reading stands in it', async () => {
    const answer = await submissionIn(workspace, 'signed', [await accepted(workspace)]);
    const path = `/api/submissions/${answer.submission.id}/history`;
    const { events } = await done<{ events: Event[] }>(await workspace.ask('GET', path, { as: 'specialist' }));
    expect(events.map(({ action }) => action)).toEqual(['signOff', 'offer', 'arrange', 'compose']);
    expect(events[0]?.about).toContain(answer.submission.signed?.hash);
    expect((await linesOf(answer))[0]).toMatchObject({ action: 'readHistory', by: { subject: PEOPLE.specialist.subject } });
  });
});
