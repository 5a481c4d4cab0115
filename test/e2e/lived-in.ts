// A workspace in which people have been at work for a while, made past the screens; every figure in it is made up and says so.
import { FIELD_KINDS } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { LineSettings, PlanLine } from '#procedures/plan/line.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { officeAt } from './dossier-acts.ts';
import { WHY } from './review-acts.ts';

type Office = Awaited<ReturnType<typeof officeAt>>;
type Seat = Parameters<Office['ask']>[0];

const PLAN = '/plans/ke-hoach-minh-hoa';
const SOURCE = 'Số liệu minh họa.';
const DAY = 86_400_000;
/** What the form of a copy of a degree asks again, and the field that already answers it. */
const ASKED_AGAIN = {
  'ho-ten-chu-van-bang': 'ho-ten-nguoi-nop',
  'so-giay-to-chu-van-bang': 'so-giay-to-nguoi-nop',
  'ngay-sinh-chu-van-bang': 'ngay-sinh-nguoi-nop',
  'dien-thoai-chu-van-bang': 'dien-thoai-nguoi-nop',
  'ho-ten-tren-phieu': 'ho-ten-nguoi-nop',
  'ngay-sinh-tren-phieu': 'ngay-sinh-nguoi-nop',
  'so-dinh-danh-tren-phieu': 'so-giay-to-nguoi-nop',
  'lien-he': 'dien-thoai-nguoi-nop',
};
const merged = Object.entries(ASKED_AGAIN).map(([element, into]): Edit => ({
  kind: 'mark',
  element,
  mark: { treatment: 'merge', into, ...WHY },
}));
const ENTRANCE = ['nam-hoc', 'dan-toc-hoc-sinh', 'noi-sinh-hoc-sinh', 'doi-tuong-tuyen-thang', 'mon-dat-giai'];
/** What is marked in each procedure, or how many fields of it, whichever they are; every third of those is left to a ministry. */
const MARKS = {
  inEffect: { '1.005095': 4, '2.002854': 3 },
  signed: {
    '3.000465': merged,
    '3.000466': [...merged, removed('gioi-tinh-chu-van-bang')],
    '2.002770': 5,
    '3.000181': ENTRANCE.map((id, index) => removed(id, index > 2)),
  },
  drafting: { '2.002851': 2, '1.005061': 2 },
  accepted: { '2.002850': merged.slice(1) },
  submitted: { '1.013338': 7, '1.000915': 2 },
  returned: { '2.001960': 2 },
} satisfies Record<string, Record<string, Marked>>;
type Marked = number | readonly Edit[];
/** Blanks that are no declared information. */
const UNCOUNTED = new Set<string>(FIELD_KINDS.slice(-7));

/** Ids of the submission that is signed and of the one that is drafted, and a guest's token for the signed one. */
export type LivedIn = { signed: string; drafting: string; token: string };

