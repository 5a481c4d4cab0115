import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, openWorkspace, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const SIX_MEGABYTES = 6 * 1024 * 1024;
const PIECE = new Uint8Array(64 * 1024).fill(0x20);

/** A body of six megabytes that tells how much of it was taken. */
function watched() {
  let taken = 0;
  const body = new ReadableStream({
    pull: (controller) => {
      taken += PIECE.length;
      if (taken > SIX_MEGABYTES) controller.close();
      else controller.enqueue(PIECE);
    },
  });
  return { body, taken: () => taken };
}

describe('a body of 6 MB', () => {
  it.each(['/api/redesigns', '/api/redesigns/x/edits', '/api/redesigns/x/submit'])(
    'announced by its length is refused unread (%s)',
    async (path) => {
      const { body, taken } = watched();
      const headers = { 'content-length': String(SIX_MEGABYTES), 'content-type': 'application/json' };
      const answer = await workspace.ask('POST', path, { body, headers, version: 1 });
      expect(await problemOf(answer)).toMatchObject({ status: 413, type: '/problems/too-large' });
      expect(taken()).toBeLessThanOrEqual(PIECE.length);
    },
  );

  it.each([
    ['/api/redesigns', 2],
    ['/api/redesigns/x/edits', 6],
  ])('that announces nothing is refused as soon as it is too long (%s)', async (path, pieces) => {
    const { body, taken } = watched();
    const answer = await workspace.ask('POST', path, { body, headers: { 'content-type': 'application/json' }, version: 1 });
    expect(answer.status).toBe(413);
    expect(taken()).toBeLessThanOrEqual(pieces * PIECE.length);
  });

  it('is refused before anybody asks who sends it', async () => {
    const answer = await workspace.ask('POST', '/api/redesigns', {
      as: null,
      headers: { 'content-length': String(SIX_MEGABYTES) },
      body: 'x',
    });
    expect(answer.status).toBe(413);
  });
});

describe('a batch of edits', () => {
  it('with a reason for each of 300 fields is small enough', async () => {
    const { forms } = await import('../../support/build.ts').then(({ aForm, aField }) => ({
      forms: [aForm({ fields: Array.from({ length: 300 }, (_, n) => aField({ id: `f-${n}` })) })],
    }));
    const redesign = await workspace.open({ forms });
    const reason = 'Cơ quan đã có thông tin này trong hồ sơ lưu trữ, không cần người dân khai lại một lần nào nữa.';
    const edits = Array.from({ length: 300 }, (_, n) => ({ kind: 'mark', element: `f-${n}`, mark: { treatment: 'remove', reason } }));
    const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/edits`, { version: 1, json: { edits } });
    expect(answer.status).toBe(200);
    expect((await bodyOf<{ tally: { after: number } }>(answer)).tally.after).toBe(0);
  });

  it('that makes the redesign more than one item holds is refused, and nothing of it stays', async () => {
    const redesign = await workspace.open();
    let version = 1;
    let status = 200;
    for (let batch = 0; status === 200 && batch < 10; batch++) {
      const edits = Array.from({ length: 12 }, (_, n) => {
        const id = `moi-${batch}-${n}`;
        const field = {
          id,
          label: id,
          kind: 'text',
          requirement: 'required',
          whose: 'applicant',
          filledBy: 'applicant',
          note: 'ế'.repeat(4_000),
        };
        return { kind: 'addField', added: { form: 'don', field } };
      });
      const answer = await workspace.ask('POST', `/api/redesigns/${redesign.id}/edits`, { version, json: { edits } });
      status = answer.status;
      if (status === 200) version += 1;
    }
    expect(status).toBe(413);
    expect((await workspace.stores.redesigns.read(redesign.id))?.version).toBe(version);
  });
});

describe('what is no JSON', () => {
  it('is answered with a sentence, not with a stack', async () => {
    const answer = await workspace.ask('POST', '/api/redesigns', {
      body: '{"procedure":',
      headers: { 'content-type': 'application/json' },
    });
    expect(await problemOf(answer)).toMatchObject({ status: 400, type: '/problems/bad-request' });
  });

  it('or of another type names the first thing that is missing', async () => {
    const answer = await workspace.ask('POST', '/api/redesigns', { body: 'procedure=1', headers: { 'content-type': 'text/plain' } });
    expect((await problemOf(answer)).issues).toMatchObject([{ path: 'procedure' }]);
  });

  it('with more than was asked for is not taken quietly', async () => {
    const { id } = await workspace.publish();
    const answer = await workspace.ask('POST', '/api/redesigns', { json: { procedure: id, office: 'gdtrh-gdtx' } });
    expect((await problemOf(answer)).issues).toMatchObject([{ path: 'office' }]);
  });
});

describe('every answer', () => {
  it('is kept by nobody, framed by nobody and taken for nothing else', async () => {
    const answer = await workspace.ask('GET', '/api/procedures');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('leaves one line in the log, without query, cookie or body', async () => {
    workspace.log.length = 0;
    await workspace.ask('GET', '/api/session/callback?code=bi-mat&state=x');
    await workspace.ask('POST', '/api/redesigns', { json: { procedure: 'khong-co' } });
    expect(workspace.log).toMatchObject([
      { method: 'GET', path: '/api/session/callback', status: 400 },
      { method: 'POST', path: '/api/redesigns', status: 404, person: 'chuyen-vien', problem: 'not-found' },
    ]);
    expect(JSON.stringify(workspace.log)).not.toMatch(/bi-mat|tinhgon|khong-co/);
  });

  it('to an address that is none is a problem too', async () => {
    for (const path of [
      '/api',
      '/api/x',
      '/api/redesigns/KHÔNG',
      '/api/procedures/1/revisions/0',
      '/api/procedures/1/revisions/x/files/docx',
    ]) {
      expect(await problemOf(await workspace.ask('GET', path))).toMatchObject({ status: 404, type: '/problems/not-found' });
    }
  });
});

describe('what a submission is told', () => {
  it.each([
    ['POST', 'a decision on hundreds of proposals', '/api/submissions/x/decision', 384],
    ['PUT', 'a letter', '/api/submissions/x', 256],
    ['POST', 'a hundred proposals', '/api/submissions/x/entries', 16],
    ['POST', 'a link', '/api/submissions/x/links', 16],
  ])('(%s, %s) may be so long and no longer', async (method, _, path, kilobytes) => {
    const status = async (length: number) =>
      (await workspace.ask(method, path, { as: null, body: ' '.repeat(length), headers: { 'content-length': `${length}` } })).status;
    expect(await status(kilobytes * 1024)).toBe(401);
    expect(await status(kilobytes * 1024 + 1)).toBe(413);
  });
});
