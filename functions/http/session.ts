// Sessions: an encrypted cookie that names the person and nothing else. What the person may do stands in the table.
import { createHash } from 'node:crypto';
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
/** `secret` is asked for once, when it is first needed; `secure` = served over https. */
export type SessionSettings = { secret: () => Promise<string>; secure: boolean };

/** Sets, reads and takes away the two cookies, both encrypted (JWE, A256GCM) and HttpOnly. Throws only when the secret cannot be had. */
export class Sessions {
  readonly #secret: () => Promise<string>;
  readonly #options;
  readonly #opened = new Map<string, { subject: string; until: number }>();
  #key: Promise<Uint8Array> | undefined;

  constructor({ secret, secure }: SessionSettings) {
    this.#secret = secret;
    // Over https the cookie is bound to this very host by its `__Host-` prefix.
    this.#options = { path: '/', httpOnly: true, sameSite: 'Lax', secure, prefix: secure ? 'host' : undefined } as const;
  }

  /** The subject of the session that the request carries. */
  async subject(c: Context): Promise<string | null> {
    const token = this.#read(c, SESSION_COOKIE);
    if (!token) return null;
    const known = this.#opened.get(token);
    if (known) return known.until > Date.now() ? known.subject : null;
    const payload = await this.#unseal('session', token);
    if (!payload?.sub || !payload.exp) return null;
    if (this.#opened.size >= REMEMBERED) this.#opened.clear();
    this.#opened.set(token, { subject: payload.sub, until: payload.exp * 1000 });
    return payload.sub;
  }

  /** Signs a person (the subject) in for 12 hours: the answer carries the session cookie. */
  async begin(c: Context, person: string): Promise<void> {
    const token = await this.#seal('session', { sub: person }, SESSION_LIFE);
    setCookie(c, SESSION_COOKIE, token, { ...this.#options, maxAge: SESSION_LIFE });
  }

  /** Signs out: the browser forgets the cookie. A copy of it would stay good until it expires. */
  end(c: Context): void {
    deleteCookie(c, SESSION_COOKIE, this.#options);
  }

  /** Has the browser remember a sign-in under way, for ten minutes. */
  async beginSignIn(c: Context, signIn: SignIn): Promise<void> {
    const token = await this.#seal('sign-in', signIn, SIGN_IN_LIFE);
    setCookie(c, SIGN_IN_COOKIE, token, { ...this.#options, maxAge: SIGN_IN_LIFE });
  }

  /** What was remembered of the sign-in under way; the browser forgets it. */
  async takeSignIn(c: Context): Promise<SignIn | null> {
    const token = this.#read(c, SIGN_IN_COOKIE);
    const payload = token ? await this.#unseal('sign-in', token) : null;
    deleteCookie(c, SIGN_IN_COOKIE, this.#options);
    if (!payload) return null;
    const { verifier, state, nonce, to } = payload;
    return { verifier: String(verifier), state: String(state), nonce: String(nonce), to: String(to) };
  }

  #read(c: Context, name: string): string | undefined {
    return getCookie(c, name, this.#options.prefix);
  }

  async #seal(purpose: string, claims: Record<string, string>, seconds: number): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .encrypt(await this.#sealingKey());
  }

  /** The claims of a cookie that is ours, for this purpose and not too old; null otherwise. */
  async #unseal(purpose: string, token: string) {
    const expected = { audience: purpose, keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
    const found = await jwtDecrypt(token, await this.#sealingKey(), expected).catch(() => null);
    return found?.payload ?? null;
  }

  #sealingKey(): Promise<Uint8Array> {
    this.#key ??= this.#secret().then((secret) => createHash('sha256').update(secret).digest());
    this.#key.catch(() => (this.#key = undefined));
    return this.#key;
  }
}

/** The sessions of one process. The secret is not asked for before a cookie has to be opened or sealed. */
export const createSessions = (settings: SessionSettings): Sessions => new Sessions(settings);
