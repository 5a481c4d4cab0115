import { CursorError } from './errors.ts';

/** One page of a list; `next` is the mark that the following page is asked for with, null after the last. */
export type Page<Row> = { rows: Row[]; next: string | null };

/** A place in a list as it goes out: opaque, safe in an address. */
export const pageMark = (place: string): string => Buffer.from(place).toString('base64url');

/** The place in a page mark; CursorError when it is none of ours. */
export function placeOf(mark: string): string {
  const place = Buffer.from(mark, 'base64url').toString();
  if (place === '' || pageMark(place) !== mark) throw new CursorError();
  return place;
}
