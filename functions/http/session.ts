// Sessions: an encrypted cookie that names the person and nothing else. What the person may do stands in the table.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { jwtDecrypt } from 'jose/jwt/decrypt';
import { EncryptJWT } from 'jose/jwt/encrypt';

const SESSION_COOKIE = 'tinhgon';
const SIGN_IN_COOKIE = 'tinhgon-sign-in';
/** Seconds: one working day, and the time to sign in with the provider. */
const SESSION_LIFE = 12 * 3600;
const SIGN_IN_LIFE = 600;
/** Cookies already opened, by their text: opening one costs a tenth of a millisecond, a request has few to spare. */
const REMEMBERED = 1_000;

/** What has to be remembered between going to the provider and coming back. */
export type SignIn = { verifier: string; state: string; nonce: string; to: string };
export type Sessions = ReturnType<typeof createSessions>;

/**
 * Sessions under a key made from `secret` (asked for once, when it is first needed). `secure` = served over https: the cookie is then
 * bound to this very host by its `__Host-` prefix.
 */
export function createSessions({ secret, secure }: { secret: () => Promise<string>; secure: boolean }) {
  const opened = new Map<string, { subject: string; until: number }>();
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure, prefix: secure ? 'host' : undefined } as const;
  let key: Promise<CryptoKey> | undefined;

  function sealingKey(): Promise<CryptoKey> {
    key ??= secret().then(keyFrom);
    key.catch(() => (key = undefined));
    return key;
  }

  async function seal(purpose: string, claims: Record<string, string>, seconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .encrypt(await sealingKey());
  }

  /** The claims of a cookie that is ours, for this purpose and not too old; null otherwise. */
  async function unseal(purpose: string, token: string) {
    const expected = { audience: purpose, keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
    const found = await jwtDecrypt(token, await sealingKey(), expected).catch(() => null);
    return found?.payload ?? null;
  }

  const read = (c: Context, name: string) => getCookie(c, name, options.prefix);

  /** The subject of the session that the request carries. */
  async function subject(c: Context): Promise<string | null> {
    const token = read(c, SESSION_COOKIE);
    if (!token) return null;
    const known = opened.get(token);
    if (known) return known.until > Date.now() ? known.subject : null;
    const payload = await unseal('session', token);
    if (!payload?.sub || !payload.exp) return null;
    if (opened.size >= REMEMBERED) opened.clear();
    opened.set(token, { subject: payload.sub, until: payload.exp * 1000 });
    return payload.sub;
  }

  async function begin(c: Context, person: string): Promise<void> {
    setCookie(c, SESSION_COOKIE, await seal('session', { sub: person }, SESSION_LIFE), { ...options, maxAge: SESSION_LIFE });
  }

  function end(c: Context): void {
    deleteCookie(c, SESSION_COOKIE, options);
  }

  async function beginSignIn(c: Context, signIn: SignIn): Promise<void> {
    setCookie(c, SIGN_IN_COOKIE, await seal('sign-in', signIn, SIGN_IN_LIFE), { ...options, maxAge: SIGN_IN_LIFE });
  }

  /** What was remembered of the sign-in under way; it can be taken once. */
  async function takeSignIn(c: Context): Promise<SignIn | null> {
    const token = read(c, SIGN_IN_COOKIE);
    const payload = token ? await unseal('sign-in', token) : null;
    deleteCookie(c, SIGN_IN_COOKIE, options);
    if (!payload) return null;
    const { verifier, state, nonce, to } = payload;
    return { verifier: String(verifier), state: String(state), nonce: String(nonce), to: String(to) };
  }

  return { subject, begin, end, beginSignIn, takeSignIn };
}

async function keyFrom(secret: string): Promise<CryptoKey> {
  const bits = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
