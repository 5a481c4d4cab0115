// The bundles that CDK would upload, run on real API Gateway events against the real store.
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaperPage } from '#functions/http/paper-page.ts';
import type { CatalogueRow } from '#functions/store/catalogue-row.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { type Asked, type GatewayAnswer, gatewayEvent } from '../../support/api-gateway-event.ts';
import { synthesise, type Synthesised } from '../../support/installation.ts';
import { lambdaEnvironment, type LambdaFunction, startFunction } from '../../support/lambda-function.ts';
import { aFullMark } from '../../support/redesign.ts';
import { sessionCookie } from '../../support/session-cookie.ts';
import { accepted, submissionIn } from '../../support/submitting.ts';
import { openWorkspace, PEOPLE, type Workspace } from '../../support/workspace.ts';

/** The one that `openStores` opens. */
const TENANT = 'khanh-hoa';
const ORIGIN = 'https://tinh-gon.example';
const SECRET = 'chỉ dùng trong kiểm thử, không ở nơi nào khác';
const SECRET_ID = 'arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:minh-hoa';

let stacks: Synthesised;
let workspace: Workspace;
let environment: Record<string, string>;
let api: LambdaFunction;
let documents: LambdaFunction;
let cookies: string[];

beforeAll(async () => {
  stacks = synthesise();
  workspace = await openWorkspace();
  environment = {
    ...lambdaEnvironment(workspace.endpoint),
    TABLE: workspace.table,
    TENANT,
    OIDC_ISSUER: 'https://dang-nhap.example',
    OIDC_CLIENT_ID: 'tinh-gon',
    PUBLIC_ORIGIN: ORIGIN,
    SESSION_SECRET: SECRET,
  };
  api = startFunction(stacks.bundle('Api'), environment);
  documents = startFunction(stacks.bundle('Documents'), environment);
  cookies = [await sessionCookie(SECRET, PEOPLE.specialist.subject)];
}, 120_000);

afterAll(async () => {
  await Promise.all([api.stop(), documents.stop(), workspace.close()]);
  stacks.remove();
});

const get = (path: string, asked: Asked = { cookies }) => api.invoke(gatewayEvent('GET', path, asked));
const post = (path: string, content: unknown, version?: number) =>
  api.invoke(
    gatewayEvent('POST', path, {
      cookies,
      json: content,
      headers: { origin: ORIGIN, ...(version !== undefined && { 'if-match': `"${version}"` }) },
    }),
  );
const bodyOf = <Body>(answer: GatewayAnswer): Body => JSON.parse(answer.body) as Body;
const edits = [{ kind: 'mark', element: 'ho-ten', mark: aFullMark('remove') }];

async function opened(): Promise<Redesign> {
  const { id } = await workspace.publish();
  return bodyOf<{ redesign: Redesign }>(await post('/api/redesigns', { procedure: id })).redesign;
}

describe('the function `api`', () => {
  test('tells anybody whether the store answers', async () => {
    await workspace.publish();
    const answer = await get('/api/health', {});
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: false, headers: { 'content-type': 'application/json' } });
    expect(bodyOf(answer)).toMatchObject({ store: 'ok', procedures: expect.any(Number) });
  });

  test('refuses whoever has no session with a problem', async () => {
    const answer = await get('/api/procedures', {});
    expect(answer).toMatchObject({ statusCode: 401, headers: { 'content-type': 'application/problem+json; charset=utf-8' } });
    expect(bodyOf(answer)).toMatchObject({ type: '/problems/not-signed-in', status: 401 });
  });

  test('takes the session from the list of cookies and the page from the query', async () => {
    const { name } = await workspace.publish();
    const answer = await get('/api/procedures?limit=1', { cookies: ['other=1', ...cookies] });
    const { rows } = bodyOf<{ rows: CatalogueRow[] }>(answer);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.name).toBe(name);
  });

  test('saves a mark made on the present version, and answers 409 to one made on an older', async () => {
    const redesign = await opened();
    const saved = await post(`/api/redesigns/${redesign.id}/edits`, { edits }, redesign.version);
    expect(saved).toMatchObject({ statusCode: 200, headers: { etag: '"2"' } });
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(bodyOf(saved));
    const late = await post(`/api/redesigns/${redesign.id}/edits`, { edits }, redesign.version);
    expect(late.statusCode).toBe(409);
    expect(bodyOf(late)).toMatchObject({ type: '/problems/version-conflict', current: { version: 2 }, writtenBy: PEOPLE.specialist.name });
  });

  test('refuses a body of 6 MB', async () => {
    const { id } = await opened();
    const answer = await post(`/api/redesigns/${id}/edits`, { edits: [{ ...edits[0], note: 'x'.repeat(6_000_000) }] }, 1);
    expect(answer.statusCode).toBe(413);
    expect(bodyOf(answer)).toMatchObject({ type: '/problems/too-large' });
  });

  test('refuses a change that another site sends with the same cookie', async () => {
    const { id } = await opened();
    const headers = { origin: 'https://noi-khac.example', 'if-match': '"1"' };
    const answer = await api.invoke(gatewayEvent('POST', `/api/redesigns/${id}/discard`, { cookies, headers }));
    expect(answer.statusCode).toBe(403);
  });

  test('gives and takes cookies in the list that payload 2.0 has for them', async () => {
    const answer = await post('/api/session/sign-out', {});
    expect(answer.statusCode).toBe(204);
    expect(answer.cookies).toEqual([expect.stringMatching(/^__Host-tinhgon=;.*Max-Age=0.*Secure/)]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  test('writes one line of JSON a request, with neither query nor cookie', async () => {
    await get('/api/procedures?limit=7');
    const lines = api.output().trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ method: 'GET', path: '/api/procedures', status: 200 });
    expect(api.output()).not.toMatch(/limit=7|tinhgon=/);
  });
});

