import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionAnswer } from '#functions/http/submission-answer.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { rewritten } from '#procedures/proposal/compose.ts';
import type { Decision, DecisionInput, Outcome } from '#procedures/proposal/decision.ts';
import type { Recommendation, RecommendationRow } from '#procedures/proposal/recommendation.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { dayOf } from '#procedures/text/date.ts';
import { aField, aForm } from '../../support/build.ts';
import { aFullMark, anAddedField, aRevision, ruleV1 } from '../../support/redesign.ts';
import { accepted, act, aDecisionOf, done, RECOMMENDED, submissionIn, TWO_MARKS } from '../../support/submitting.ts';
import { bodyOf, OFFICE, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

const DAY = 24 * 60 * 60 * 1000;
let shift = 0;
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace({ now: () => new Date(Date.now() + shift) });
});
afterAll(() => workspace.close());

type Effect = { done: { redesign: string; revision: number }[]; refused: { redesign: string; because: string }[] };

const read = async ({ id }: Pick<Redesign, 'id'>): Promise<Redesign> => {
  const redesign = await workspace.stores.redesigns.read(id);
  if (!redesign) throw new Error(`No redesign ${id}.`);
  return redesign;
};
const inForce = async ({ procedure }: Pick<Redesign, 'procedure'>) =>
  (await done<{ revision: Revision }>(await workspace.ask('GET', `/api/procedures/${procedure}`))).revision;
const decide = (answer: SubmissionAnswer, outcomes: Outcome[], overrides: Partial<DecisionInput> = {}) =>
  act(workspace, answer, 'decision', aDecisionOf(workspace, outcomes, overrides));
const effect = async (answer: SubmissionAnswer, ...redesigns: Redesign[]) =>
  done<Effect>(await act(workspace, answer, 'effect', { redesigns: redesigns.map(({ id }) => id) }));
const totals = async () => {
  const [office] = Object.values(await workspace.stores.lines.totals((await workspace.stores.plans.current()).id));
  return office;
};

