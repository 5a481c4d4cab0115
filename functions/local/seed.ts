// Fills a store with small made-up procedures for trials at scale; every one says "(minh họa)" in its name.
import type { Publication } from '#functions/store/procedure-store.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Field } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import { officeOf } from '#procedures/plan/plans.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';

type Options = {
  plan: Plan;
  rule: CountingRule;
  /** Moment of publication, ISO 8601. */
  at: string;
  /** Number of the first made-up procedure: a store that has 1 to 100 goes on at 101. */
  startAt?: number;
  /** Told after every batch how many are in. */
  onProgress?: (done: number) => void;
};

/** One transaction of the store takes this many first revisions. */
const BATCH = 33;
/** Batches under way at once; the counter that all of them move makes more of them wait for one another. */
const LANES = 4;
const ORIGIN = 'tinhgon seed';

/** Publishes `count` made-up procedures and brings them into scope, through the store's own doors: shapes and counters are those of real ones. */
export async function seed(
  stores: Pick<Stores, 'procedures' | 'lines'>,
  count: number,
  { plan, rule, at, startAt = 1, onProgress }: Options,
): Promise<void> {
  let next = 0;
  let done = 0;
  const lane = async () => {
    for (let from = next; from < count; from = next) {
      next = Math.min(from + BATCH, count);
      const numbers = Array.from({ length: next - from }, (_, offset) => startAt + from + offset);
      const publications = numbers.map((number) => publication(number, plan, rule, at));
      await stores.procedures.publishFirst(publications);
      await stores.lines.save(
        publications.map(({ revision, office }) => ({ from: null, to: lineOf(plan, revision.procedure, { office: office.id }, rule) })),
      );
      done += numbers.length;
      onProgress?.(done);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function publication(number: number, plan: Plan, rule: CountingRule, at: string): Publication {
  const procedure = seededProcedure(number);
  return {
    revision: { procedure, number: 1, publishedAt: at, publishedBy: ORIGIN, origin: ORIGIN },
    office: officeOf(plan, procedure),
    rule,
  };
}

/** The made-up procedure of that number: one form with three fields, one of which a redesign may cut. */
export function seededProcedure(number: number): Procedure {
  const digits = String(number).padStart(6, '0');
  const id = `minh-hoa-${digits}`;
  return {
    id,
    name: `Thủ tục thử tải số ${digits} (minh họa)`,
    internal: false,
    area: 'Thử tải (minh họa)',
    levels: ['Cấp tỉnh'],
    subjects: [],
    timesPerYear: 1,
    subjectsPerYear: 100 + (number % 900),
    agencies: [],
    steps: [],
    channels: [],
    documents: [],
    forms: [
      {
        id: 'to-khai',
        title: `Tờ khai số ${digits} (minh họa)`,
        complete: true,
        fields: [field('ho-ten', 'Họ và tên'), field('dia-chi', 'Địa chỉ'), field('noi-dung', 'Nội dung đề nghị')],
      },
    ],
    legalBases: [],
  };
}

function field(id: string, label: string): Field {
  return { id, label, kind: 'text', requirement: 'required', whose: 'applicant', filledBy: 'applicant' };
}
