import { ask, by } from '#lib/ask.ts';
import { createClient } from '#functions/http/client.ts';
import type { PresenceWire } from './presence.svelte.ts';

const { presence } = createClient('/').api.redesigns[':id'];

/** Signs of life on a redesign, over HTTP. */
export const presenceWire = (redesign: string): PresenceWire => ({
  beat: (sign) => ask(presence.$post({ ...by(redesign), json: sign })),
  // Sent while the page goes away: the browser finishes it, nobody waits for it.
  leave: (tab) => void presence.leave.$post({ ...by(redesign), json: { tab } }, { init: { keepalive: true } }).catch(() => undefined),
});