describe('a decision', () => {
  it('approves, approves in part and rejects, and every redesign follows it', async () => {
    const redesigns = [await accepted(workspace), await accepted(workspace), await accepted(workspace)] as const;
    const signed = await submissionIn(workspace, 'signed', redesigns);
    const reason = 'Chưa đủ điều kiện kết nối (minh họa)';
    const outcomes: Outcome[] = [
      { redesign: redesigns[0].id, outcome: 'approved' },
      { redesign: redesigns[1].id, outcome: 'partly', marks: ['ho-ten'], reason },
      { redesign: redesigns[2].id, outcome: 'rejected', reason },
    ];
    const answer = await done<SubmissionAnswer>(await decide(signed, outcomes));
    expect(answer).toMatchObject({ pending: 0, submission: { state: 'decided', decided: { number: '1234/QĐ-UBND', applied: 3 } } });
    const decision = { submission: signed.submission.id, decision: '1234/QĐ-UBND' };
    const [whole, part, none] = await Promise.all(redesigns.map(read));
    expect(whole).toMatchObject({
      state: 'approved',
      decided: { ...decision, outcome: 'approved', standing: { before: 4, after: 2, meets: true } },
    });
    expect(part).toMatchObject({
      state: 'approved',
      decided: { ...decision, outcome: 'partly', marks: ['ho-ten'], reason, standing: { before: 4, after: 3, meets: true, missing: 0 } },
    });
    expect(none).toMatchObject({ state: 'rejected', decided: { ...decision, outcome: 'rejected', reason } });
    expect(none?.decided?.standing).toBeUndefined();
    const path = `/api/submissions/${signed.submission.id}`;
    const kept = await done<Decision>(await workspace.ask('GET', `${path}/decision`, { as: 'specialist' }));
    expect(kept).toMatchObject({ outcomes, signed: { number: 1, hash: signed.submission.signed?.hash }, recordedBy: PEOPLE.reviewer.name });
    const shown = await done<{ decision: unknown }>(await workspace.ask('GET', path, { as: 'leader' }));
    expect(shown.decision).toMatchObject({ number: '1234/QĐ-UBND', counts: { approved: 1, partly: 1, rejected: 1 } });
    const { entries } = await done<{ entries: unknown[] }>(await workspace.ask('GET', `${path}/entries`, { as: 'leader' }));
    expect(entries).toMatchObject([
      { state: 'approved', outcome: outcomes[0] },
      { state: 'approved', outcome: outcomes[1] },
      { state: 'rejected', outcome: outcomes[2] },
    ]);
  });

  it('that does not fit what was signed is told place by place, and nothing moves', async () => {
    const redesigns = [await accepted(workspace), await accepted(workspace)] as const;
    const signed = await submissionIn(workspace, 'signed', redesigns);
    const outcomes: Outcome[] = [
      { redesign: redesigns[0].id, outcome: 'rejected' },
      { redesign: redesigns[0].id, outcome: 'approved' },
      { redesign: 'khong-co', outcome: 'approved' },
    ];
    const problem = await problemOf(await decide(signed, outcomes, { date: '2020-01-02', effectiveFrom: '2020-01-01' }));
    expect(problem).toMatchObject({ status: 422, type: '/problems/bad-input' });
    expect(problem.issues?.map(({ path }) => path)).toEqual([
      'date',
      'effectiveFrom',
      'outcomes[0].reason',
      'outcomes[1].redesign',
      'outcomes[2].redesign',
      'outcomes',
    ]);
    expect(await Promise.all(redesigns.map(read))).toMatchObject([{ state: 'bundled' }, { state: 'bundled' }]);
    expect(await workspace.stores.submissions.decision(signed.submission.id)).toBeNull();
  });

  it('in part must name changes of that proposal, and not all of them', async () => {
    const redesign = await accepted(workspace);
    const signed = await submissionIn(workspace, 'signed', [redesign]);
    const of = async (marks: string[]) =>
      (await problemOf(await decide(signed, [{ redesign: redesign.id, outcome: 'partly', marks, reason: 'Lý do' }]))).issues;
    expect(await of(['ngay-sinh'])).toMatchObject([{ path: 'outcomes[0].marks', message: expect.stringContaining('“ngay-sinh”') }]);
    expect(await of(['ho-ten', 'so-ban-sao'])).toMatchObject([{ path: 'outcomes[0].marks', message: expect.stringContaining('toàn bộ') }]);
  });

  it('in part can not cut a field loose from what depends on it', async () => {
    const fields = [
      aField({ id: 'co-con', label: 'Có con' }),
      aField({ id: 'so-con', label: 'Số con', condition: { field: 'co-con' } }),
      aField(),
    ];
    const edits = ['co-con', 'so-con', 'ho-ten'].map((element) => ({ kind: 'mark' as const, element, mark: aFullMark('remove') }));
    const redesign = await accepted(workspace, { procedure: { forms: [aForm({ fields })] }, edits });
    const signed = await submissionIn(workspace, 'signed', [redesign]);
    const part = (marks: string[]): Outcome[] => [{ redesign: redesign.id, outcome: 'partly', marks, reason: 'Lý do (minh họa)' }];
    const { issues } = await problemOf(await decide(signed, part(['co-con'])));
    expect(issues).toMatchObject([{ path: 'outcomes[0].marks', message: expect.stringContaining('“Số con”') }]);
    expect((await decide(signed, part(['co-con', 'so-con']))).status).toBe(200);
  });

  it('is recorded once: what stands is not recorded over', async () => {
    const redesign = await accepted(workspace);
    const decided = await submissionIn(workspace, 'decided', [redesign]);
    const problem = await problemOf(await decide(decided, [{ redesign: redesign.id, outcome: 'rejected', reason: 'Lý do' }]));
    expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('1234/QĐ-UBND') });
    expect(await read(redesign)).toMatchObject({ state: 'approved' });
  });

  it('moves the totals of the plan with the redesigns', async () => {
    const redesign = await accepted(workspace);
    const signed = await submissionIn(workspace, 'signed', [redesign]);
    const before = await totals();
    await done(await decide(signed, [{ redesign: redesign.id, outcome: 'partly', marks: ['ho-ten'], reason: 'Lý do (minh họa)' }]));
    const after = await totals();
    expect(after?.approved.procedures).toBe((before?.approved.procedures ?? 0) + 1);
    expect(after?.approved.after).toBe((before?.approved.after ?? 0) + 3);
  });
});

