// Fifty people marking and reviewing at once against the embedded store: nothing acknowledged is lost, the totals stay right, the
// server never fails. Reported beside it: the slowest hundredth of the saves against the usual save of one person alone.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createSessions } from '#functions/http/session.ts';
import { TABLE_NAME, TENANT } from '#functions/local/open-store.ts';
import type { CatalogueRow } from '#functions/store/catalogue-row.ts';
import { createDocumentClient } from '#functions/store/client.ts';
import { createStores, type Stores } from '#functions/store/stores.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { startEmbeddedStore } from '../support/embedded-store.ts';
import { startSystem, temporaryFolder } from '../support/local-system.ts';
import { aFullMark } from '../support/redesign.ts';
import { keepAlive } from './keep-alive.ts';
import { type Line, median, percentile } from './report.ts';

const SPECIALISTS = 40;
const REVIEWERS = 10;
const SHEETS_PER_OFFICE = 10;
/** `BENCH_SECONDS` shortens a trial; the figure that counts is taken over two minutes. */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 120);
const SECONDS_ALONE = Math.min(10, SECONDS / 4);

type Web = ReturnType<typeof keepAlive>;
type Seat = { person: Person; web: Web };
type Sheet = { id: string; office: string; fields: string[]; acknowledged: number };
type Tally = { saves: number[]; done: number; conflicts: number; failures: string[] };

export async function manyPeople(): Promise<Line[]> {
  const folder = await temporaryFolder();
  const store = await startEmbeddedStore(join(folder, 'store.db'));
  const system = await startSystem({ DYNAMODB_ENDPOINT: store.endpoint });
  const client = createDocumentClient({ endpoint: store.endpoint, region: 'local' });
  const stores = createStores({ client, table: TABLE_NAME, tenant: TENANT });
  const seats: Seat[] = [];
  try {
    const secret = (await readFile(join(system.dataFolder, 'session-secret'), 'utf8')).trim();
    for (const person of await made(stores)) {
      seats.push({ person, web: keepAlive(system.origin, await cookieOf(secret, person.subject)) });
    }
    const sheets = await openSheets(seats);
    const alone = await work(seats.slice(0, 1), sheets, SECONDS_ALONE);
    const together = await work(seats, sheets, SECONDS);
    return await verdicts(stores, sheets, alone, together);
  } finally {
    for (const { web } of seats) web.close();
    client.destroy();
    await system.stop();
    await store.stop();
    await rm(folder, { recursive: true });
  }
}

/** People of the bench, made up: specialists of every office in charge of forms in turn, and reviewers. */
async function made({ people, procedures }: Stores): Promise<Person[]> {
  const { rows } = await procedures.page({ limit: 500 });
  const busy = new Set(rows.filter(({ hasForm }) => hasForm).map(({ office }) => office));
  const offices = DEMONSTRATION_PLAN.offices.filter(({ id }) => busy.has(id));
  const all = Array.from({ length: SPECIALISTS + REVIEWERS }, (_, number): Person => {
    const reviews = number >= SPECIALISTS;
    const office = (reviews ? undefined : offices[number % offices.length]) ?? { id: 'van-phong', name: 'Văn phòng Sở' };
    const name = `Người thử ${number + 1} (minh họa)`;
    return {
      subject: `minh-hoa-thu-${number}`,
      name,
      role: reviews ? 'reviewer' : 'specialist',
      office: office.id,
      officeName: office.name,
    };
  });
  await Promise.all(all.map((person) => people.save(person)));
  return all;
}

