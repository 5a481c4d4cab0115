// Offices and letterheads of a plan as they are typed.
import { cleanText } from '#lib/editor/changed-mark.ts';
import { readableId } from '#lib/readable-id.ts';
import { planFaults } from '#procedures/plan/plan-faults.ts';
import type { Letterhead, Office, Plan } from '#procedures/plan/plan.ts';
import { formatShortDay, parseDay } from '#procedures/text/date.ts';

export type OfficeDraft = { key: string; id: string; name: string; from: string; until: string };
/** `from` is empty on the one that holds before any other takes over. Titles are typed a line each. */
export type HeadDraft = Record<(typeof HEAD_BOXES)[number], string> & { key: string; from: string };
export type OfficesDraft = { offices: OfficeDraft[]; heads: HeadDraft[] };
/** What is wrong: `office <key> name`, `head <key> from`, or `whole`. */
export type OfficesErrors = Record<string, string>;

const TEXTS = ['parentAgency', 'agency', 'place', 'symbol', 'decider', 'decisionSymbol', 'recipient', 'controlBody'] as const;
const HEAD_BOXES = [...TEXTS, 'letterTitles', 'letterName', 'decisionTitles', 'decisionName'] as const;
const DAY = 'Nhập ngày như 01/07/2026, hoặc để trống.';

const day = (value: string | undefined) => (value === undefined ? '' : formatShortDay(value));
const lines = (text: string) => text.split('\n').flatMap((line) => cleanText(line) ?? []);

function headDraft(head: Letterhead, key: string, from: string): HeadDraft {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, head[name] ?? ''])) as Record<(typeof TEXTS)[number], string>;
  const { letterSignature: letter, decisionSignature: decision } = head;
  return {
    ...texts,
    key,
    from,
    letterTitles: letter?.titles.join('\n') ?? '',
    letterName: letter?.name ?? '',
    decisionTitles: decision?.titles.join('\n') ?? '',
    decisionName: decision?.name ?? '',
  };
}

/** The letterhead in the boxes; what is empty stays blank on paper. */
export function headOf(draft: HeadDraft): Letterhead {
  const texts = TEXTS.flatMap((name) => {
    const text = cleanText(draft[name]);
    return text === undefined ? [] : [[name, text] as const];
  });
  const letter = signature(draft.letterTitles, draft.letterName);
  const decision = signature(draft.decisionTitles, draft.decisionName);
  return {
    ...Object.fromEntries(texts),
    ...(letter && { letterSignature: letter }),
    ...(decision && { decisionSignature: decision }),
  };
}

function signature(titles: string, typedName: string): Letterhead['letterSignature'] {
  const [ranks, name] = [lines(titles), cleanText(typedName)];
  return ranks.length === 0 && name === undefined ? undefined : { titles: ranks, ...(name !== undefined && { name }) };
}

/** What the boxes show of a plan. */
export function officesDraft({ offices, letterhead, letterheads = [] }: Plan): OfficesDraft {
  const later = letterheads.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return {
    offices: offices.map(({ id, name, from, until }) => ({ key: id, id, name, from: day(from), until: day(until) })),
    heads: [headDraft(letterhead, 'dau', ''), ...later.map((head) => headDraft(head, head.from, day(head.from)))],
  };
}

/** An office to type into. */
export const blankOffice = (key: string): OfficeDraft => ({ key, id: '', name: '', from: '', until: '' });

/** The next letterhead, as the last one is until it takes over. */
export const nextHead = (last: HeadDraft, key: string): HeadDraft => ({ ...last, key, from: '' });

/** The plan with what was typed; everything else stays as `plan` has it. Only for a draft whose days can be read. */
export function withOffices(plan: Plan, draft: OfficesDraft): Plan {
  const taken = new Set(draft.offices.map(({ id }) => id));
  const offices = draft.offices.map((typed): Office => {
    const id = typed.id || readableId(typed.name, (one) => taken.has(one), 'phong');
    taken.add(id);
    const [from, until] = [parseDay(typed.from), parseDay(typed.until)];
    const present = plan.offices.find((office) => office.id === id);
    return {
      id,
      name: cleanText(typed.name) ?? '',
      ...(from !== null && { from }),
      ...(until !== null && { until }),
      ...(present?.demonstration && { demonstration: true }),
    };
  });
  const [first, ...later] = draft.heads;
  const { letterheads: _before, ...rest } = plan;
  const letterheads = later.map((head) => ({ ...headOf(head), from: parseDay(head.from) ?? '' }));
  return { ...rest, offices, letterhead: first ? headOf(first) : plan.letterhead, ...(letterheads.length > 0 && { letterheads }) };
}

/** Whether a draft says something else than the plan. */
export const officesChanged = (draft: OfficesDraft, plan: Plan): boolean => JSON.stringify(draft) !== JSON.stringify(officesDraft(plan));

/** What is still wrong, by box. */
export function officesErrors(plan: Plan, draft: OfficesDraft): OfficesErrors {
  const errors: OfficesErrors = {};
  for (const { key, name, from, until } of draft.offices) {
    if (cleanText(name) === undefined) errors[`office ${key} name`] = 'Nhập tên phòng.';
    if (unread(from)) errors[`office ${key} from`] = DAY;
    if (unread(until)) errors[`office ${key} until`] = DAY;
  }
  for (const { key, from } of draft.heads.slice(1)) {
    if (parseDay(from) === null) errors[`head ${key} from`] = 'Nhập ngày bắt đầu dùng, như 01/07/2026.';
  }
  if (Object.keys(errors).length > 0) return errors;
  const faults = planFaults(withOffices(plan, draft), [plan.rule]);
  return faults.length === 0 ? {} : { whole: faults.map(({ message }) => message).join(' ') };
}

const unread = (typed: string) => typed.trim() !== '' && parseDay(typed) === null;

/** Whether a value from the browser's storage is a draft of this shape. */
export function isOfficesDraft(value: unknown): value is OfficesDraft {
  const { offices, heads } = value as Partial<OfficesDraft>;
  return (
    Array.isArray(offices) &&
    Array.isArray(heads) &&
    heads.length > 0 &&
    offices.every((office) => hasTexts(office, ['key', 'id', 'name', 'from', 'until'])) &&
    heads.every((head) => hasTexts(head, ['key', 'from', ...HEAD_BOXES]))
  );
}

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
}
