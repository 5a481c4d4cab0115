import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy, createWebApp } from '#functions/local/static-files.ts';
import { temporaryFolder } from '../../support/local-system.ts';

const INLINE = "start('tinh-gon');";
const STYLE = 'body { margin: 0 }';
const PAGE = `<!doctype html><style>${STYLE}</style><script src="/_app/a.js"></script><script>${INLINE}</script>`;

describe('the web app on one machine', () => {
  let web: ReturnType<typeof createWebApp>;
  const get = (path: string) => web.request(path);

  beforeAll(async () => {
    const root = join(await temporaryFolder(), 'build');
    await mkdir(join(root, '_app', 'immutable'), { recursive: true });
    await writeFile(join(root, 'index.html'), PAGE);
    await writeFile(join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(root, '_app', 'immutable', 'start.abc.js'), 'export {};');
    await writeFile(join(root, '..', 'ngoai.txt'), 'ngoài');
    web = createWebApp(root);
  });

  it.each(['/', '/procedures', '/procedures/3.000465', '/redesigns/x?tab=documents'])('opens %s with the start page', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toBe(PAGE);
  });

  it('lets hashed files be kept for good, and others be asked for again', async () => {
    const script = await get('/_app/immutable/start.abc.js');
    expect(script.headers.get('content-type')).toMatch(/javascript/);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('answers for a script of an older build that it is gone, not with a page', async () => {
    const answer = await get('/_app/immutable/start.old.js');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).not.toMatch(/html/);
    expect(answer.headers.get('cache-control')).toBeNull();
  });

  it.each(['/../ngoai.txt', '/%2e%2e/ngoai.txt', '/..%2fngoai.txt', '/_app/%2e%2e/%2e%2e/ngoai.txt', '/a%5c..%5cngoai.txt'])(
    'gives nothing out from beside its folder (%s)',
    async (path) => {
      expect(await (await get(path)).text()).not.toBe('ngoài');
    },
  );

  it('says how to build it when it has not been built', async () => {
    const answer = await createWebApp(await temporaryFolder()).request('/');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });
});

describe('the policy of the start page', () => {
  const policy = contentPolicy(PAGE);

  it("allows the page's own inline script and style by their hashes, and no other", () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`script-src 'self' 'sha256-${hash(INLINE)}';`);
    expect(policy).toContain(`style-src 'self' 'sha256-${hash(STYLE)}';`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });

  it('allows nothing that it does not name, and no frame around it', () => {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});
