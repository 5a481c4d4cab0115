// How much JavaScript each screen needs before its first paint, from the manifest of the build: what Kit starts with, the page's layouts and the
// page with everything they import statically. The overview is the first view; every other screen is counted by what it adds to that.
import { readdirSync, readFileSync } from 'node:fs';

const client = 'web/.svelte-kit/output/client/';
const generated = 'web/.svelte-kit/generated/build/client/';
const manifest = JSON.parse(readFileSync(`${client}.vite/manifest.json`, 'utf8'));

const node = (number) => Object.keys(manifest).find((key) => key.endsWith(`/nodes/${number}.js`));
const entry = (name) => Object.keys(manifest).find((key) => key.endsWith(name));

const withImports = (key, seen = new Set()) => {
  if (!key || seen.has(key)) return seen;
  seen.add(key);
  for (const each of manifest[key].imports ?? []) withImports(each, seen);
  return seen;
};
const files = (keys) => [...new Set(keys.flatMap((key) => [...withImports(key)]))].map((key) => client + manifest[key].file);

/** Path of the route → numbers of its nodes: root layout, layouts, page. */
const routes = readdirSync(`${generated}nodes`).flatMap((name) => {
  const page = /routes(\/.*)?\/\+page\.svelte/.exec(readFileSync(`${generated}nodes/${name}`, 'utf8'));
  return page ? [{ path: page[1] ?? '/', page: Number.parseInt(name, 10) }] : [];
});
const layout = readdirSync(`${generated}nodes`)
  .filter((name) => /\(app\)\/\+layout\.svelte/.test(readFileSync(`${generated}nodes/${name}`, 'utf8')))
  .map((name) => Number.parseInt(name, 10));

const start = [
  entry('runtime/client/entry.js'),
  entry('runtime/client/client-entry.js'),
  entry('runtime/client/payload.js'),
  entry('/app.js'),
];
const view = (route) => files([...start, node(0), ...(route.path.startsWith('/(app)') ? layout.map(node) : []), node(route.page)]);

const first = routes.find((route) => route.path === '/(app)/tong-quan');
const firstView = view(first);

export default [
  { name: 'first view: the signed-in overview', path: firstView, limit: '130 kB', gzip: true },
  ...routes
    .filter((route) => route !== first)
    .map((route) => ({
      name: `further: ${route.path}`,
      path: view(route).filter((file) => !firstView.includes(file)),
      limit: '60 kB',
      gzip: true,
    })),
];
