// The tool's own type for pages that may load nothing: its files stand inside the page's style sheet.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const WEIGHTS = [400, 600] as const;
/** As the font's own style sheet divides its characters. */
const SUBSETS = {
  latin: 'U+0000-00FF,U+0131,U+2000-206F,U+2212',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
};

/** `@font-face` rules of Be Vietnam Pro, about 90 kB. */
export function pageFonts(): string {
  const require = createRequire(import.meta.url);
  const face = (subset: keyof typeof SUBSETS, weight: number) => {
    const file = require.resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${weight}-normal.woff2`);
    const data = readFileSync(file).toString('base64');
    return `@font-face { font-family: 'Be Vietnam Pro'; font-weight: ${weight}; font-display: swap; src: url(data:font/woff2;base64,${data}) format('woff2'); unicode-range: ${SUBSETS[subset]}; }`;
  };
  return WEIGHTS.flatMap((weight) => [face('latin', weight), face('vietnamese', weight)]).join('\n');
}
