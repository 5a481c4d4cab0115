// An official paper as a value: blocks and tables that say what stands on the page. The writer turns it into a Word file, the screen
// shows it as pages; whatever draws up a paper (proposal, definition, letter, decision, annex, report) only makes this value.

export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean };
/** Plain text, or runs where part of it is bold or italic. */
export type Text = string | readonly Run[];
export type Align = 'left' | 'center' | 'right' | 'justify';

/** `indent`: first line of body text set in (default), or flush; `half`: the right half of the page, where people sign. */
export type Paragraph = {
  readonly kind: 'paragraph';
  readonly text: Text;
  readonly align?: Align;
  readonly indent?: 'firstLine' | 'flush' | 'half';
  /** Points of space after; the body's 6 when absent. */
  readonly after?: number;
  readonly keepWithNext?: boolean;
  /** In the small type of remarks. */
  readonly small?: boolean;
};
/** Levels 1 and 3 in bold type, 2 in bold italics; level 3 stands below a level 2 that is set upright. */
export type Heading = {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly upright?: boolean;
  readonly pageBreak?: boolean;
};
/** `-` and `+` lists, as official papers have them. */
export type Item = { readonly kind: 'item'; readonly level: 1 | 2; readonly text: Text };
/** A label and dots to the right margin, to be written on by hand; `tail` closes the last line. */
export type Leader = { readonly kind: 'leader'; readonly label: Text; readonly lines?: number };

/** `share`: part of the text width. */
export type Column = { readonly header: string; readonly share: number; readonly align?: Align };
/** A row of cells, or a band over all columns that names a part of the table; `height` in millimetres for rows to write in. */
export type Row = { readonly cells: readonly Text[]; readonly height?: number } | { readonly band: string };
export type Table = {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** False for a table of names and values, which needs no head. */
  readonly head?: boolean;
};

/** Agency and number on the left, quốc hiệu, tiêu ngữ, place and date on the right. What is absent stays blank on paper. */
export type Letterhead = {
  readonly kind: 'letterhead';
  /** For an authority that names none above it, a people's committee for instance: no line is left for one. */
  readonly highest?: boolean;
  readonly parentAgency?: string;
  readonly agency?: string;
  /** The whole ký hiệu, `PA-SGDĐT`. */
  readonly symbol?: string;
  readonly place?: string;
  readonly year: string;
};
/** Tên loại văn bản and trích yếu, with the rule below; `note` in italics stands under the rule, `belongsTo` (of an annex) above it. */
export type Title = {
  readonly kind: 'title';
  readonly type: string;
  readonly abstract: readonly string[];
  readonly belongsTo?: string;
  readonly note?: string;
};
/** Nơi nhận on the left; on the right the titles, room for the signature, then the name where it is known. */
export type Signature = {
  readonly kind: 'signature';
  readonly recipients: readonly string[];
  /** As printed, `KT. GIÁM ĐỐC` above `PHÓ GIÁM ĐỐC`; without any, a line of dots is left. */
  readonly titles: readonly string[];
  readonly name?: string;
  /** What to write there, where the titles do not say it. */
  readonly hint?: string;
  /** In small type below Nơi nhận: by which seal the paper can be told from another version. */
  readonly remark?: string;
};

export type Block = Paragraph | Heading | Item | Leader | Table | Letterhead | Title | Signature;
export type Section = { readonly landscape?: boolean; readonly blocks: readonly Block[] };

export type OfficialPaper = {
  readonly title: string;
  readonly author?: string;
  /** ISO moment that the file bears, so that the same paper is the same bytes whenever it is downloaded. */
  readonly moment: string;
  /** Stands in the head of every page: `DỰ THẢO`. */
  readonly mark?: string;
  readonly sections: readonly Section[];
};

/** A paragraph of body text: justified, first line set in, unless `options` says otherwise. */
export const paragraph = (text: Text, options: Omit<Paragraph, 'kind' | 'text'> = {}): Paragraph => ({
  kind: 'paragraph',
  text,
  ...options,
});
/** A heading: 1 for a mục, 2 for a part of one, 3 for a part of that. */
export const heading = (level: Heading['level'], text: string): Heading => ({ kind: 'heading', level, text });
/** A line of a list: level 1 opens with `-`, level 2 with `+`. */
export const item = (text: Text, level: 1 | 2 = 1): Item => ({ kind: 'item', level, text });
/** A run in bold type. */
export const bold = (text: string): Run => ({ text, bold: true });
/** A run in italic type. */
export const italic = (text: string): Run => ({ text, italic: true });
/** A run in the type of its paragraph, to stand between bold and italic ones. */
export const plain = (text: string): Run => ({ text });