describe('a decision that is recorded and not yet carried out', () => {
  /** What the recording itself writes, and nothing of what follows. */
  async function recorded({ submission: { id } }: SubmissionAnswer, outcomes: Outcome[]): Promise<void> {
    const base = await workspace.stores.submissions.read(id);
    if (!base?.signed) throw new Error('Not signed.');
    const { subject, name, role } = PEOPLE.reviewer;
    const by = { name, at: workspace.deps.now().toISOString() };
    const input = aDecisionOf(workspace, outcomes);
    const { number, date, effectiveFrom } = input;
    const decided = { number, date, effectiveFrom, by: by.name, at: by.at, applied: 0 };
    const submission = rewritten(base, by, { state: 'decided', decided });
    const event = {
      at: by.at,
      by: { subject, name, role },
      action: 'recordDecision',
      submission: id,
      version: submission.version,
    } as const;
    const signed = { number: base.signed.number, hash: base.signed.hash };
    const decision: Decision = { ...input, submission: id, signed, recordedBy: by.name, recordedAt: by.at };
    await workspace.stores.submissions.decide({ submission, base, event }, decision);
  }

  it('says how many are left, and is finished by asking, however often and by however many', async () => {
    const redesigns = await Promise.all(Array.from({ length: 20 }, () => accepted(workspace)));
    const signed = await submissionIn(workspace, 'signed', redesigns);
    await recorded(
      signed,
      redesigns.map(({ id }): Outcome => ({ redesign: id, outcome: 'approved' })),
    );
    const path = `/api/submissions/${signed.submission.id}`;
    const halfway = await done<SubmissionAnswer>(await workspace.ask('GET', path, { as: 'leader' }));
    expect(halfway).toMatchObject({ pending: 20, submission: { state: 'decided' } });
    expect((await effect(halfway, ...redesigns.slice(-1))).refused).toMatchObject([{ because: expect.stringContaining('chưa được ghi') }]);
    const applied = await Promise.all([1, 2, 3].map(() => workspace.ask('POST', `${path}/decision/apply`, { as: 'reviewer' })));
    expect(await Promise.all(applied.map((one) => bodyOf(one)))).toEqual([{ pending: 0 }, { pending: 0 }, { pending: 0 }]);
    expect(new Set((await Promise.all(redesigns.map(read))).map(({ state }) => state))).toEqual(new Set(['approved']));
    const { recommendations, history } = workspace.stores;
    expect(await Promise.all(redesigns.map(async ({ id }) => (await recommendations.list(id)).length))).toEqual(redesigns.map(() => 1));
    const approvals = await Promise.all(
      redesigns.map(async ({ id }) => (await history.page({ redesign: id })).events.filter(({ action }) => action === 'approve').length),
    );
    expect(new Set(approvals)).toEqual(new Set([1]));
  });
});

