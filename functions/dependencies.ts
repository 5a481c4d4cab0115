// What both Lambda functions are built from.
import MANIFEST from '../package.json' with { type: 'json' };
import type { AppDeps } from './http/environment.ts';
import { createIdentity } from './http/identity.ts';
import { createSessions } from './http/session.ts';
import type { Settings } from './settings.ts';
import { createDocumentClient } from './store/client.ts';
import { createStores } from './store/stores.ts';

/** Stores, sessions and identity as the settings say. Nothing is asked of the network yet. */
export function createDependencies({ table, tenant, region, endpoint, origin, identity, sessionSecret }: Settings): AppDeps {
  return {
    stores: createStores({ client: createDocumentClient({ endpoint, region }), table, tenant }),
    sessions: createSessions({ secret: () => secretOf(sessionSecret), secure: origin.startsWith('https:') }),
    identity: createIdentity(identity, origin),
    origin,
    version: MANIFEST.version,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: (line) => void process.stdout.write(`${JSON.stringify(line)}\n`),
  };
}

async function secretOf(secret: Settings['sessionSecret']): Promise<string> {
  if ('value' in secret) return secret.value;
  const { SecretsManager } = await import('@aws-sdk/client-secrets-manager');
  const { SecretString } = await new SecretsManager().getSecretValue({ SecretId: secret.id });
  if (!SecretString) throw new Error('The session secret is empty.');
  return SecretString;
}
