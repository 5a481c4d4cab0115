import { fold } from '#procedures/text/vietnamese.ts';

const LONGEST = 60;

/** A readable id for a new field: `moi-so-dien-thoai`, numbered when taken. Never one of the baseline's own. */
export function newFieldId(label: string, taken: (id: string) => boolean): string {
  const words = fold(label)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, LONGEST)
    .replace(/-+$/u, '');
  const id = words === '' ? 'moi' : `moi-${words}`;
  if (!taken(id)) return id;
  let number = 2;
  while (taken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
