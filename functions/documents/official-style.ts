// Page and type of an official paper as Phụ lục I of NĐ 30/2020/NĐ-CP sets them; the numbers stand here and nowhere else.

/** Millimetres. Decree: top and bottom 20-25, left 30-35, right 15-20; A4 for every kind of paper. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 } as const;

export const FONT = 'Times New Roman';

/** Points, each inside the range of the type table (Mục V Phụ lục I). */
export const SIZE = {
  nationalName: 12,
  motto: 13,
  agency: 12,
  number: 13,
  placeDate: 13,
  paperType: 14,
  abstract: 14,
  body: 13,
  table: 12,
  pageNumber: 13,
  signer: 13,
  recipientsHead: 12,
  recipients: 11,
  remark: 10,
} as const;

/** Body text: first line 1 to 1,27 cm in, at least 6 pt between paragraphs, line spacing single to 1,5. */
export const BODY = { firstLine: 10, spacingAfter: 6, lineSpacing: 1.15 } as const;

/** Quốc hiệu and tiêu ngữ. */
export const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** Where a line is to be written by hand. */
export const BLANK = '……………………………';

/** Millimetres to twips (1/1440 inch), the unit of WordprocessingML. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Points to the half-points in which WordprocessingML gives type sizes. */
export const halfPoints = (points: number): number => points * 2;

/** Points to twips, for spacing. */
export const pointTwips = (points: number): number => points * 20;

/** Width of the text between the margins, in millimetres. */
export const textWidth = (landscape = false): number => (landscape ? PAGE.height : PAGE.width) - PAGE.left - PAGE.right;
