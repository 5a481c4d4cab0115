import type { GuestLink } from './guest-link.ts';

/** `reopened`: the signature that the link was made for has been taken back; a new signing needs a new link. */
export type LinkState = 'open' | 'expired' | 'withdrawn' | 'reopened';

/** Whether a link opens its dossier at the moment `at`; `signed` is the signing in force of the submission. */
export function linkState(link: GuestLink, signed: { number: number } | undefined, at: string): LinkState {
  if (link.withdrawn !== undefined) return 'withdrawn';
  if (link.expiresAt <= at) return 'expired';
  return signed?.number === link.signing ? 'open' : 'reopened';
}