describe('taking effect', () => {
  it('makes what the province decides the next revision, which says on which decision it rests', async () => {
    const redesign = await accepted(workspace);
    const decided = await submissionIn(workspace, 'decided', [redesign]);
    expect(await effect(decided, redesign)).toEqual({ done: [{ redesign: redesign.id, revision: 2 }], refused: [] });
    const revision = await inForce(redesign);
    expect(revision.number).toBe(2);
    // The recommended mark on the number of copies stays on the sheet.
    expect(revision.procedure.forms[0]?.fields.map(({ id }) => id)).toEqual(['ngay-sinh', 'so-dinh-danh', 'so-ban-sao', 'chu-ky']);
    const proposal = await workspace.stores.redesigns.proposal(redesign.id, 1);
    expect(revision.decision).toMatchObject({
      number: '1234/QĐ-UBND',
      authority: 'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
      submission: decided.submission.id,
      redesign: redesign.id,
      proposal: 1,
      hash: proposal?.hash,
    });
    expect(revision.origin).toContain('Quyết định số 1234/QĐ-UBND');
    expect(await read(redesign)).toMatchObject({
      state: 'inEffect',
      effect: { revision: 2, standing: { before: 4, after: 3 } },
      decided: { standing: { after: 2 } },
    });
    const { entries } = await done<{ entries: unknown[] }>(
      await workspace.ask('GET', `/api/submissions/${decided.submission.id}/entries`, { as: 'leader' }),
    );
    expect(entries).toMatchObject([{ state: 'inEffect' }]);
  });

  it('is done once, and only for what this decision approved', async () => {
    const [redesign, other] = [await accepted(workspace), await accepted(workspace)];
    const decided = await submissionIn(workspace, 'decided', [redesign]);
    const [first, second] = await Promise.all([effect(decided, redesign), effect(decided, redesign, other)]);
    expect([...first.done, ...second.done]).toEqual([{ redesign: redesign.id, revision: 2 }]);
    expect([...first.refused, ...second.refused]).toHaveLength(2);
    expect((await inForce(redesign)).number).toBe(2);
  });

  it('waits for its day', async () => {
    const redesign = await accepted(workspace);
    const signed = await submissionIn(workspace, 'signed', [redesign]);
    const tomorrow = dayOf(new Date(Date.now() + shift + DAY).toISOString());
    const decided = await done<SubmissionAnswer>(
      await decide(signed, [{ redesign: redesign.id, outcome: 'approved' }], { effectiveFrom: tomorrow }),
    );
    expect((await effect(decided, redesign)).refused).toMatchObject([{ because: expect.stringContaining('Chưa đến ngày có hiệu lực') }]);
    shift += DAY;
    expect((await effect(decided, redesign)).done).toHaveLength(1);
    expect(await read(redesign)).toMatchObject({ effect: { from: tomorrow } });
  });

  it('lets the next redesign of the procedure stand on the new revision', async () => {
    const redesign = await accepted(workspace);
    const decided = await submissionIn(workspace, 'decided', [redesign]);
    const early = await workspace.ask('POST', '/api/redesigns', { json: { procedure: redesign.procedure } });
    expect(await bodyOf(early)).toMatchObject({ redesign: { id: redesign.id } });
    await effect(decided, redesign);
    const { redesign: next } = await done<{ redesign: Redesign }>(
      await workspace.ask('POST', '/api/redesigns', { json: { procedure: redesign.procedure } }),
    );
    expect(next).toMatchObject({ state: 'draft', revision: 2, tally: { before: 3, after: 3 } });
  });

  it('carries the marks over where the baseline was superseded, and refuses what no longer fits', async () => {
    const publish = async (
      { procedure }: Redesign,
      change: (fields: ReturnType<typeof aForm>['fields']) => ReturnType<typeof aForm>['fields'],
    ) => {
      const { number, procedure: was } = await inForce({ procedure });
      const forms = was.forms.map((form) => ({ ...form, fields: change(form.fields) }));
      const revision = { ...aRevision({ ...was, forms }), number: number + 1 };
      await workspace.stores.procedures.publish({ revision, office: OFFICE, rule: ruleV1() });
    };
    const [fitting, dependent] = [await accepted(workspace), await accepted(workspace)];
    const decided = await submissionIn(workspace, 'decided', [fitting, dependent]);
    await publish(fitting, (fields) => [...fields, aField({ id: 'moi', label: 'Mục của thông tư mới (minh họa)' })]);
    await publish(dependent, (fields) => [...fields, aField({ id: 'moi', label: 'Mục mới', condition: { field: 'ho-ten' } })]);
    const { done: those, refused } = await effect(decided, fitting, dependent);
    expect(those).toEqual([{ redesign: fitting.id, revision: 3 }]);
    expect((await inForce(fitting)).procedure.forms[0]?.fields.map(({ id }) => id)).toContain('moi');
    expect(refused).toMatchObject([{ redesign: dependent.id, because: expect.stringContaining('“Mục mới”') }]);
    expect(await read(dependent)).toMatchObject({ state: 'approved' });
    expect((await inForce(dependent)).number).toBe(2);
  });

  it('publishes nothing where everything that was approved is recommended', async () => {
    const edits = [{ kind: 'mark' as const, element: 'ho-ten', mark: aFullMark('remove', RECOMMENDED) }];
    const redesign = await accepted(workspace, { edits });
    const decided = await submissionIn(workspace, 'decided', [redesign]);
    expect(await effect(decided, redesign)).toMatchObject({ done: [{ revision: 1 }] });
    expect((await inForce(redesign)).number).toBe(1);
    expect(await read(redesign)).toMatchObject({ state: 'inEffect', effect: { standing: { before: 4, after: 4, meets: false } } });
  });
});

describe('the totals of the plan', () => {
  it('count what took effect by itself, and still all that was approved', async () => {
    const redesign = await accepted(workspace);
    const decided = await submissionIn(workspace, 'decided', [redesign]);
    const before = await totals();
    await effect(decided, redesign);
    const after = await totals();
    expect(after?.approved).toEqual(before?.approved);
    expect(after?.inEffect.procedures).toBe((before?.inEffect.procedures ?? 0) + 1);
    expect(after?.inEffect.after).toBe((before?.inEffect.after ?? 0) + 3);
  });
});

