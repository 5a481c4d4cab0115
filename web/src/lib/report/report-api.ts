// What is asked of the server about reports. Every function resolves or throws ApiError.
import { createClient } from '#functions/http/client.ts';
import { ask } from '#lib/ask.ts';

const { reports } = createClient('/').api;
const one = reports[':template'];
type View = { template: string; period: string; plan?: string | undefined };
const of = ({ period, plan }: View) => ({ period, ...(plan !== undefined && { plan }) });

export const reportApi = {
  templates: () => ask(reports.$get()),
  read: (view: View) => ask(one.$get({ param: { template: view.template }, query: of(view) })),
  behind: (view: View, figure: string, office?: string) =>
    ask(one.behind.$get({ param: { template: view.template }, query: { ...of(view), figure, ...(office !== undefined && { office }) } })),
};
