import { ask, by } from '#lib/ask.ts';
import { session } from '#lib/session.svelte.ts';
import { createClient } from '#functions/http/client.ts';
import type { PresenceWire } from './presence.svelte.ts';

const { presence } = createClient('/').api.redesigns[':id'];

/** Signs of life on a redesign, over HTTP. */
export const presenceWire = (redesign: string): PresenceWire => ({
  // Without a session every sign would be refused; it goes on when somebody has signed in again.
  beat: (sign) => (session.ended ? Promise.reject(new Error('signed out')) : ask(presence.$post({ ...by(redesign), json: sign }))),
  // Sent while the page goes away: the browser finishes it, nobody waits for it.
  leave: (tab) => void presence.leave.$post({ ...by(redesign), json: { tab } }, { init: { keepalive: true } }).catch(() => undefined),
});
