// A whole workspace for a test file: the real app on the real store, people of every role with real cookies. Names are made up (minh họa).
import { Hono } from 'hono';
import { createApp } from '#functions/http/app.ts';
import { answersWithFile, createDocumentsApp } from '#functions/http/documents-app.ts';
import type { AppDeps, LogLine } from '#functions/http/environment.ts';
import { createIdentity } from '#functions/http/identity.ts';
import type { Problem } from '#functions/http/problem.ts';
import { createSessions } from '#functions/http/session.ts';
import { WRITERS } from '#functions/writers.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person, Role } from '#procedures/review/person.ts';
import { aProcedure } from './build.ts';
import { openStores, startEmbeddedStore } from './embedded-store.ts';
import { aRevision, ruleV1 } from './redesign.ts';

export const ORIGIN = 'http://127.0.0.1:3000';
export const OFFICE = { id: 'quan-ly-chat-luong', name: 'Phòng Quản lý chất lượng (minh họa)' };
export const OTHER_OFFICE = { id: 'gdtrh-gdtx', name: 'Phòng Giáo dục Trung học - Giáo dục Thường xuyên (minh họa)' };
const HEAD_OFFICE = { id: 'van-phong', name: 'Văn phòng Sở' };

const person = (subject: string, role: Role, office: { id: string; name: string }): Person => ({
  subject,
  name: `Người ${subject} (minh họa)`,
  role,
  office: office.id,
  officeName: office.name,
  demonstration: true,
});

export const PEOPLE = {
  specialist: person('chuyen-vien', 'specialist', OFFICE),
  colleague: person('dong-nghiep', 'specialist', OFFICE),
  stranger: person('phong-khac', 'specialist', OTHER_OFFICE),
  reviewer: person('tham-dinh', 'reviewer', HEAD_OFFICE),
  leader: person('lanh-dao', 'leader', HEAD_OFFICE),
  admin: person('quan-tri', 'admin', HEAD_OFFICE),
  /** Of the office itself, but no specialist. */
  ownLeader: person('truong-phong', 'leader', OFFICE),
} as const;
export type Who = keyof typeof PEOPLE;

/** `version` becomes If-Match, `json` the body; `as: null` sends no cookie. */
export type Asking = { as?: Who | null; json?: unknown; version?: number | string; headers?: Record<string, string>; body?: BodyInit };
export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

/** Nobody listens there. */
const NO_PROVIDER = { issuer: 'http://127.0.0.1:1/oidc', clientId: 'tinh-gon' };

/** In memory, or in `file`, which may hold the workspace already; `now` is the clock of the app. */
export async function openWorkspace({ file, now = () => new Date() }: { file?: string; now?: () => Date } = {}) {
  const server = await startEmbeddedStore(file);
  const { stores, client, table } = await openStores(server.endpoint);
  const log: LogLine[] = [];
  const sessions = createSessions({ secret: async () => 'một bí mật chỉ dùng trong kiểm thử', secure: false });
  const deps: AppDeps = {
    stores,
    sessions,
    identity: createIdentity(NO_PROVIDER, ORIGIN),
    origin: ORIGIN,
    version: '0.0.0',
    now,
    newId: () => crypto.randomUUID(),
    log: (line) => void log.push(line),
  };
  if (!(await stores.plans.read(DEMONSTRATION_PLAN.id))) await stores.plans.save(DEMONSTRATION_PLAN);
  await Promise.all(Object.values(PEOPLE).map((one) => stores.people.save(one)));
  const app = createApp(deps);
  const documents = createDocumentsApp({ ...deps, writers: WRITERS });
  const cookies = Object.fromEntries(
    await Promise.all(Object.entries(PEOPLE).map(async ([who, { subject }]) => [who, await cookieOf(deps, subject)] as const)),
  );
  let procedures = 0;

  async function ask(method: string, path: string, { as = 'specialist', json, version, headers, body }: Asking = {}): Promise<Response> {
    const sent = new Headers({ origin: ORIGIN, ...headers });
    if (as) sent.set('cookie', cookies[as] ?? '');
    if (json !== undefined) sent.set('content-type', 'application/json');
    if (version !== undefined) sent.set('if-match', typeof version === 'number' ? `"${version}"` : version);
    const request = new Request(ORIGIN + path, {
      method,
      headers: sent,
      body: json === undefined ? body : JSON.stringify(json),
      ...STREAMED,
    });
    return (answersWithFile(new URL(request.url).pathname) ? documents : app).request(request);
  }

  /** Publishes a procedure that the specialist's office, or another one, is in charge of. */
  async function publish(overrides: Partial<Procedure> = {}, office = OFFICE): Promise<Procedure> {
    procedures += 1;
    const procedure = aProcedure({ id: `9.${String(procedures).padStart(6, '0')}`, ...overrides });
    await stores.procedures.publish({ revision: aRevision(procedure), office, rule: ruleV1() });
    await stores.lines.save([{ from: null, to: lineOf(DEMONSTRATION_PLAN, procedure, { office: office.id }, ruleV1()) }]);
    return procedure;
  }

  /** A redesign of a new procedure, opened by the specialist. */
  async function open(overrides: Partial<Procedure> = {}): Promise<Redesign> {
    const { id } = await publish(overrides);
    const answer = await ask('POST', '/api/redesigns', { json: { procedure: id } });
    const { redesign } = (await answer.json()) as { redesign: Redesign };
    return redesign;
  }

  return {
    ask,
    publish,
    open,
    stores,
    client,
    table,
    deps,
    app,
    log,
    endpoint: server.endpoint,
    cookieOf: (subject: string) => cookieOf(deps, subject),
    kill: server.kill,
    close: server.stop,
  };
}

/** Lets a body be a stream; browsers and Node ask for it, the types do not know it. */
const STREAMED = { duplex: 'half' };

/** The answer as the problem that it must be. */
export async function problemOf(answer: Response): Promise<Problem> {
  const type = answer.headers.get('content-type');
  if (!type?.startsWith('application/problem+json')) throw new Error(`Not a problem: ${answer.status} ${type} ${await answer.text()}`);
  return (await answer.json()) as Problem;
}

export const bodyOf = async <Body>(answer: Response): Promise<Body> => (await answer.json()) as Body;

/** The cookie of a session, as the server itself sets it. */
async function cookieOf({ sessions }: AppDeps, subject: string): Promise<string> {
  const app = new Hono().get('/', async (c) => {
    await sessions.begin(c, subject);
    return c.body(null, 204);
  });
  const answer = await app.request('/');
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
