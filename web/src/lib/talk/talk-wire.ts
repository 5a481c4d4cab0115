import { reviewApi } from '#lib/review/review-api.ts';
import type { TalkWire } from './talk.svelte.ts';

/** The talk about a redesign, over HTTP. */
export const talkWire = (redesign: string): TalkWire => ({
  list: () => reviewApi.comments(redesign),
  add: (comment) => reviewApi.comment(redesign, comment),
  reply: ({ id }, text) => reviewApi.reply(redesign, id, text),
  resolve: (comment, resolved) => reviewApi.resolve(redesign, comment, resolved),
});
