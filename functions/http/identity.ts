// Signing in with an OpenID Connect provider: code flow with PKCE. The library is loaded when somebody signs in, not at the start.
import type { Configuration } from 'openid-client';
import type { SignIn } from './session.ts';

export type IdentitySettings = { issuer: string; clientId: string; clientSecret?: string };
export type IdentityProvider = ReturnType<typeof createIdentity>;

const CALLBACK = '/api/session/callback';
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The provider at `issuer`, for a workspace at `origin`. Plain http is allowed for an issuer on the loopback address alone. */
export function createIdentity({ issuer, clientId, clientSecret }: IdentitySettings, origin: string) {
  let found: Promise<Configuration> | undefined;

  async function discover(): Promise<Configuration> {
    const { discovery, allowInsecureRequests } = await import('openid-client');
    const server = new URL(issuer);
    const plain = server.protocol === 'http:' && LOOPBACK.has(server.hostname);
    return discovery(server, clientId, clientSecret, undefined, plain ? { execute: [allowInsecureRequests] } : undefined);
  }

  function configuration(): Promise<Configuration> {
    found ??= discover();
    found.catch(() => (found = undefined));
    return found;
  }

  /** Where to send the browser, and what to remember until it comes back. */
  async function start(to: string): Promise<{ address: URL; signIn: SignIn }> {
    const client = await import('openid-client');
    const verifier = client.randomPKCECodeVerifier();
    const signIn = { verifier, state: client.randomState(), nonce: client.randomNonce(), to };
    const address = client.buildAuthorizationUrl(await configuration(), {
      redirect_uri: origin + CALLBACK,
      scope: 'openid profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: signIn.state,
      nonce: signIn.nonce,
    });
    return { address, signIn };
  }

  /** The subject that the provider vouches for; `search` is the query that the browser came back with. Throws when it does not. */
  async function finish(search: string, { verifier, state, nonce }: SignIn): Promise<string> {
    const client = await import('openid-client');
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const tokens = await client.authorizationCodeGrant(await configuration(), new URL(origin + CALLBACK + search), checks);
    const subject = tokens.claims()?.sub;
    if (!subject) throw new Error('The provider named nobody.');
    return subject;
  }

  return { start, finish };
}
