// Wires the local system together: data folder, store, first data, identity, API and web, on one loopback port.
import { join } from 'node:path';
import type { AppDeps } from '#functions/http/environment.ts';
import { createIdentity } from '#functions/http/identity.ts';
import { createSessions } from '#functions/http/session.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Person } from '#procedures/review/person.ts';
import MANIFEST from '../../package.json' with { type: 'json' };
import { createApi } from './api.ts';
import { createClosers } from './closers.ts';
import { openDataFolder } from './data-folder.ts';
import { loadFirstData } from './first-data.ts';
import { createDirectory } from './directory.ts';
import { createIdentityProvider, OIDC_PATH } from './identity-provider.ts';
import type { Loaded } from './load-definitions.ts';
import { localSettings, type LocalSettings } from './local-settings.ts';
import { openStore } from './open-store.ts';
import { close, createLocalServer, listen } from './server.ts';
import { sessionSecret } from './session-secret.ts';
import { createWebApp } from './static-files.ts';

export type LocalSystem = {
  origin: string;
  version: string;
  dataFolder: string;
  procedures: number;
  people: readonly Person[];
  loaded: Loaded;
  /** Stops the server, then the store; safe to call twice. */
  stop: () => Promise<void>;
};

const ROOT = join(import.meta.dirname, '..', '..');
const CLIENT = 'tinh-gon';

/**
 * Starts everything and resolves once it answers. `onFailure` is told when the running system loses its store for good.
 * Throws StartFailureError, with all that was already started stopped again.
 */
export async function startLocalSystem(environment: NodeJS.ProcessEnv, onFailure: (failure: Error) => void): Promise<LocalSystem> {
  const settings = localSettings(environment);
  const closers = createClosers();
  try {
    const folder = openDataFolder(settings.dataFolder);
    closers.add(folder.release);
    const store = await openStore({ endpoint: settings.endpoint, folder: folder.path, environment }, onFailure);
    closers.add(store.stop);
    const { people, loaded } = await loadFirstData(store.stores, join(ROOT, 'procedures', 'definitions'), new Date().toISOString());
    const server = await createServer(settings, store.stores, sessionSecret(folder.path));
    await listen(server, settings);
    closers.add(() => close(server));
    return {
      origin: settings.origin,
      version: MANIFEST.version,
      dataFolder: folder.path,
      procedures: await store.stores.procedures.count(),
      people,
      loaded,
      stop: closers.close,
    };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

async function createServer(settings: LocalSettings, stores: Stores, secret: string) {
  const { origin } = settings;
  const directory = createDirectory(stores);
  const client = { id: CLIENT, secret: crypto.randomUUID(), callback: `${origin}/api/session/callback` };
  const deps: AppDeps = {
    stores,
    sessions: createSessions({ secret: async () => secret, secure: false }),
    identity: createIdentity({ issuer: origin + OIDC_PATH, clientId: client.id, clientSecret: client.secret }, origin),
    origin,
    version: MANIFEST.version,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: ({ at, method, path, status, error }) => {
      if (error) console.error(`${at} ${method} ${path} ${status}: ${error}`);
    },
  };
  return createLocalServer(settings, {
    api: createApi(deps),
    web: createWebApp(join(ROOT, 'web', 'build')).fetch,
    provider: await createIdentityProvider(origin, directory, client),
    directory,
  });
}
