import { describe, expect, test } from 'vitest';
import { Chosen } from '#lib/review/chosen.svelte.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const chosen = (order = ORDER) => new Chosen(() => order);

describe('choosing rows', () => {
  test('a range goes from where choosing began, either way, and keeps what was chosen before', () => {
    const rows = chosen();
    rows.toggle('a');
    rows.toggle('d');
    rows.extendTo('b');
    expect([...rows.ids].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });
  test('a range without a beginning is that one row', () => {
    const rows = chosen();
    rows.extendTo('c');
    expect([...rows.ids]).toEqual(['c']);
  });
  test('all are chosen, and all taken out again', () => {
    const rows = chosen();
    rows.toggle('b');
    rows.toggleAll();
    expect(rows.ids.size).toBe(5);
    rows.toggleAll();
    expect(rows.ids.size).toBe(0);
  });
  test('what a filter has hidden stays chosen, and is no end of a range', () => {
    let order = ORDER;
    const rows = new Chosen(() => order);
    rows.toggle('a');
    order = ['b', 'c'];
    rows.extendTo('c');
    expect([...rows.ids].toSorted()).toEqual(['a', 'c']);
  });
});
