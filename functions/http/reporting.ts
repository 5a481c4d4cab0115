// What a report is made from, read page by page. The API and the app of the files put the same report together.
import type { Stores } from '#functions/store/stores.ts';
import type { Period } from '#procedures/plan/figure.ts';
import type { ReportSource } from '#procedures/report/make-report.ts';
import type { ReportTemplate } from '#procedures/report/template.ts';
import { dayOf } from '#procedures/text/date.ts';
import type { Moment } from '#procedures/text/label.ts';
import { notFound, ProblemError } from './problem.ts';

/** `plan`: the current one where none is named. */
export type AskedReport = { template: string; period: Period; plan?: string | undefined };

const PAGE = 500;
/** More than five times what a ministry has; beyond that a report would keep a request waiting for too long. */
const MOST_ROWS = 20_000;

type Reads = Pick<Stores, 'settings' | 'plans' | 'lines' | 'redesigns' | 'figures'>;

/** The templates in force at the moment `at`. */
export async function templatesAt({ settings }: Pick<Reads, 'settings'>, at: Moment): Promise<ReportTemplate[]> {
  return (await settings.inForce('reportTemplates', dayOf(at))).value;
}

/** Everything behind a report as it is at the moment `at`. 404 for a template or plan that is not there, 422 for a plan that is too large. */
export async function reportSource(stores: Reads, { template: id, period, plan: named }: AskedReport, at: Moment): Promise<ReportSource> {
  const [templates, plan] = await Promise.all([
    templatesAt(stores, at),
    named === undefined ? stores.plans.current() : stores.plans.read(named),
  ]);
  const template = templates.find((one) => one.id === id);
  if (!template || !plan) throw notFound(template ? 'kế hoạch này' : 'mẫu báo cáo này');
  const [lines, redesigns, figures] = await Promise.all([
    all((after) => stores.lines.page({ plan: plan.id, after, limit: PAGE })),
    all((after) => stores.redesigns.page({ plan: plan.id, after, limit: PAGE })),
    stores.figures.all(plan.id),
  ]);
  return { template, plan, rows: { lines, redesigns }, figures, period, at };
}

async function all<Row>(page: (after?: string) => Promise<{ rows: Row[]; next: string | null }>): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const { rows: more, next } = await page(after);
    rows.push(...more);
    after = next ?? undefined;
    if (rows.length > MOST_ROWS) throw new ProblemError('refused', 'Kế hoạch có quá nhiều thủ tục để lập báo cáo ngay trên màn hình.');
  } while (after !== undefined);
  return rows;
}
