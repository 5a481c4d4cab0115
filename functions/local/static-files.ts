// Serves the built web app: hashed files for good, everything else afresh, unknown addresses by the app's own start page.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context } from 'hono';

const FOR_GOOD = 'public, max-age=31536000, immutable';
const AFRESH = 'no-cache';

/** The web app of folder `root` (the output of `npm run build`) at the root of the address space. */
export function createWebApp(root: string): Hono {
  const startPage = async (c: Context) => {
    const html = await readFile(join(root, 'index.html'), 'utf8').catch(() => undefined);
    if (html === undefined) return c.text('Chưa dựng giao diện web: hãy chạy npm run build.', 503);
    return c.html(html, 200, { 'content-security-policy': contentPolicy(html) });
  };
  return (
    new Hono()
      .use(async (c, next) => {
        await next();
        if (c.res.ok) c.header('cache-control', c.req.path.startsWith('/_app/immutable/') ? FOR_GOOD : AFRESH);
      })
      .use('/_app/*', serveStatic({ root }))
      // A script that is gone after a new build is a 404, never a page of HTML under a script's name.
      .all('/_app/*', (c) => c.text('Không có tệp này.', 404))
      .get('/', startPage)
      .get('/index.html', (c) => c.redirect('/', 308))
      .use('*', serveStatic({ root }))
      .get('*', startPage)
  );
}

/** A policy under which only this page's own inline scripts and styles (named by their hashes) and our own files count. */
export function contentPolicy(html: string): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].join(' '),
    ["style-src 'self'", ...hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g)].join(' '),
    // Positions of floating parts (menus, tooltips) are written as style attributes by the component library.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

function hashes(html: string, inline: RegExp): string[] {
  return [...html.matchAll(inline)].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
}
