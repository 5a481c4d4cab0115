import { createHash } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import type { Event } from '#functions/store/event.ts';
import type { GuestLink } from '#procedures/proposal/guest-link.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { accepted, act, composed, done, submissionIn } from '../../support/submitting.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

const DAY = 24 * 60 * 60 * 1000;
let shift = 0;
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ now: () => new Date(Date.now() + shift) });
});
afterAll(() => workspace.close());

type Shared = { link: GuestLink; token: string };
const READINGS = ['/api/guest/dossier', '/api/guest/entries', '/api/guest/papers/letter'];

const share = async (answer: SubmissionAnswer, json: unknown = { label: 'Cơ quan kiểm soát TTHC (minh họa)', days: 7 }) =>
  done<Shared>(await act(workspace, answer, 'links', json));
const visit = (path: string, token?: string) =>
  workspace.ask('GET', path, { as: null, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
const openings = async ({ submission }: SubmissionAnswer): Promise<Event[]> =>
  (await workspace.stores.history.page({ submission: submission.id })).events.filter(({ action }) => action === 'openShared');

let redesign: Redesign;
let signed: SubmissionAnswer;
let shared: Shared;
beforeAll(async () => {
  redesign = await accepted(workspace);
  signed = await submissionIn(workspace, 'signed', [redesign, await accepted(workspace, { as: 'stranger' })]);
  shared = await share(signed);
});

describe('a guest link', () => {
  it('is shown once and kept nowhere: the table holds its hash alone, the log nothing', async () => {
    expect(shared.token).toMatch(/^[\w-]{43}$/);
    expect(shared.link).toMatchObject({ signing: 1, createdBy: PEOPLE.reviewer.name });
    await visit('/api/guest/dossier', shared.token);
    const { Items } = await workspace.client.send(new ScanCommand({ TableName: workspace.table }));
    const everything = JSON.stringify(Items);
    expect(everything).not.toContain(shared.token);
    expect(everything).toContain(createHash('sha256').update(shared.token).digest('hex'));
    expect(JSON.stringify(workspace.log)).not.toContain(shared.token);
  });

  it('opens the dossier that was signed, page by page, with the proposals as they were frozen', async () => {
    const dossier = await visit('/api/guest/dossier', shared.token);
    expect(dossier.headers.get('set-cookie')).toBeNull();
    expect(dossier.headers.get('cache-control')).toBe('no-store');
    expect(await bodyOf(dossier)).toMatchObject({
      title: signed.submission.title,
      hash: signed.submission.signed?.hash,
      signedBy: PEOPLE.leader.name,
      summary: { entries: 2, before: 8, after: 4 },
      link: { label: 'Cơ quan kiểm soát TTHC (minh họa)' },
    });
    const entries = await visit('/api/guest/entries?from=1&count=1', shared.token);
    expect(await bodyOf(entries)).toMatchObject({ entries: [{ index: 1 }], total: 2 });
    const proposal = await bodyOf<Proposal>(await visit(`/api/guest/proposals/${redesign.id}`, shared.token));
    expect(proposal).toEqual(await workspace.stores.redesigns.proposal(redesign.id, 1));
  });

  it('shows names as papers do, and never an account', async () => {
    const paths = [...READINGS, '/api/guest/papers/annex', `/api/guest/proposals/${redesign.id}`];
    const texts = await Promise.all(paths.map(async (path) => (await visit(path, shared.token)).text()));
    for (const { subject } of Object.values(PEOPLE)) expect(texts.join()).not.toContain(`"${subject}"`);
    expect(texts.join()).not.toMatch(/"(?:subject|email|writers)"/);
  });

  it('leaves a line in the history at every opening, with the link in place of a person, and is counted', async () => {
    const answer = await submissionIn(workspace, 'signed', [await accepted(workspace)]);
    const { link, token } = await share(answer, { label: 'Văn phòng (minh họa)', days: 1 });
    expect(await openings(answer)).toEqual([]);
    await visit('/api/guest/entries', token);
    await visit('/api/guest/entries?from=1', token);
    expect((await openings(answer)).map(({ about }) => about)).toEqual(['Xem tiếp hồ sơ']);
    await visit('/api/guest/dossier', token);
    await visit('/api/guest/dossier', token);
    const lines = await openings(answer);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatchObject({ by: { role: 'guest', name: 'Văn phòng (minh họa)' }, about: 'Mở hồ sơ' });
    const path = `/api/submissions/${answer.submission.id}/links`;
    const { links } = await done<{ links: unknown[] }>(await workspace.ask('GET', path, { as: 'leader' }));
    expect(links).toMatchObject([{ id: link.id, state: 'open', openings: 3, lastOpenedAt: lines[0]?.at }]);
  });

  it('stays good after the decision', async () => {
    const decided = await submissionIn(workspace, 'decided', [await accepted(workspace)]);
    const { token } = await share(decided);
    expect((await visit('/api/guest/dossier', token)).status).toBe(200);
  });

  it('is bounded in how often it may be opened', async () => {
    const { token } = await share(signed);
    let answer = await visit('/api/guest/entries', token);
    for (let times = 0; times < 400 && answer.status === 200; times++) answer = await visit('/api/guest/entries', token);
    expect((await problemOf(answer)).type).toBe('/problems/too-many');
    expect((await visit('/api/guest/entries', shared.token)).status).toBe(200);
  });
});

describe('with a guest link', () => {
  it('nothing outside the dossier can be reached', async () => {
    const outside = await accepted(workspace);
    const elsewhere = await accepted(workspace);
    await composed(workspace, [elsewhere]);
    for (const { id } of [outside, elsewhere]) expect((await visit(`/api/guest/proposals/${id}`, shared.token)).status).toBe(404);
    const others = [
      '/api/session',
      '/api/procedures',
      '/api/redesigns',
      `/api/redesigns/${redesign.id}`,
      `/api/redesigns/${redesign.id}/proposals/1`,
      `/api/redesigns/${redesign.id}/proposals/1/files/docx`,
      '/api/submissions',
      `/api/submissions/${signed.submission.id}`,
      `/api/submissions/${signed.submission.id}/entries`,
      `/api/submissions/${signed.submission.id}/links`,
      `/api/submissions/${signed.submission.id}/files/letter.docx`,
      '/api/recommendations',
    ];
    for (const path of others) expect((await visit(path, shared.token)).status).toBe(401);
  });

  it('nothing can be changed', async () => {
    const headers = { authorization: `Bearer ${shared.token}` };
    for (const method of ['POST', 'PUT', 'DELETE']) {
      for (const path of [...READINGS.slice(0, 2), `/api/guest/proposals/${redesign.id}`]) {
        expect((await workspace.ask(method, path, { as: null, headers, json: {} })).status).toBe(404);
      }
    }
  });
});

describe('a link that does not open', () => {
  /** What every dead link is answered with, whatever killed it. */
  const answers = async (...tokens: (string | undefined)[]) => {
    const found: string[] = [];
    for (const token of tokens) {
      for (const path of READINGS) {
        const answer = await visit(path, token);
        expect(answer.status).toBe(404);
        found.push(await answer.text());
      }
    }
    return new Set(found);
  };

  it('is answered alike, whether it was never given out, has expired, was withdrawn, or its submission reopened', async () => {
    const [withdrawn, expired] = [await share(signed), await share(signed, { label: 'Một ngày (minh họa)', days: 1 })];
    const path = `links/${withdrawn.link.id}/withdraw`;
    expect(await done(await act(workspace, signed, path))).toMatchObject({
      link: { state: 'withdrawn', withdrawn: { by: PEOPLE.reviewer.name } },
    });
    expect((await act(workspace, signed, path)).status).toBe(200);

    const once = await submissionIn(workspace, 'signed', [await accepted(workspace)]);
    const stale = await share(once);
    expect((await visit('/api/guest/dossier', stale.token)).status).toBe(200);
    const open = await done<SubmissionAnswer>(await act(workspace, once, 'reopen', { reason: 'Sửa lại (minh họa)' }, 'leader'));
    const reopened = await answers(stale.token);
    const offered = await done<SubmissionAnswer>(await act(workspace, open, 'offer'));
    const again = await done<SubmissionAnswer>(await act(workspace, offered, 'sign-off', undefined, 'leader'));
    // Signed anew is another paper: the link for the old one stays dead.
    const resigned = await answers(stale.token);
    expect((await visit('/api/guest/dossier', (await share(again)).token)).status).toBe(200);

    expect((await visit('/api/guest/dossier', expired.token)).status).toBe(200);
    shift += DAY;
    const all = new Set([...reopened, ...resigned, ...(await answers(withdrawn.token, expired.token, 'A'.repeat(43), 'x', '', undefined))]);
    expect(all.size).toBe(1);
    expect([...all][0]).toContain('Hãy hỏi đơn vị đã gửi liên kết');
    expect([...all][0]).not.toMatch(/"(?:code|because)"/);
    // A week is not over yet.
    expect((await visit('/api/guest/dossier', shared.token)).status).toBe(200);
  });

  it('does not open for somebody signed in either', async () => {
    const answer = await workspace.ask('GET', '/api/guest/dossier', { as: 'leader' });
    expect(answer.status).toBe(404);
  });
});
