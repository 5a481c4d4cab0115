// What is asked of the server about plans. Every function resolves or throws ApiError.
import { createClient } from '#functions/http/client.ts';
import { ask, at, by, page } from '#lib/ask.ts';
import type { FigureInput, Period } from '#procedures/plan/figure.ts';
import type { LineSettings } from '#procedures/plan/line.ts';
import type { Plan } from '#procedures/plan/plan.ts';

const { plans } = createClient('/').api;
const one = plans[':id'];
const lineAt = (id: string, procedure: string, version: number) => ({ param: { id, procedure }, header: at(id, version).header });

export const planApi = {
  list: () => ask(plans.$get()),
  read: (id: string) => ask(one.$get(by(id))),
  create: (json: { year: number; name: string; copyOf?: string }) => ask(plans.$post({ json })),
  replace: (plan: Plan, version: number) => ask(one.$put({ ...at(plan.id, version), json: plan })),
  makeCurrent: (id: string) => ask(one.current.$post(by(id))),
  lines: (id: string, after: string | null, limit: number, signal?: AbortSignal) =>
    ask(one.lines.$get({ ...by(id), ...page(after, limit) }, { init: { signal } })),
  add: (id: string, procedures: string[], settings: Partial<LineSettings>) =>
    ask(one.lines.$post({ ...by(id), json: { procedures, settings } })),
  change: (id: string, procedure: string, version: number, json: LineSettings) =>
    ask(one.lines[':procedure'].$put({ ...lineAt(id, procedure, version), json })),
  remove: (id: string, procedure: string, version: number) => ask(one.lines[':procedure'].$delete(lineAt(id, procedure, version))),
  figures: (id: string) => ask(one.figures.$get(by(id))),
  enter: (id: string, target: string, period: Period, json: FigureInput & { version: number }) =>
    ask(one.targets[':target'].figures[':period'].$put({ param: { id, target, period }, json })),
};

export type ListedPlan = Awaited<ReturnType<typeof planApi.list>>['plans'][number];
