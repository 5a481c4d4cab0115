// Office files are zip archives that bear the time of writing in every entry; sealing takes it out, so that the same paper is the
// same bytes at every download.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The earliest time that a zip entry can bear. Local time, because fflate writes local time. */
const ZIP_EPOCH = new Date(1980, 0, 1);

const withMoment = (xml: string, moment: string): string =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)/g, (_, open: string) => open + moment);

/**
 * The same archive with fixed entry times, and with `moment` (ISO) as the time of creation and change in the core properties
 * where the file has them. `finish` may rewrite any XML part on the way.
 */
export function sealed(bytes: Uint8Array, moment: string, finish = (_path: string, xml: string): string => xml): Uint8Array<ArrayBuffer> {
  const files = Object.entries(unzipSync(bytes)).map(([path, part]) => {
    if (path.endsWith('.rels') || !path.endsWith('.xml')) return [path, part] as const;
    const xml = strFromU8(part);
    return [path, strToU8(path === 'docProps/core.xml' ? withMoment(xml, moment) : finish(path, xml))] as const;
  });
  return zipSync(Object.fromEntries(files), { mtime: ZIP_EPOCH, level: 6 });
}

/** The text of one part of an Office file; empty where there is none. */
export function partOf(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes, { filter: ({ name }) => name === path })[path];
  return part ? strFromU8(part) : '';
}
