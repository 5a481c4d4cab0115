// `/api/reports/:template/files/:format`: a report of the plan's figures as a file.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { letterheadAt } from '#procedures/plan/letterhead.ts';
import { Period } from '#procedures/plan/figure.ts';
import { makeReport } from '#procedures/report/make-report.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import type { FileDeps, SignedInEnv } from '../environment.ts';
import { workspaceLine } from '../event-line.ts';
import { FORMATS, sendFile } from '../file-answer.ts';
import { reportSource } from '../reporting.ts';
import { path, query } from '../validate.ts';

const ofFile = path(z.object({ template: Id, format: z.enum(FORMATS) }));
const ofPeriod = query(z.object({ period: Period, plan: z.optional(Id) }));

/** `GET /:template/files/:format?period&plan`, for who may export reports: the file leaves a line of the history with the plan. */
export function reportFiles({ writers, ...deps }: FileDeps) {
  const { stores } = deps;
  const access = new Access(deps);
  return new Hono<SignedInEnv>().get('/:template/files/:format', ofFile, ofPeriod, async (c) => {
    const { template, format } = c.req.valid('param');
    const { person, by } = await access.inWorkspace(c.var.subject, 'exportReport', { about: template });
    const source = await reportSource(stores, { template, ...c.req.valid('query') }, by.at);
    const report = makeReport(source);
    const plan = await stores.plans.recently(source.plan.id);
    const file = await (format === 'docx' ? writers.reportDocx(report, letterheadAt(plan, dayOf(by.at))) : writers.reportXlsx(report));
    const about = `${report.template.title}, ${report.periodName}`;
    await stores.history.record(workspaceLine(person, 'exportReport', by.at, { plan: plan.id, about, format }));
    return sendFile(c, file, `Báo cáo ${report.periodName} - ${plan.name}`, format);
  });
}
