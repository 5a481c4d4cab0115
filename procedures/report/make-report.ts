// Puts a report together: a template, the rows of the plan and the figures that were typed in, for one period.
import type { Figure, Period } from '#procedures/plan/figure.ts';
import { daysOf, type PeriodDays, periodName } from '#procedures/plan/period.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { dayOf } from '#procedures/text/date.ts';
import type { Moment } from '#procedures/text/label.ts';
import { type FigureParts, partsOf } from './figure-key.ts';
import { figureName, targetColumnName } from './figure-names.ts';
import type { Behind, Cell, Report, Row, Table, Value } from './report.ts';
import { type ReportRows, setsOf, type Sets } from './sets.ts';
import { targetRows } from './target-rows.ts';
import type { ReportTemplate, TableTemplate } from './template.ts';

/** `plan`: the one that `rows` belong to; `at`: when it is made. */
export type ReportSource = {
  template: ReportTemplate;
  plan: Pick<Plan, 'id' | 'name' | 'year' | 'targets' | 'offices' | 'demonstration'>;
  rows: ReportRows;
  figures: readonly Figure[];
  period: Period;
  at: Moment;
};

/** The days of a period that have come by `at`: of a period under way, those until today. */
export function daysBy(template: Pick<ReportTemplate, 'closingDay'>, period: Period, at: Moment): PeriodDays & { unfinished: boolean } {
  const { from, until } = daysOf(period, template.closingDay);
  const today = dayOf(at);
  return today < until ? { from, until: today, unfinished: true } : { from, until, unfinished: false };
}

/** The report; the same input gives the same report. */
export function makeReport({ template, plan, rows, figures, period, at }: ReportSource): Report {
  const { unfinished, ...counted } = daysBy(template, period, at);
  const sets = setsOf(rows, counted);
  const { id, title, source, unconfirmed } = template;
  const inside = figures.filter((figure) => isInside(figure.period, period));
  return {
    template: { id, title, source, ...(unconfirmed !== undefined && { unconfirmed }) },
    plan: { id: plan.id, name: plan.name, year: plan.year, ...(plan.demonstration && { demonstration: true }) },
    period,
    periodName: periodName(period),
    days: daysOf(period, template.closingDay),
    at,
    unfinished,
    sections: template.sections.map((section) => ({
      title: section.title,
      tables: section.tables.map((table) => tableOf(table, plan, sets, inside)),
    })),
    notes: template.notes,
  };
}

/** What is behind one number, of an office or of all. Throws RangeError for a key that is none. */
export function behind({ template, rows, period, at }: Omit<ReportSource, 'plan' | 'figures'>, key: string, office?: string): Behind[] {
  const parts = partsOf(key);
  const set = setsOf(rows, daysBy(template, period, at)).of(parts, office);
  const meeting = parts.measured === 'meeting' || parts.measured === 'meetingShare';
  return meeting ? set.filter(({ meets }) => meets) : [...set];
}

function tableOf(template: TableTemplate, plan: ReportSource['plan'], sets: Sets, figures: readonly Figure[]): Table {
  const title = template.title === undefined ? {} : { title: template.title };
  if (template.rows === 'targets') {
    const columns = template.columns.map(({ figure, label }) => ({ key: figure, label: label ?? targetColumnName(figure) }));
    return {
      ...title,
      stub: 'Chỉ tiêu',
      columns,
      rows: targetRows(
        columns.map(({ key }) => key),
        plan,
        sets,
        figures,
      ),
    };
  }
  const columns = template.columns.map(({ figure, label }) => ({ key: figure, label: label ?? figureName(figure) }));
  const cells = (office?: string) => columns.map(({ key }) => cellOf(partsOf(key), sets, office));
  const whole: Row = { id: 'toan-so', label: template.rows === 'whole' ? 'Toàn Sở' : 'Cộng', cells: cells() };
  if (template.rows === 'whole') return { ...title, stub: 'Phạm vi', columns, rows: [whole] };
  const offices = officesIn(plan, sets).map(({ id, name }): Row => ({ id, label: name, office: id, cells: cells(id) }));
  return { ...title, stub: 'Phòng', columns, rows: [...offices, { ...whole, total: true }] };
}

/** The offices that have a procedure in scope, in the order of the plan; one that the plan no longer names stands last, by its id. */
function officesIn({ offices }: Pick<Plan, 'offices'>, { lines }: Sets): { id: string; name: string }[] {
  const left = new Set(lines.map(({ office }) => office));
  const named = offices.filter(({ id }) => left.delete(id)).map(({ id, name }) => ({ id, name }));
  return [...named, ...[...left].toSorted().map((id) => ({ id, name: id }))];
}

function cellOf(parts: FigureParts, sets: Sets, office: string | undefined): Cell {
  return { value: valueOf(parts, sets, office), behind: parts.key };
}

const sum = (set: readonly Behind[], of: 'before' | 'after') => set.reduce((total, one) => total + (one[of] ?? 0), 0);

function valueOf(
  { group, measured, kind }: Pick<FigureParts, 'group' | 'measured' | 'kind'>,
  sets: Sets,
  office: string | undefined,
): Value {
  const set = sets.of({ group, kind }, office);
  const meeting = set.filter(({ meets }) => meets).length;
  const [before, after] = [sum(set, 'before'), sum(set, 'after')];
  switch (measured) {
    case 'count':
      return { kind: 'count', count: set.length };
    case 'before':
      return { kind: 'count', count: before };
    case 'after':
      return { kind: 'count', count: after };
    case 'cut':
      return { kind: 'count', count: before - after };
    case 'meeting':
      return { kind: 'count', count: meeting };
    case 'pooled':
      return { kind: 'ratio', ratio: { numerator: before - after, denominator: before } };
    case 'meetingShare':
      return { kind: 'ratio', ratio: { numerator: meeting, denominator: set.length } };
    case 'share':
      return { kind: 'ratio', ratio: { numerator: set.length, denominator: sets.of({ group: 'scope', kind }, office).length } };
  }
}

/** A figure of a quarter belongs to the report of its half-year and year, not the other way round. */
function isInside(figure: Period, period: Period): boolean {
  const [inner, outer] = [daysOf(figure), daysOf(period)];
  return outer.from <= inner.from && inner.until <= outer.until;
}
