// The OpenID Connect provider of one machine: a person is chosen from a list, no password. It never listens beyond loopback.
import { generateKeyPair, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { Provider, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Directory } from './directory.ts';
import { memoryAdapters } from './memory-adapter.ts';
import { notice } from './pages.ts';

/** Where the provider lives on the server's one port; its issuer is `<origin>/oidc`. */
export const OIDC_PATH = '/oidc';
export const INTERACTION_PATH = `${OIDC_PATH}/interaction/`;

export type IdentityClient = { id: string; secret: string; callback: string };

/** A provider for the accounts of `directory`, whose one client is the workspace itself. Signing keys live as long as the process. */
export async function createIdentityProvider(origin: string, directory: Directory, client: IdentityClient): Promise<Provider> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return new Provider(`${origin}${OIDC_PATH}`, {
    adapter: memoryAdapters(Date.now),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kty: 'RSA', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.callback],
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `${INTERACTION_PATH}${interaction.uid}` },
    findAccount: async (_ctx, subject) => {
      const account = (await directory()).find((one) => one.subject === subject);
      if (!account) return undefined;
      const { name, email } = account;
      return { accountId: subject, claims: () => ({ sub: subject, name, ...(email !== undefined && { email, email_verified: true }) }) };
    },
    loadExistingGrant: grantAtOnce,
    renderError: (ctx, out) => {
      const page = notice('Không đăng nhập được', `Yêu cầu đăng nhập không hợp lệ (${out.error}).`);
      ctx.type = 'html';
      ctx.set('content-security-policy', page.policy);
      ctx.body = page.html;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 3600, IdToken: 600, Interaction: 3600, Session: 3600 },
  } satisfies Configuration);
}

/** Hands one request under `/oidc` to the provider, which knows itself at the root of its own address space. */
export function handToProvider(provider: Provider, request: IncomingMessage, response: ServerResponse): void {
  const mounted: IncomingMessage & { originalUrl?: string } = request;
  // Nobody stays signed in with the provider: on one machine, choosing another person is the point.
  request.headers.cookie = withoutSession(request.headers.cookie ?? '');
  mounted.originalUrl = request.url;
  mounted.url = request.url?.slice(OIDC_PATH.length) || '/';
  void provider.callback()(mounted, response);
}

function withoutSession(cookies: string): string {
  return cookies
    .split('; ')
    .filter((cookie) => !cookie.startsWith('_session'))
    .join('; ');
}

/** The workspace is the provider's own client: what it asks for is granted without a consent page. */
async function grantAtOnce(ctx: KoaContextWithOIDC) {
  const { provider, session, client } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}
