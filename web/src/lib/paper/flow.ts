// How the blocks of an official paper fall onto pages: what can be parted (the rows of a table), what stays whole, what must not stand alone.
import type { Block, Row, Section, Table } from '#functions/http/client.ts';

/** A piece that is never torn: a block, or one row of a table. */
export type Atom = { key: string; block: Exclude<Block, Table> } | { key: string; table: Table; row: Row };
/** Heights in pixels; `head` is that of the table's head, which stands again on every page. */
export type Measured = { height: number; head: number; table?: Table; keepWithNext: boolean; breakBefore: boolean };

/** The pieces of a section in order. `key` is unique within the section. */
export function atomsOf({ blocks }: Section): Atom[] {
  return blocks.flatMap((block, at): Atom[] =>
    block.kind === 'table' ? block.rows.map((row, index) => ({ key: `${at}.${index}`, table: block, row })) : [{ key: `${at}`, block }],
  );
}

/** Whether the piece belongs with what follows, as headings do; whether it begins a page. */
export function tiesOf(atom: Atom): Pick<Measured, 'keepWithNext' | 'breakBefore'> {
  if ('table' in atom) return { keepWithNext: 'band' in atom.row, breakBefore: false };
  const { block } = atom;
  const keepWithNext = block.kind === 'heading' || block.kind === 'title' || (block.kind === 'paragraph' && block.keepWithNext === true);
  return { keepWithNext, breakBefore: block.kind === 'heading' && block.pageBreak === true };
}

/** Pieces of one table beside one another become one table again; everything else stands alone. */
export function grouped(
  atoms: readonly Atom[],
): (Exclude<Atom, { table: Table }> | { key: string; table: Table; rows: { key: string; row: Row }[] })[] {
  const groups: ReturnType<typeof grouped> = [];
  for (const atom of atoms) {
    const last = groups.at(-1);
    if (!('table' in atom)) groups.push(atom);
    else if (last && 'rows' in last && last.table === atom.table) last.rows.push(atom);
    else groups.push({ key: atom.key, table: atom.table, rows: [atom] });
  }
  return groups;
}

/** Where each page begins, as indexes into `pieces`; `room` is the height of the text of a page. A piece taller than a page has one alone. */
export function pageStarts(pieces: readonly Measured[], room: number): number[] {
  const starts = [0];
  let used = 0;
  pieces.forEach((piece, index) => {
    const begun = starts.at(-1) ?? 0;
    const needed = heightOn(piece, used > 0 ? pieces[index - 1] : undefined);
    if (index > begun && (piece.breakBefore || used + needed > room)) {
      const first = piece.breakBefore ? index : withItsHeads(pieces, index, begun);
      starts.push(first);
      used = pieces.slice(first, index).reduce((sum, one, at) => sum + heightOn(one, at > 0 ? pieces[first + at - 1] : undefined), 0);
      used += heightOn(piece, index > first ? pieces[index - 1] : undefined);
    } else used += needed;
  });
  return starts;
}

/** A row that begins a table on its page brings the head along. */
const heightOn = (piece: Measured, before: Measured | undefined): number =>
  piece.height + (piece.table !== undefined && before?.table !== piece.table ? piece.head : 0);

/** What is tied to the piece moves to the next page with it, unless that would leave the page empty. */
function withItsHeads(pieces: readonly Measured[], index: number, begun: number): number {
  let first = index;
  while (first > begun && pieces[first - 1]?.keepWithNext === true) first -= 1;
  return first > begun ? first : index;
}
