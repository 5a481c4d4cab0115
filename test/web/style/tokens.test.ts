import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../web/src/lib/style/tokens.css'), 'utf8');
const tokens = new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map(([, name = '', value = '']) => [name, value]));

function luminance(name: string): number {
  const colour = tokens.get(name);
  if (colour === undefined) throw new Error(`There is no token --${name}.`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['ground', 'paper', 'tint', 'selected'];
const TEXTS = [
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'keep',
  'remove',
  'retrieve',
  'prefill',
  'merge',
  'optional',
  'change',
  'added',
  'good',
  'warn',
  'bad',
];
const OWN_TINT = ['keep', 'remove', 'retrieve', 'prefill', 'merge', 'optional', 'change', 'added', 'good', 'warn', 'bad'];

describe('colours of text stand at 4.5:1 or more (WCAG 2.2 AA)', () => {
  test.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))('%s on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(OWN_TINT)('%s on its own tint', (text) => {
    expect(contrast(text, `${text}-t`)).toBeGreaterThanOrEqual(4.5);
  });
  test.each([
    ['rail-ink', 'rail'],
    ['rail-ink-2', 'rail'],
    ['paper', 'rail-2'],
    ['rail', 'gold'],
    ['paper', 'accent'],
    ['accent', 'accent-2'],
    ['ink-2', 'line-2'],
    ['ink-3', 'line-2'],
  ])('%s on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('edges of controls and the focus ring stand at 3:1 or more', () => {
  test.each([
    ['line-strong', 'paper'],
    ['line-strong', 'ground'],
    ['focus', 'paper'],
    ['focus', 'ground'],
    ['gold', 'rail'],
  ])('%s on %s', (edge, ground) => {
    expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
  });
});
