// A guest comes with a token in the Authorization header and nothing else. It opens one signed submission, read-only; whatever is wrong
// with it (never given out, expired, withdrawn, the submission reopened) is answered with the same words.
import { createHash } from 'node:crypto';
import type { Stores } from '#functions/store/stores.ts';
import type { GuestLink } from '#procedures/proposal/guest-link.ts';
import { linkState } from '#procedures/proposal/link-state.ts';
import type { Entry, SignedSubmission } from '#procedures/proposal/submission.ts';
import type { AppDeps } from './environment.ts';
import { GuestReadings } from './guest-readings.ts';
import { notFound, ProblemError } from './problem.ts';

/** What a link opens. */
export type Opened = { link: GuestLink; signed: SignedSubmission };

/** 32 random bytes as base64url. */
const TOKEN = /^Bearer (?<token>[A-Za-z0-9_-]{43})$/;
const DEAD =
  'Liên kết này không mở được hồ sơ: có thể đã hết hạn, đã bị thu hồi, hoặc hồ sơ đang được sửa lại. Hãy hỏi đơn vị đã gửi liên kết.';

/** The SHA-256 of a token, lower-case hexadecimal: all that is kept of it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens dossiers for guests and keeps every opening in the history of the submission. */
export class GuestAccess {
  readonly #stores: Stores;
  readonly #now: () => Date;
  readonly #readings = new GuestReadings();

  constructor({ stores, now }: Pick<AppDeps, 'stores' | 'now'>) {
    this.#stores = stores;
    this.#now = now;
  }

  /**
   * What the token of an Authorization header opens. `about` says what is looked at, in one Vietnamese phrase for the history; without it
   * the guest turns a page of what has just been opened. Throws ProblemError `not-found`, the same for every dead link, or `too-many`.
   */
  async open(authorization: string | undefined, about?: string): Promise<Opened> {
    const token = TOKEN.exec(authorization ?? '')?.groups?.token;
    const link = token === undefined ? null : await this.#stores.links.byHash(hashOfToken(token));
    if (!link) throw dead();
    const now = this.#now();
    const submission = await this.#stores.submissions.read(link.submission);
    if (linkState(link, submission?.signed, now.toISOString()) !== 'open') throw dead();
    if (this.#readings.isTooMany(link.id, now.getTime())) {
      throw new ProblemError('too-many', 'Hồ sơ được mở quá nhiều lần trong một phút. Hãy đợi một lát rồi mở lại.');
    }
    const signed = await this.#stores.submissions.signed(link.submission, link.signing);
    if (!signed) throw dead();
    if (about !== undefined || !this.#readings.isSitting(link.id, now.getTime()))
      await this.note({ link, signed }, about ?? 'Xem tiếp hồ sơ');
    return { link, signed };
  }

  /** Keeps in the history what a guest has looked at. */
  async note({ link, signed: { submission, number, plan } }: Opened, about: string): Promise<void> {
    const now = this.#now();
    const at = now.toISOString();
    const by = { subject: `lien-ket-${link.id}`, name: link.label, role: 'guest' as const };
    await this.#stores.links.open(link, { at, by, action: 'openShared', submission, plan: plan.id, version: number, about });
    this.#readings.sit(link.id, now.getTime());
  }

  /** The entry of a redesign in what was opened; nothing else of the workspace can be reached. */
  entry({ signed }: Opened, redesign: string): Entry {
    const entry = signed.entries.find((one) => one.redesign === redesign);
    if (!entry) throw notFound('phương án này trong hồ sơ');
    return entry;
  }
}

const dead = (): ProblemError => new ProblemError('not-found', DEAD);