async function cookieOf(secret: string, subject: string): Promise<string> {
  const sessions = createSessions({ secret: async () => secret, secure: false });
  const app = new Hono().get('/', async (c) => {
    await sessions.begin(c, subject);
    return c.body(null, 204);
  });
  return (await app.request('/')).headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Redesigns of procedures with a form, opened by a specialist of the office in charge; the fields that no other depends on. */
async function openSheets(seats: readonly Seat[]): Promise<Sheet[]> {
  const catalogue = await seats[0]?.web.json<{ rows: CatalogueRow[] }>('GET', '/api/procedures?limit=500');
  const sheets: Sheet[] = [];
  for (const row of (catalogue?.rows ?? []).filter(({ hasForm }) => hasForm)) {
    const { web } = seats.find(({ person }) => person.role === 'specialist' && person.office === row.office) ?? {};
    if (!web || sheets.filter(({ office }) => office === row.office).length >= SHEETS_PER_OFFICE) continue;
    const { revision } = await web.json<{ revision: Revision }>('GET', `/api/procedures/${row.id}`);
    const all = revision.procedure.forms.flatMap((form) => form.fields);
    const asked = new Set(all.map(({ condition }) => condition?.field));
    const fields = all.map(({ id }) => id).filter((id) => !asked.has(id));
    const { redesign } = await web.json<{ redesign: Redesign }>('POST', '/api/redesigns', { json: { procedure: row.id } });
    sheets.push({ id: redesign.id, office: row.office, fields, acknowledged: 0 });
  }
  return sheets;
}

/** Everybody works without a pause for so many seconds. */
async function work(seats: readonly Seat[], sheets: readonly Sheet[], seconds: number): Promise<Tally> {
  const tally: Tally = { saves: [], done: 0, conflicts: 0, failures: [] };
  const end = performance.now() + seconds * 1000;
  const one = async ({ person, web }: Seat) => {
    const own = person.role === 'reviewer' ? sheets : sheets.filter(({ office }) => office === person.office);
    while (performance.now() < end) {
      const sheet = own[Math.floor(Math.random() * own.length)];
      if (!sheet) return;
      await (person.role === 'reviewer' ? review(web, sheet, tally) : write(web, sheet, tally));
    }
  };
  await Promise.all(seats.map(one));
  return tally;
}

async function write(web: Web, sheet: Sheet, tally: Tally): Promise<void> {
  const redesign = await present(web, sheet, tally);
  if (!redesign || !['draft', 'returned'].includes(redesign.state)) return;
  if (Math.random() < 0.1) return send(web, sheet, tally, 'submit', redesign.version);
  const element = sheet.fields[Math.floor(Math.random() * sheet.fields.length)] ?? '';
  const edits: Edit[] = [{ kind: 'mark', element, mark: aFullMark(Math.random() < 0.5 ? 'remove' : 'keep') }];
  const began = performance.now();
  await send(web, sheet, tally, 'edits', redesign.version, { edits });
  tally.saves.push(performance.now() - began);
}

async function review(web: Web, sheet: Sheet, tally: Tally): Promise<void> {
  const redesign = await present(web, sheet, tally);
  if (redesign?.state !== 'submitted' && redesign?.state !== 'accepted') return;
  if (redesign.state === 'submitted' && Math.random() < 0.5) return send(web, sheet, tally, 'accept', redesign.version);
  const said = await web.ask('POST', `/api/redesigns/${sheet.id}/comments`, { json: { text: 'Xem lại mục này (minh họa).' } });
  if (said.status >= 500) tally.failures.push(`comment: ${said.status}`);
  return send(web, sheet, tally, 'return', redesign.version, {});
}

async function present(web: Web, { id }: Sheet, tally: Tally): Promise<Redesign | null> {
  const { status, body } = await web.ask('GET', `/api/redesigns/${id}`);
  if (status >= 500) tally.failures.push(`read: ${status} ${body}`);
  return status === 200 ? (JSON.parse(body) as Redesign) : null;
}

async function send(web: Web, sheet: Sheet, tally: Tally, change: string, version: number, json?: unknown): Promise<void> {
  const { status, body } = await web.ask('POST', `/api/redesigns/${sheet.id}/${change}`, { version, json });
  if (status < 300) {
    sheet.acknowledged += 1;
    tally.done += 1;
  } else if (status >= 500) tally.failures.push(`${change}: ${status} ${body}`);
  else tally.conflicts += 1;
}

/** What must hold, and what is only reported. Every acknowledged change made the version of its sheet one larger, and nothing else did. */
async function verdicts(stores: Stores, sheets: readonly Sheet[], alone: Tally, together: Tally): Promise<Line[]> {
  const stored = await Promise.all(sheets.map(({ id }) => stores.redesigns.read(id)));
  const lost = sheets.filter(({ acknowledged }, index) => stored[index]?.version !== acknowledged + 1).length;
  const { differences } = await stores.recount({ plan: DEMONSTRATION_PLAN.id, repair: false, event: neverWritten });
  const failures = [...alone.failures, ...together.failures];
  for (const failure of new Set(failures)) console.error(failure);
  const usual = median(alone.saves);
  const slowest = percentile(together.saves, 0.99);
  const people = `${SPECIALISTS + REVIEWERS} people, ${SECONDS} s`;
  const slow = `${(slowest / usual).toFixed(1)}× (${slowest.toFixed(0)} : ${usual.toFixed(1)} ms; ${together.saves.length} saves)`;
  return [
    {
      name: `${people}: changes acknowledged`,
      figure: `${together.done} (${together.conflicts} told of a conflict)`,
      bar: 'reported',
      ok: true,
    },
    { name: `${people}: sheets with a lost or doubled change`, figure: `${lost} of ${sheets.length}`, bar: '0', ok: lost === 0 },
    { name: `${people}: differences found by recount`, figure: String(differences.length), bar: '0', ok: differences.length === 0 },
    { name: `${people}: answers of 500 and more`, figure: String(failures.length), bar: '0', ok: failures.length === 0 },
    { name: `${people}: slowest hundredth of saves : usual save of one person`, figure: slow, bar: 'reported', ok: true },
  ];
}

const neverWritten = (): never => {
  throw new Error('A recount that repairs nothing writes nothing.');
};
