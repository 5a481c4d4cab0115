import path from 'node:path';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [
    sveltekit({
      adapter: adapter({ pages: path.join(root, 'build'), fallback: 'index.html' }),
      outDir: path.join(root, '.svelte-kit'),
      // The page carries one inline script (Kit's start); its hash is in the policy, so no other inline script runs.
      csp: { mode: 'hash', directives: { 'script-src': ['self'], 'object-src': ['none'], 'base-uri': ['self'] } },
      paths: { relative: false },
      version: { pollInterval: 0 },
    }),
  ],
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/oidc': 'http://127.0.0.1:3000' } },
});
