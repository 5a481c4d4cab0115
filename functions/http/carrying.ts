// A redesign seen from the newest revision of its procedure.
import type { Stores } from '#functions/store/stores.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { createFooting } from './footing.ts';
import { notFound } from './problem.ts';

/**
 * What becomes of a redesign on the newest revision: `superseded` where that is not its own; what comes along (without `leave`), what is
 * lost, what is lost only because something else is left behind (`dragged`), and the tally then. Throws notFound where the procedure or a
 * revision is missing.
 */
export const carrying =
  ({ procedures }: Pick<Stores, 'procedures'>, footing: ReturnType<typeof createFooting>) =>
  async (redesign: Redesign, leave: readonly string[] = []) => {
    const [{ revision, rule }, head, { carryOver, editsOf }, { tally }] = await Promise.all([
      footing.of(redesign),
      procedures.head(redesign.procedure),
      import('#procedures/redesign/carry-over.ts'),
      import('#procedures/redesign/measure.ts'),
    ]);
    const newest = head && (await procedures.revision(redesign.procedure, head.row.revision));
    if (!newest) throw notFound('phiên bản mới nhất của thủ tục');
    const superseded = newest.number > redesign.revision;
    const { content, kept, lost } = carryOver(redesign, revision.procedure, newest.procedure, leave);
    const lostAnyway = new Set(carryOver(redesign, revision.procedure, newest.procedure).lost.map(({ element }) => element));
    return {
      newest,
      superseded,
      content,
      kept: superseded ? kept : [],
      lost: superseded ? lost : [],
      dragged: lost.filter(({ element }) => !lostAnyway.has(element)),
      tally: tally(newest.procedure, content.marks, content.added, rule),
      edits: editsOf(content),
    };
  };
