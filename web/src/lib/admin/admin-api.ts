// What is asked of the server about people, settings and the journal. Every function resolves or throws ApiError.
import { createClient } from '#functions/http/client.ts';
import { ask, page } from '#lib/ask.ts';
import type { PersonInput } from '#procedures/review/person-input.ts';
import type { InForce, Setting, SettingKind, SettingValue } from '#procedures/settings/settings.ts';

const { people, settings, journal } = createClient('/').api;
const one = people[':subject'];
const at = (subject: string, version: number) => ({ param: { subject }, header: { 'if-match': `"${version}"` } });

/** What the address of the journal may hold. */
export type JournalQuery = { month?: string; person?: string; procedure?: string; action?: JournalAction; refused?: '1'; after?: string };
type JournalAction = NonNullable<NonNullable<Parameters<typeof journal.$get>[0]>['query']>['action'];

export const adminApi = {
  people: (after: string | null, limit: number) => ask(people.$get(page(after, limit))),
  enter: (json: PersonInput) => ask(people.$post({ json })),
  change: (subject: string, version: number, json: PersonInput) => ask(one.$put({ ...at(subject, version), json })),
  leave: (subject: string, version: number) => ask(one.leave.$post(at(subject, version))),
  comeBack: (subject: string, version: number) => ask(one['come-back'].$post(at(subject, version))),
  // The server answers a kind with the lists of that kind; the typed client knows only all of them together.
  settings: <Kind extends SettingKind>(kind: Kind) =>
    ask(settings[':kind'].$get({ param: { kind } })) as Promise<unknown> as Promise<{ versions: Setting<Kind>[]; inForce: InForce<Kind> }>,
  saveSettings: <Kind extends SettingKind>(
    kind: Kind,
    from: string,
    json: { value: SettingValue<Kind>; source?: string; version: number },
  ) => ask(settings[':kind'][':from'].$put({ param: { kind, from }, json })) as Promise<unknown> as Promise<Setting<Kind>>,
  journal: (query: JournalQuery, signal?: AbortSignal) => ask(journal.$get({ query }, { init: { signal } })),
};

export type PersonRow = Awaited<ReturnType<typeof adminApi.enter>>;
export type JournalPage = Awaited<ReturnType<typeof adminApi.journal>>;
export type JournalLine = JournalPage['events'][number];
