// Opens the bytes of Word and Excel files in tests and reads them as a reader of the file would.
import { strFromU8, unzipSync } from 'fflate';

/** The XML parts of an Office file by path. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const decoded = (xml: string): string => xml.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);

/** Everything written on the pages of a Word file, paragraph by paragraph. */
export function wordText(bytes: Uint8Array): string {
  const body = partsOf(bytes)['word/document.xml'] ?? '';
  return body
    .split('</w:p>')
    .map((paragraph) => decoded([...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')))
    .join('\n');
}

type Cell = { text: string; formula?: string; isText: boolean };
export type Sheet = { name: string; xml: string; cells: Record<string, Cell> };

/** The sheets of a workbook in order, cells by address. */
export function sheetsOf(bytes: Uint8Array): Sheet[] {
  const parts = partsOf(bytes);
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map((match) =>
    decoded(match[1] ?? ''),
  );
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => decoded(match[1] ?? ''));
  return names.map((name, index) => {
    const xml = parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '';
    const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/g)].map(
      ([, address = '', attributes = '', inner = '']) => {
        const formula = /<f>([^<]*)<\/f>/.exec(inner)?.[1];
        const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? '';
        const isText = attributes.includes('t="s"');
        return [
          address,
          { text: isText ? (strings[Number(value)] ?? '') : decoded(value), ...(formula ? { formula: decoded(formula) } : {}), isText },
        ] as const;
      },
    );
    return { name, xml, cells: Object.fromEntries(cells) };
  });
}