export async function liveIn(office: Office): Promise<LivedIn> {
  const { ask } = office;
  await planAhead(ask);
  const first = await office.sign(await bundled('Đợt 1 năm 2026 (minh họa)', MARKS.inEffect));
  const redesigns = await inEffect(first.id);
  await office.decide(
    first,
    redesigns.map((redesign) => ({ redesign, outcome: 'approved' })),
  );
  await ask('reviewer', 'POST', `/submissions/${first.id}/effect`, { redesigns });
  const signed = await office.sign(await bundled('Đợt 2 năm 2026 (minh họa)', MARKS.signed));
  const token = await office.share(signed, 'Cơ quan kiểm soát thủ tục hành chính (minh họa)');
  const drafting = await bundled('Đợt 3 năm 2026 (minh họa)', MARKS.drafting);
  await each(MARKS.accepted, accepted);
  await each(MARKS.submitted, submitted);
  for (const { id, version } of await each(MARKS.returned, submitted)) {
    await ask('reviewer', 'POST', `/redesigns/${id}/comments`, { text: 'Mục này còn dùng ở bước xét duyệt, đề nghị xem lại (minh họa).' });
    await ask('reviewer', 'POST', `/redesigns/${id}/return`, {}, version);
  }
  return { signed: signed.id, drafting: drafting.id, token };

  async function bundled(title: string, marks: Record<string, Marked>) {
    const ids = (await each(marks, accepted)).map(({ id }) => id);
    return office.bundle(await office.compose(title), ids);
  }

  async function inEffect(submission: string): Promise<string[]> {
    const { entries } = await ask<{ entries: { redesign: string }[] }>('reviewer', 'GET', `/submissions/${submission}/entries?count=50`);
    return entries.map(({ redesign }) => redesign);
  }

  async function accepted(procedure: string, marked: Marked): Promise<Redesign> {
    const { id, version } = await submitted(procedure, marked);
    return ask('reviewer', 'POST', `/redesigns/${id}/accept`, undefined, version);
  }

  async function submitted(procedure: string, marked: Marked): Promise<Redesign> {
    const { revision, office: charged } = await ask<{ revision: { procedure: Procedure }; office: { id: Seat } }>(
      'reviewer',
      'GET',
      `/procedures/${procedure}`,
    );
    const seat = charged.id;
    let { redesign } = await ask<{ redesign: Redesign }>(seat, 'POST', '/redesigns', { procedure });
    const asked = revision.procedure.forms
      .flatMap((form) => form.fields)
      .filter(({ kind, filledBy }) => !UNCOUNTED.has(kind) && filledBy === 'applicant');
    // From the end, where forms ask again what they know; a field on which another hangs is refused.
    const wanted = typeof marked === 'number' ? asked.toReversed().map(({ id }, index) => removed(id, index % 3 === 2)) : marked;
    const enough = typeof marked === 'number' ? marked : marked.length;
    for (const edit of wanted) {
      if (Object.keys(redesign.marks).length === enough) break;
      const edits = [edit];
      redesign = await ask<Redesign>(seat, 'POST', `/redesigns/${redesign.id}/edits`, { edits }, redesign.version).catch(() => redesign);
    }
    return (await ask<{ redesign: Redesign }>(seat, 'POST', `/redesigns/${redesign.id}/submit`, undefined, redesign.version)).redesign;
  }
}

/** Deadlines, dossiers a year and figures for the targets that nobody can compute. */
async function planAhead(ask: Office['ask']): Promise<void> {
  const { rows } = await ask<{ rows: PlanLine[] }>('reviewer', 'GET', `${PLAN}/lines?limit=500`);
  for (const [index, { procedure, office, version }] of rows.filter(({ declared }) => declared > 0).entries()) {
    const settings: LineSettings = {
      office,
      deadline: new Date(Date.now() + (9 + 6 * index) * DAY).toISOString().slice(0, 10),
      expectedCut: 2000,
      dossiersPerYear: 340 + ((index * 3571) % 9000),
      dossiersSource: SOURCE,
    };
    await ask('reviewer', 'PUT', `${PLAN}/lines/${procedure}`, settings, version);
  }
  const figures = { 'so-hoa': [9120, 10_000], 'giao-dich-thanh-toan-truc-tuyen': [4120, 10_000] };
  for (const [target, [numerator, denominator]] of Object.entries(figures)) {
    await ask('reviewer', 'PUT', `${PLAN}/targets/${target}/figures/2026-Q3`, { numerator, denominator, source: SOURCE, version: 0 });
  }
}

function removed(element: string, ministry = false): Edit {
  const beyond = { authority: 'recommend', amends: 'Mẫu đơn kèm theo Thông tư minh họa (minh họa)', timetable: '2026 - 2027' } as const;
  return { kind: 'mark', element, mark: { treatment: 'remove', ...WHY, ...(ministry && beyond) } };
}

async function each<T>(marks: Record<string, Marked>, act: (procedure: string, marked: Marked) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (const [procedure, marked] of Object.entries(marks)) done.push(await act(procedure, marked));
  return done;
}
