import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Section, Table } from '#functions/http/client.ts';
import { atomsOf, grouped, type Measured, pageStarts, tiesOf } from '#lib/paper/flow.ts';

const ROOM = 1000;
const TABLE: Table = {
  kind: 'table',
  columns: [{ header: 'Cột', share: 1 }],
  rows: [{ cells: ['một'] }, { cells: ['hai'] }, { cells: ['ba'] }],
};
const piece = (height: number, more: Partial<Measured> = {}): Measured => ({
  height,
  head: 0,
  keepWithNext: false,
  breakBefore: false,
  ...more,
});
const heading = (text: string, pageBreak = false): Block => ({ kind: 'heading', level: 1, text, pageBreak });

const anyPieces = fc.array(
  fc.record({
    height: fc.integer({ min: 1, max: 1200 }),
    head: fc.constant(0),
    keepWithNext: fc.boolean(),
    breakBefore: fc.boolean(),
  }),
  { maxLength: 60 },
);
/** The pieces of each page. */
const pagesOf = (pieces: readonly Measured[]) => {
  const starts = pageStarts(pieces, ROOM);
  return starts.map((start, index) => pieces.slice(start, starts[index + 1]));
};
const tall = (page: readonly Measured[]) => page.reduce((sum, { height }) => sum + height, 0);

describe('the pages of a paper', () => {
  test('hold every piece once, in order', () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        expect(pagesOf(pieces).flat()).toEqual(pieces);
      }),
    );
  });
  test('are no taller than the paper, unless a single piece is, and waste no room', () => {
    const untied = anyPieces.map((pieces) => pieces.map((one) => ({ ...one, keepWithNext: false, breakBefore: false })));
    fc.assert(
      fc.property(untied, (pieces) => {
        const pages = pagesOf(pieces);
        const tooTall = pages.filter((page) => page.length > 1 && tall(page) > ROOM);
        const wasteful = pages.slice(1).filter((page, index) => tall(pages[index] ?? []) + (page[0]?.height ?? 0) <= ROOM);
        expect({ tooTall, wasteful }).toEqual({ tooTall: [], wasteful: [] });
      }),
    );
  });
  test('never end with a heading whose text begins the next', () => {
    const pages = pagesOf([piece(900), piece(60, { keepWithNext: true }), piece(100)]);
    expect(pages.map((page) => page.map(({ height }) => height))).toEqual([[900], [60, 100]]);
  });
  test('begin where a heading asks for a new page', () => {
    expect(pagesOf([piece(10), piece(10, { breakBefore: true }), piece(10)]).map((page) => page.length)).toEqual([1, 2]);
  });
  test('count the head of a table on each page on which it goes on', () => {
    const row = (height: number) => piece(height, { head: 300, table: TABLE });
    // 300 + 500 on the first; a second row of 500 would need 1.300 there.
    expect(pagesOf([row(500), row(500), row(500)]).map((page) => page.length)).toEqual([1, 1, 1]);
    expect(pagesOf([row(350), row(350), row(350)]).map((page) => page.length)).toEqual([2, 1]);
  });
});

describe('the pieces of a section', () => {
  const section: Section = { blocks: [heading('I. Nội dung'), TABLE, { kind: 'paragraph', text: 'Hết.' }] };

  test('are its blocks, and of a table each row', () => {
    expect(atomsOf(section)).toHaveLength(5);
    expect(new Set(atomsOf(section).map(({ key }) => key)).size).toBe(5);
  });
  test('come together again as one table on a page', () => {
    const [, table, last] = grouped(atomsOf(section));
    expect(table).toMatchObject({ rows: [{ row: { cells: ['một'] } }, { row: { cells: ['hai'] } }, { row: { cells: ['ba'] } }] });
    expect(last).toMatchObject({ block: { text: 'Hết.' } });
  });
  test('tie a heading, and the name of a part of a table, to what follows', () => {
    const band: Table = { ...TABLE, rows: [{ band: 'Phần một' }, { cells: ['một'] }] };
    const ties = atomsOf({ blocks: [heading('I.', true), band] }).map(tiesOf);
    expect(ties).toEqual([
      { keepWithNext: true, breakBefore: true },
      { keepWithNext: true, breakBefore: false },
      { keepWithNext: false, breakBefore: false },
    ]);
  });
});
