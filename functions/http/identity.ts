// Signing in with an OpenID Connect provider: code flow with PKCE. The library is loaded when somebody signs in, not at the start.
import type { Configuration } from 'openid-client';
import type { SignIn } from './session.ts';

export type IdentitySettings = { issuer: string; clientId: string; clientSecret?: string };
export type IdentityProvider = ReturnType<typeof createIdentity>;

const CALLBACK = '/api/session/callback';
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** `email` only where the provider has verified it: anybody can write anything into an address that nobody checks. */
export type Account = { subject: string; email?: string | undefined };

/** The e-mail address among the claims of a provider, if the provider says that it is verified. */
export function verifiedAddress(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { email, email_verified: verified } = claims;
  return typeof email === 'string' && verified === true ? email : undefined;
}

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
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: signIn.state,
      nonce: signIn.nonce,
    });
    return { address, signIn };
  }

  /** Whom the provider vouches for; `search` is the query that the browser came back with. Throws when it does not. */
  async function finish(search: string, { verifier, state, nonce }: SignIn): Promise<Account> {
    const client = await import('openid-client');
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const provider = await configuration();
    const tokens = await client.authorizationCodeGrant(provider, new URL(origin + CALLBACK + search), checks);
    const claims = tokens.claims();
    if (!claims?.sub) throw new Error('The provider named nobody.');
    // Some providers say the address in their token, others only when they are asked for it.
    const asks = claims['email'] === undefined && provider.serverMetadata().userinfo_endpoint !== undefined;
    const more = asks ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub).catch(() => undefined) : undefined;
    return { subject: claims.sub, email: verifiedAddress(more ?? claims) };
  }

  return { start, finish };
}
