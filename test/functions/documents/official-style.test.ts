import { describe, expect, test } from 'vitest';
import { BODY, PAGE, SIZE, halfPoints, textWidth, twips } from '#functions/documents/official-style.ts';
import { columnWidths } from '#functions/documents/word-table.ts';

describe('the page of NĐ 30/2020/NĐ-CP', () => {
  test.each([
    ['top', 20, 25],
    ['bottom', 20, 25],
    ['left', 30, 35],
    ['right', 15, 20],
  ] as const)('%s margin lies between %d and %d mm', (side, least, most) => {
    expect(PAGE[side]).toBeGreaterThanOrEqual(least);
    expect(PAGE[side]).toBeLessThanOrEqual(most);
  });

  test.each([
    ['nationalName', 12, 13],
    ['motto', 13, 14],
    ['agency', 12, 13],
    ['number', 13, 13],
    ['placeDate', 13, 14],
    ['paperType', 13, 14],
    ['abstract', 13, 14],
    ['body', 13, 14],
    ['pageNumber', 13, 14],
    ['signer', 13, 14],
    ['recipientsHead', 12, 12],
    ['recipients', 11, 11],
  ] as const)('%s is set in %d to %d points', (part, least, most) => {
    expect(SIZE[part]).toBeGreaterThanOrEqual(least);
    expect(SIZE[part]).toBeLessThanOrEqual(most);
  });

  test('body text is set in by 1 to 1,27 cm, with 6 points or more between paragraphs', () => {
    expect(BODY.firstLine).toBeGreaterThanOrEqual(10);
    expect(BODY.firstLine).toBeLessThanOrEqual(12.7);
    expect(BODY.spacingAfter).toBeGreaterThanOrEqual(6);
  });

  test('an inch is 1440 twips, a point two half-points', () => {
    expect(twips(25.4)).toBe(1440);
    expect(halfPoints(13)).toBe(26);
    expect(textWidth()).toBe(165);
  });
});

test('columns fill the text width to the twip, whatever their shares', () => {
  const columns = [1, 3, 7].map((share) => ({ header: '', share }));
  expect(columnWidths(columns, false).reduce((sum, width) => sum + width, 0)).toBe(twips(textWidth()));
  expect(columnWidths(columns, true).reduce((sum, width) => sum + width, 0)).toBe(twips(textWidth(true)));
});
