import { fold } from '#procedures/text/vietnamese.ts';

const LONGEST = 64;

/** A readable id made of words: `so-dien-thoai`, numbered when it is taken; `fallback` where no letter is left. */
export function readableId(words: string, taken: (id: string) => boolean, fallback = 'muc'): string {
  const plain = fold(words)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, LONGEST)
    .replace(/-+$/u, '');
  const id = plain === '' ? fallback : plain;
  if (!taken(id)) return id;
  let number = 2;
  while (taken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
