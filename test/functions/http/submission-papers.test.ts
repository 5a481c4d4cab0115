import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficialPaper } from '#functions/documents/blocks.ts';
import type { PaperPage } from '#functions/http/paper-page.ts';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import { keysOf, type Key } from '#functions/store/keys.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { sheetsOf, wordText } from '../documents/open-office.ts';
import { accepted, act, composed, done, submissionIn } from '../../support/submitting.ts';
import { openWorkspace, PEOPLE, problemOf, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let redesigns: Redesign[];
let signed: SubmissionAnswer;
beforeAll(async () => {
  workspace = await openWorkspace();
  redesigns = [
    await accepted(workspace, { procedure: { name: 'Một (minh họa)', internal: true } }),
    await accepted(workspace, { procedure: { name: 'Hai (minh họa)' } }),
    await accepted(workspace, { procedure: { name: 'Ba (minh họa)' } }),
  ];
  signed = await submissionIn(workspace, 'signed', redesigns);
});
afterAll(() => workspace.close());

const FILES = ['letter.docx', 'decision.docx', 'annex.docx', 'comparison.xlsx'] as const;
const get = ({ submission }: SubmissionAnswer, path: string, as: Who = 'reviewer') =>
  workspace.ask('GET', `/api/submissions/${submission.id}/${path}`, { as });
const page = async (of: SubmissionAnswer, path: string) => done<PaperPage>(await get(of, `papers/${path}`));
const textOf = async (answer: Response) => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return `${wordText(bytes)}\n${sheetsOf(bytes)
    .flatMap(({ cells }) => Object.values(cells).map(({ text }) => text))
    .join('\n')}`;
};
const lettersOf = (paper: OfficialPaper): string => JSON.stringify(paper);
const lastLine = async ({ submission }: SubmissionAnswer) => (await workspace.stores.history.page({ submission: submission.id })).events[0];

