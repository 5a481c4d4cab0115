// Headers under which a file is sent.
import type { Context } from 'hono';
import { fold } from '#procedures/text/vietnamese.ts';

export const FORMATS = ['docx', 'xlsx'] as const;
export type FileFormat = (typeof FORMATS)[number];

const TYPES: Record<FileFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file name may not hold on some system, or what would end the header. */
const UNSAFE = /["*/:<>?\\|%\p{Cc}]/gu;
/** RFC 5987 leaves these marks as they are; encodeURIComponent leaves some more. */
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Letters of a name: as many bytes as every system takes, with the most that a Vietnamese letter has. */
const NAME_LENGTH = 80;

/** Type and name of a file: the Vietnamese name by RFC 5987, and one without accents for whoever does not read that. */
export function attachment(name: string, format: FileFormat): Record<string, string> {
  const short = [...name.toWellFormed().replaceAll(UNSAFE, '-')].slice(0, NAME_LENGTH).join('').trim();
  const full = `${short}.${format}`;
  const plain = fold(full).replaceAll(/[^\u0020-\u007e]/g, '-');
  return {
    'Content-Type': TYPES[format],
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(full)}`,
  };
}

/** Answers with the bytes of a file under its Vietnamese name, without the ending. */
export const sendFile = (c: Context, file: Uint8Array<ArrayBuffer>, name: string, format: FileFormat): Response =>
  c.body(file, 200, attachment(name, format));
