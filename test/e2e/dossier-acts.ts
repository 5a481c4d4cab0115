// The way of proposals to a signed dossier and a decision, past the screens: each step over HTTP as the person who may do it.
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { DecisionInput, Outcome } from '#procedures/proposal/decision.ts';
import type { Submission } from '#procedures/proposal/submission.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Refusal } from '#procedures/redesign/refusal.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { dayOf } from '#procedures/text/date.ts';
import { signIn } from '../support/sign-in.ts';

const SUBJECTS = {
  'quan-ly-chat-luong': 'minh-hoa-chuyen-vien-1',
  'gdtrh-gdtx': 'minh-hoa-chuyen-vien-2',
  reviewer: 'minh-hoa-tham-dinh',
  leader: 'minh-hoa-lanh-dao',
} as const;
type Seat = keyof typeof SUBJECTS;
type Head = Pick<Submission, 'id' | 'version' | 'state'>;

/** Why a mark stands, complete; one in three is left to a ministry. */
const DECIDE = { ground: 'necessity', reason: 'Không dùng khi quyết định (minh họa).', authority: 'decide' } as const;
const RECOMMEND = {
  ...DECIDE,
  authority: 'recommend',
  amends: 'Phụ lục I kèm theo Thông tư minh họa (minh họa)',
  timetable: '2026 - 2027',
} as const;

/** People at work over HTTP on the system at `origin`; every refused request throws with what the server said. */
export async function officeAt(origin: string) {
  const cookies = Object.fromEntries(
    await Promise.all(Object.entries(SUBJECTS).map(async ([seat, subject]) => [seat, await signIn(origin, subject)] as const)),
  ) as Record<Seat, string>;

  async function ask<Answer>(seat: Seat, method: string, path: string, json?: unknown, version?: number): Promise<Answer> {
    const headers = new Headers({ origin, cookie: cookies[seat] });
    if (json !== undefined) headers.set('content-type', 'application/json');
    if (version !== undefined) headers.set('if-match', `"${version}"`);
    const answer = await fetch(`${origin}/api${path}`, { method, headers, body: json === undefined ? null : JSON.stringify(json) });
    const body = (await answer.json().catch(() => null)) as Answer & { refusals?: Refusal[] };
    if (!answer.ok) throw Object.assign(new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(body)}`), { body });
    return body;
  }

  /** Cuts about two fields in five, and those that are named; what may not go alone is left. */
  async function cut(seat: Seat, redesign: Redesign, procedure: Procedure, also: readonly string[]): Promise<Redesign> {
    const fields = procedure.forms.flatMap((form) => form.fields).filter(({ id }, index) => index % 5 < 2 || also.includes(id));
    let wanted = fields.map(({ id }, index): Edit => {
      const why = index % 3 === 2 ? RECOMMEND : DECIDE;
      return { kind: 'mark', element: id, mark: { treatment: 'remove', ...why } };
    });
    for (;;) {
      try {
        return await ask<Redesign>(seat, 'POST', `/redesigns/${redesign.id}/edits`, { edits: wanted }, redesign.version);
      } catch (error) {
        const { refusals = [] } = (error as { body?: { refusals?: Refusal[] } }).body ?? {};
        const refused = new Set(refusals.map(({ element }) => element));
        const left = wanted.filter((edit) => edit.kind !== 'mark' || !refused.has(edit.element));
        if (left.length === wanted.length || left.length === 0) throw error;
        wanted = left;
      }
    }
  }

  return {
    ask,

    /** A redesign of the procedure, submitted by its office and accepted; its id. `also`: fields that are cut in any case. */
    async accepted(procedure: string, also: readonly string[] = []): Promise<string> {
      const { revision, office } = await ask<{ revision: { procedure: Procedure }; office: { id: Seat } }>(
        'reviewer',
        'GET',
        `/procedures/${procedure}`,
      );
      const seat = office.id;
      const { redesign } = await ask<{ redesign: Redesign }>(seat, 'POST', '/redesigns', { procedure });
      const marked = await cut(seat, redesign, revision.procedure, also);
      const submitted = await ask<{ redesign: Redesign }>(seat, 'POST', `/redesigns/${redesign.id}/submit`, undefined, marked.version);
      await ask('reviewer', 'POST', `/redesigns/${redesign.id}/accept`, undefined, submitted.redesign.version);
      return redesign.id;
    },

    async compose(title: string): Promise<Head> {
      return (await ask<{ submission: Head }>('reviewer', 'POST', '/submissions', { title })).submission;
    },

    async list(): Promise<(Head & { title: string })[]> {
      return (await ask<{ rows: (Head & { title: string })[] }>('reviewer', 'GET', '/submissions')).rows;
    },

    async bundle({ id, version }: Head, redesigns: readonly string[]): Promise<Head> {
      return (await ask<{ submission: Head }>('reviewer', 'POST', `/submissions/${id}/entries`, { redesigns }, version)).submission;
    },

    /** To the leader and signed. */
    async sign({ id, version }: Head): Promise<Head> {
      const offered = await ask<{ submission: Head }>('reviewer', 'POST', `/submissions/${id}/offer`, undefined, version);
      const { submission } = await ask<{ submission: Head }>(
        'leader',
        'POST',
        `/submissions/${id}/sign-off`,
        undefined,
        offered.submission.version,
      );
      return submission;
    },

    /** The decision on it, of today and carried out, with these outcomes. */
    async decide({ id, version }: Head, outcomes: readonly Outcome[]): Promise<void> {
      const today = dayOf(new Date().toISOString());
      const decision: DecisionInput = {
        number: '1234/QĐ-UBND (minh họa)',
        date: today,
        authority: 'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
        signer: { titles: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] },
        verb: 'approve',
        effectiveFrom: today,
        outcomes: [...outcomes],
      };
      await ask('reviewer', 'POST', `/submissions/${id}/decision`, decision, version);
    },

    /** A guest's token. */
    async share({ id }: Head, label: string): Promise<string> {
      return (await ask<{ token: string }>('reviewer', 'POST', `/submissions/${id}/links`, { label, days: 7 })).token;
    },
  };
}