describe('the papers of a submission as pages', () => {
  it('are a letter, a draft decision and an annex in printing order', async () => {
    const letter = await page(signed, 'letter');
    expect(letter).toMatchObject({ from: 0, total: 1 });
    expect(lettersOf(letter.paper)).toContain('02 thủ tục hành chính và 01 thủ tục hành chính nội bộ');
    expect(lettersOf((await page(signed, 'decision')).paper)).toContain('Điều 1. ');
    const annex = await page(signed, 'annex');
    expect(annex).toMatchObject({ from: 0, total: 3 });
    const text = lettersOf(annex.paper);
    const places = ['1. Thủ tục: Hai', '2. Thủ tục: Ba', '3. Thủ tục nội bộ: Một'].map((name) => text.indexOf(name));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('come a few procedures at a time, the heading with the first and the seal with the last', async () => {
    const parts = [await page(signed, 'annex?from=0&count=2'), await page(signed, 'annex?from=2&count=2')];
    expect(parts.map(({ from, total }) => [from, total])).toEqual([
      [0, 3],
      [2, 3],
    ]);
    const [first = '', second = ''] = parts.map(({ paper }) => lettersOf(paper));
    expect(first).toContain('Phụ lục');
    expect(first).not.toContain('Mã SHA-256 của hồ sơ');
    expect(second).toContain('3. Thủ tục nội bộ: Một');
    expect(second).not.toContain('"kind":"title"');
    expect(second).toContain(`Mã SHA-256 của hồ sơ: ${signed.submission.signed?.hash}`);
  });

  it('beyond the last procedure have none, and a part that makes no sense is refused', async () => {
    expect(lettersOf((await page(signed, 'annex?from=50&count=5')).paper)).not.toContain('Thủ tục:');
    expect((await get(signed, 'papers/annex?from=-1')).status).toBe(422);
    expect((await get(signed, 'papers/annex?count=51')).status).toBe(422);
    expect((await get(signed, 'papers/khong-co')).status).toBe(404);
  });

  it('may be read by everyone of the workspace, and by nobody else', async () => {
    for (const as of ['specialist', 'stranger', 'leader', 'admin'] as const)
      expect((await get(signed, 'papers/letter', as)).status).toBe(200);
    expect((await workspace.ask('GET', `/api/submissions/${signed.submission.id}/papers/letter`, { as: null })).status).toBe(401);
  });

  it('of a draft say so and bear no seal', async () => {
    const draft = await composed(workspace, [await accepted(workspace)]);
    for (const name of ['letter', 'decision', 'annex']) {
      const { paper } = await page(draft, name);
      expect(paper.mark).toBe('DỰ THẢO');
      expect(lettersOf(paper)).not.toContain('của hồ sơ:');
    }
  });
});

describe('the files of a submission', () => {
  it.each(FILES)('%s holds what was signed and leaves a line in the history', async (file) => {
    const answer = await get(signed, `files/${file}`, 'leader');
    expect(answer.status).toBe(200);
    const text = await textOf(answer);
    expect(text).toContain(signed.submission.signed?.hash);
    expect(text).not.toContain('DỰ THẢO');
    expect(await lastLine(signed)).toMatchObject({
      action: 'exportSubmission',
      submission: signed.submission.id,
      format: file.slice(-4),
      by: { subject: PEOPLE.leader.subject },
    });
  });

  it('the annex and the comparison hold every proposal with its own hash', async () => {
    for (const file of ['annex.docx', 'comparison.xlsx']) {
      const text = await textOf(await get(signed, `files/${file}`));
      for (const { frozen } of redesigns) expect(text).toContain(frozen?.hash);
    }
  });

  it('are the same bytes at every download once it is signed', async () => {
    for (const file of FILES) {
      const [one, two] = await Promise.all([get(signed, `files/${file}`), get(signed, `files/${file}`)]);
      expect(Buffer.from(await one.arrayBuffer()).equals(Buffer.from(await two.arrayBuffer()))).toBe(true);
    }
  });

  it('are for who may export; a specialist is refused, and that is kept', async () => {
    const answer = await get(signed, 'files/letter.docx', 'specialist');
    expect((await problemOf(answer)).detail).toBe('Chỉ Văn phòng Sở, lãnh đạo Sở, quản trị được xuất hồ sơ trình.');
    expect(await lastLine(signed)).toMatchObject({ action: 'exportSubmission', because: expect.any(String) as string });
  });

  it('of a draft are called so', async () => {
    const draft = await composed(workspace);
    const answer = await get(draft, 'files/annex.docx');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      'Phụ lục (dự thảo) - Tờ trình đợt 1 (minh họa).docx',
    );
  });

  it('that are not there are not found', async () => {
    expect((await get(signed, 'files/annex.pdf')).status).toBe(404);
    expect((await workspace.ask('GET', '/api/submissions/khong-co/files/letter.docx', { as: 'reviewer' })).status).toBe(404);
  });

  it('are drafts again once the signature was taken back', async () => {
    const answer = await submissionIn(workspace, 'signed', [await accepted(workspace)]);
    const reopened = await done<SubmissionAnswer>(await act(workspace, answer, 'reopen', { reason: 'Sửa lại (minh họa)' }, 'leader'));
    expect((await page(reopened, 'letter')).paper.mark).toBe('DỰ THẢO');
  });
});

describe('a paper is only printed as it was frozen', () => {
  const { proposal: proposalKey, signed: signedKey } = keysOf('khanh-hoa');

  async function replace(Key: Key, from: string, to: string): Promise<void> {
    const { client, table: TableName } = workspace;
    const { Item } = await client.send(new GetCommand({ TableName, Key }));
    const body = String(Item?.body);
    if (!body.includes(from)) throw new Error(`Nothing to replace in ${Key.sk}`);
    await client.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET body = :body',
        ExpressionAttributeValues: { ':body': body.replaceAll(from, to) },
      }),
    );
  }

  it('a proposal that was changed in the table is an error, never a page', async () => {
    const changed = await accepted(workspace, { procedure: { name: 'Bị sửa (minh họa)' } });
    const answer = await submissionIn(workspace, 'signed', [changed]);
    await replace(proposalKey(changed.id, 1), 'Không dùng khi quyết định.', 'Lý do khác hẳn.');
    for (const path of ['papers/annex', 'files/annex.docx', 'files/comparison.xlsx']) {
      const problem = await problemOf(await get(answer, path));
      expect(problem).toMatchObject({ status: 500, detail: expect.stringContaining('không còn khớp mã xác thực') as string });
    }
  });

  it('so is a signed letter', async () => {
    const answer = await submissionIn(workspace, 'signed', [await accepted(workspace)]);
    await replace(signedKey(answer.submission.id, 1), 'Tờ trình đợt 1', 'Tờ trình đợt 9');
    for (const path of ['papers/letter', 'files/decision.docx']) expect((await get(answer, path)).status).toBe(500);
  });
});

describe('a guest', () => {
  const open = (token: string, path: string) =>
    workspace.ask('GET', `/api/guest/papers/${path}`, { as: null, headers: { authorization: `Bearer ${token}` } });
  const shared = async () => {
    const json = { label: 'Văn phòng UBND tỉnh (minh họa)', days: 7 };
    const answer = await workspace.ask('POST', `/api/submissions/${signed.submission.id}/links`, { as: 'reviewer', json });
    return done<{ token: string; link: { id: string } }>(answer);
  };

  it('reads the papers of the one dossier, and every paper that is opened is kept', async () => {
    const { token } = await shared();
    const { paper, total } = await done<PaperPage>(await open(token, 'annex?from=0&count=1'));
    expect(total).toBe(3);
    expect(lettersOf(paper)).toContain('1. Thủ tục: Hai');
    expect(await lastLine(signed)).toMatchObject({ action: 'openShared', about: 'Xem Phụ lục', by: { role: 'guest' } });
    expect(lettersOf((await done<PaperPage>(await open(token, 'annex?from=2&count=1'))).paper)).toContain('3. Thủ tục nội bộ: Một');
    for (const name of ['letter', 'decision']) expect((await open(token, name)).status).toBe(200);
  });

  it('gets nothing without a link that opens, and no file with one', async () => {
    const { token } = await shared();
    expect((await open('x'.repeat(43), 'letter')).status).toBe(404);
    expect((await workspace.ask('GET', '/api/guest/papers/letter', { as: null })).status).toBe(404);
    const path = `/api/submissions/${signed.submission.id}/files/letter.docx`;
    expect((await workspace.ask('GET', path, { as: null, headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});