describe('the function `documents`', () => {
  test.each(['docx', 'xlsx'])('answers a %s as base64 with its Vietnamese name', async (format) => {
    const { id } = await workspace.publish();
    const answer = await documents.invoke(gatewayEvent('GET', `/api/procedures/${id}/revisions/1/files/${format}`, { cookies }));
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(Buffer.from(answer.body, 'base64').subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/);
  });

  test('draws the papers of a submission, as files and as pages', async () => {
    const { submission } = await submissionIn(workspace, 'signed', [await accepted(workspace)]);
    const path = `/api/submissions/${submission.id}`;
    const reviewer = { cookies: [await sessionCookie(SECRET, PEOPLE.reviewer.subject)] };
    for (const file of ['letter.docx', 'decision.docx', 'annex.docx', 'comparison.xlsx']) {
      const answer = await documents.invoke(gatewayEvent('GET', `${path}/files/${file}`, reviewer));
      expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
      expect(Object.keys(unzipSync(Buffer.from(answer.body, 'base64')))).toContain('[Content_Types].xml');
    }
    const page = await documents.invoke(gatewayEvent('GET', `${path}/papers/annex`, reviewer));
    expect(bodyOf<PaperPage>(page)).toMatchObject({ from: 0, total: 1, paper: { sections: [{}] } });
  });

  test('carries the writers, which `api` does not', () => {
    const [ours, theirs] = ['Documents', 'Api'].map((name) => readFileSync(stacks.bundle(name), 'utf8'));
    expect(ours).toContain('wordprocessingml');
    expect(theirs).not.toMatch(/wordprocessingml|spreadsheetml|DỰ THẢO|D\\u1EF0/);
  });

  test('answers in words of its own where there is no file', async () => {
    const answer = await documents.invoke(gatewayEvent('GET', '/api/redesigns/khong-co/proposals/1/files/docx', { cookies }));
    expect(answer).toMatchObject({ statusCode: 404, isBase64Encoded: false });
  });
});

describe('settings', () => {
  test('that are missing or wrong end the function with every name and its meaning', async () => {
    const broken = startFunction(stacks.bundle('Api'), { ...environment, TENANT: '', OIDC_ISSUER: 'dang-nhap.example' });
    const failure = await broken.invoke(gatewayEvent('GET', '/api/health')).catch((error: Error) => error.message);
    expect(failure).toMatch(/TENANT: .*OIDC_ISSUER: /s);
    expect(failure).not.toContain(SECRET);
  });

  test('name a secret that is fetched once, when the first session comes', async () => {
    const asked: unknown[] = [];
    const secrets = await secretsManager(asked);
    const { port } = secrets.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    const one = startFunction(stacks.bundle('Api'), {
      ...environment,
      SESSION_SECRET: '',
      SESSION_SECRET_ID: SECRET_ID,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: address,
    });
    await one.invoke(gatewayEvent('GET', '/api/health'));
    expect(asked).toEqual([]);
    for (const path of ['/api/session', '/api/procedures']) {
      expect(await one.invoke(gatewayEvent('GET', path, { cookies }))).toMatchObject({ statusCode: 200 });
    }
    expect(asked).toEqual([{ SecretId: SECRET_ID }]);
    expect(one.output()).not.toContain(SECRET);
    await one.stop();
    secrets.close();
  });
});

/** Answers as AWS Secrets Manager does, with the one secret. */
async function secretsManager(asked: unknown[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    asked.push(await json(request));
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify({ SecretString: SECRET }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