describe('a recommendation', () => {
  it('stands open with its clause from the decision on, and is followed step by step', async () => {
    const added = anAddedField({}, { ...RECOMMENDED, ground: 'necessity', reason: 'Cần để trả kết quả (minh họa)' });
    const redesign = await accepted(workspace, { edits: [...TWO_MARKS, { kind: 'addField', added }] });
    await submissionIn(workspace, 'decided', [redesign]);
    const path = `/api/redesigns/${redesign.id}/recommendations`;
    const { recommendations } = await done<{ recommendations: Recommendation[] }>(await workspace.ask('GET', path, { as: 'leader' }));
    expect(recommendations.map(({ element, state }) => [element, state])).toEqual([
      ['moi', 'notSent'],
      ['so-ban-sao', 'notSent'],
    ]);
    expect(recommendations[1]).toMatchObject({
      version: 1,
      decision: '1234/QĐ-UBND',
      amends: RECOMMENDED.amends,
      timetable: RECOMMENDED.timetable,
      sentence: expect.stringContaining('“Số lượng bản sao”'),
    });
    const step = (version: number, json: unknown) => workspace.ask('POST', `${path}/so-ban-sao/steps`, { as: 'reviewer', version, json });
    const today = dayOf(new Date(Date.now() + shift).toISOString());
    const sent = await done<Recommendation>(await step(1, { state: 'sent', date: today, document: '12/SGDĐT-VP (minh họa)' }));
    expect(sent).toMatchObject({ version: 2, state: 'sent', steps: [{ by: PEOPLE.reviewer.name, date: today }] });
    const stale = await problemOf(await step(1, { state: 'accepted', date: today }));
    expect(stale).toMatchObject({ status: 409, current: { version: 2, state: 'sent' } });
    expect((await problemOf(await step(2, { state: 'accepted', date: '2020-01-01' }))).issues).toMatchObject([{ path: 'date' }]);
    const page = async (state: string) =>
      (await done<{ rows: RecommendationRow[] }>(await workspace.ask('GET', `/api/recommendations?state=${state}`, { as: 'leader' }))).rows;
    const of = (rows: RecommendationRow[]) => rows.filter((row) => row.redesign === redesign.id).map(({ element }) => element);
    expect(of(await page('sent'))).toEqual(['so-ban-sao']);
    expect(of(await page('notSent'))).toEqual(['moi']);
    expect((await page('sent')).find((row) => row.redesign === redesign.id)?.last).toMatchObject({ document: '12/SGDĐT-VP (minh họa)' });
  });

  it('is none where the mark was not approved', async () => {
    const redesign = await accepted(workspace);
    const signed = await submissionIn(workspace, 'signed', [redesign]);
    await done(await decide(signed, [{ redesign: redesign.id, outcome: 'partly', marks: ['ho-ten'], reason: 'Lý do (minh họa)' }]));
    expect(await workspace.stores.recommendations.list(redesign.id)).toEqual([]);
  });
});

describe('actual results', () => {
  it('stand beside what was expected, per period and with their source', async () => {
    const redesign = await accepted(workspace, { procedure: { timesPerYear: 1, subjectsPerYear: 300 } });
    const decided = await submissionIn(workspace, 'decided', [redesign]);
    await effect(decided, redesign);
    const path = `/api/redesigns/${redesign.id}/results`;
    const year = dayOf(new Date(Date.now() + shift).toISOString()).slice(0, 4);
    const enter = (period: string, json: unknown) => workspace.ask('PUT', `${path}/${period}`, { as: 'reviewer', json });
    const source = 'Hệ thống thông tin giải quyết TTHC (minh họa)';
    const entered = await enter(year, { dossiers: 120, fieldsAsked: 3, source, version: 0 });
    expect(await bodyOf(entered)).toMatchObject({ period: year, version: 1, dossiers: 120, by: PEOPLE.reviewer.name });
    const again = await problemOf(await enter(year, { dossiers: 1, source, version: 0 }));
    expect(again).toMatchObject({ status: 409, current: { version: 1, dossiers: 120 } });
    expect((await enter(year, { dossiers: 121, source, version: 1 })).status).toBe(200);
    const { expected, results } = await done<{ expected: unknown; results: unknown[] }>(
      await workspace.ask('GET', path, { as: 'specialist' }),
    );
    expect(expected).toEqual({ dossiersPerYear: 300, fieldsBefore: 4, fieldsAfter: 3 });
    expect(results).toMatchObject([{ period: year, dossiers: 121, version: 2 }]);
    expect((await problemOf(await enter('2020-Q1', { dossiers: 1, source, version: 0 }))).issues).toMatchObject([{ path: 'period' }]);
    expect((await problemOf(await enter(year, { source, version: 2 }))).issues).toMatchObject([{ path: 'dossiers' }]);
  });
});
