import { expect, test } from 'vitest';
import { RedesignList } from '#lib/redesigns/redesign-list.svelte.ts';
import { aRedesignRow } from '../rows.ts';

test('a redesign that moves while the pages arrive is listed once, in its newest version', () => {
  const list = new RedesignList({
    rows: [aRedesignRow({ version: 4, state: 'accepted' }), aRedesignRow({ id: 'b' }), aRedesignRow({ version: 3 })],
    next: null,
  });
  expect(list.rows.map(({ id, version }) => [id, version])).toEqual([
    ['btc-1', 4],
    ['b', 3],
  ]);
});
