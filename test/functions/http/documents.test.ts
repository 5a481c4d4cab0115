import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersWithFile } from '#functions/http/documents-app.ts';
import { attachment } from '#functions/http/file-answer.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, type Who, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

/** The letters of every part of an Office file. */
async function lettersOf(answer: Response): Promise<string> {
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return Object.values(parts)
    .map((part) => strFromU8(part).replaceAll(/<[^>]+>/g, ''))
    .join('\n');
}

async function submitted(): Promise<{ redesign: Redesign; hash: string }> {
  const opened = await workspace.open();
  const edits = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];
  await workspace.ask('POST', `/api/redesigns/${opened.id}/edits`, { version: 1, json: { edits } });
  const answer = await workspace.ask('POST', `/api/redesigns/${opened.id}/submit`, { version: 2 });
  const { redesign, proposal } = await bodyOf<{ redesign: Redesign; proposal: { hash: string } }>(answer);
  return { redesign, hash: proposal.hash };
}

describe('the file of a proposal', () => {
  it.each(['docx', 'xlsx'] as const)('(%s) is written from the frozen proposal and leaves a line in the history', async (format) => {
    const { redesign, hash } = await submitted();
    const answer = await workspace.ask('GET', `/api/redesigns/${redesign.id}/proposals/1/files/${format}`, { as: 'reviewer' });
    expect(answer.status).toBe(200);
    expect(await lettersOf(answer)).toContain(hash);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { events } = await workspace.stores.history.page({ redesign: redesign.id });
    expect(events[0]).toMatchObject({ action: 'export', proposal: 1, format, by: { subject: 'tham-dinh' } });
  });

  it('that is not there is not found, in no third format either', async () => {
    const { redesign } = await submitted();
    for (const part of ['2/files/docx', '1/files/pdf']) {
      expect((await workspace.ask('GET', `/api/redesigns/${redesign.id}/proposals/${part}`)).status).toBe(404);
    }
  });
});

describe('the file of a definition', () => {
  it('is written from its revision and leaves a line with the procedure', async () => {
    const name = 'Cấp bản sao để xuất tệp (minh họa)';
    const { id } = await workspace.publish({ name });
    const answer = await workspace.ask('GET', `/api/procedures/${id}/revisions/1/files/docx`, { as: 'leader' });
    expect(await lettersOf(answer)).toContain(name);
    expect(answer.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    const { events } = await workspace.stores.history.page({ procedure: id });
    expect(events).toMatchObject([{ action: 'export', procedure: id, version: 1, format: 'docx', by: { subject: 'lanh-dao' } }]);
  });
});

describe('the name of a file', () => {
  it('is Vietnamese for whoever reads RFC 5987, and plain for the rest', () => {
    expect(attachment('Phương án 1.000 số 2', 'xlsx')['Content-Disposition']).toBe(
      `attachment; filename="phuong an 1.000 so 2.xlsx"; filename*=UTF-8''Ph%C6%B0%C6%A1ng%20%C3%A1n%201.000%20s%E1%BB%91%202.xlsx`,
    );
  });

  it('is no longer than every system takes, and is cut between letters, whatever was typed', () => {
    const header = attachment(`${'Tờ trình '.repeat(30)}\ud83d`, 'docx')['Content-Disposition'] ?? '';
    const name = decodeURIComponent(header.slice(header.indexOf("UTF-8''") + 7));
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(name).toMatch(/^Tờ trình .*\.docx$/);
    const astral = attachment('\u{1f4c4}'.repeat(90), 'xlsx')['Content-Disposition'] ?? '';
    expect(decodeURIComponent(astral.slice(astral.indexOf("UTF-8''") + 7))).toBe(`${'\u{1f4c4}'.repeat(80)}.xlsx`);
  });

  it('can not end the header or climb out of a folder', () => {
    const header = attachment(`../a"b\r\nSet-Cookie: x'(*)`, 'docx')['Content-Disposition'] ?? '';
    expect(header).not.toMatch(/[\r\n]|\.\.\/|"b/);
    expect(header).toContain(`filename*=UTF-8''..-a-b--Set-Cookie-%20x%27%28-%29.docx`);
  });
});

describe('behind one address', () => {
  it('only files and papers go to the app of the files', () => {
    expect(answersWithFile('/api/redesigns/x/proposals/1/files/docx')).toBe(true);
    expect(answersWithFile('/api/procedures/1.2/revisions/3/files/xlsx')).toBe(true);
    for (const path of ['submissions/x/files/letter.docx', 'submissions/x/papers/annex', 'guest/papers/letter', 'reports/x/files/xlsx']) {
      expect(answersWithFile(`/api/${path}`)).toBe(true);
    }
    for (const path of ['redesigns/x/proposals/1', 'submissions/x', 'submissions/x/links', 'guest/dossier', 'reports/x']) {
      expect(answersWithFile(`/api/${path}`)).toBe(false);
    }
    expect(answersWithFile('/api/redesigns/files/docx')).toBe(false);
  });
});

describe('the file of a report', () => {
  const ask = (format: string, as: Who = 'reviewer') =>
    workspace.ask('GET', `/api/reports/so-lieu-dinh-ky/files/${format}?period=2026-Q4`, { as });

  it.each(['docx', 'xlsx'] as const)('(%s) is what the page shows, and leaves a line with the plan', async (format) => {
    await workspace.publish();
    const answer = await ask(format);
    expect(answer.status).toBe(200);
    expect(await lettersOf(answer)).toContain('Số liệu định kỳ thực hiện kế hoạch rà soát');
    const { events } = await workspace.stores.history.page({ plan: DEMONSTRATION_PLAN.id });
    expect(events[0]).toMatchObject({ action: 'exportReport', format, by: { subject: 'tham-dinh' } });
  });

  it('is not for specialists, and not there for a template that is not', async () => {
    expect((await ask('docx', 'specialist')).status).toBe(403);
    expect((await workspace.ask('GET', '/api/reports/khong-co/files/docx?period=2026', { as: 'reviewer' })).status).toBe(404);
    expect((await workspace.ask('GET', '/api/reports/so-lieu-dinh-ky/files/docx?period=2026-Q9', { as: 'reviewer' })).status).toBe(422);
  });
});
