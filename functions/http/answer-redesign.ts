import type { Context, TypedResponse } from 'hono';
import type { RedesignStore } from '#functions/store/redesign-store.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { etag } from './validate.ts';

/** Answers with a redesign in the very text that the store read or wrote: a large sheet is not put into words twice. */
export const answerRedesign = (redesigns: Pick<RedesignStore, 'textOf'>) => (c: Context, redesign: Redesign) =>
  c.body(redesigns.textOf(redesign), 200, {
    'Content-Type': 'application/json',
    ETag: etag(redesign.version),
  }) as unknown as Response & TypedResponse<Redesign, 200, 'json'>;
