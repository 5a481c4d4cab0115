// A paper as data, in parts: the screen never holds an annex of hundreds of procedures at once.
import * as z from 'zod/mini';
import type { OfficialPaper } from '#functions/documents/blocks.ts';
import type { RedesignStore } from '#functions/store/redesign-store.ts';
import type { Dossier } from '#procedures/proposal/dossier.ts';
import { inPrintingOrder } from '#procedures/proposal/entry-groups.ts';
import { proposalsOf } from './proposal-batches.ts';
import { query } from './validate.ts';
import type { Writers } from './writers.ts';

export const PAPERS = ['letter', 'decision', 'annex'] as const;
export type PaperName = (typeof PAPERS)[number];

/** What a paper is called where people read of it. */
export const PAPER_TITLES: Record<PaperName, string> = { letter: 'Tờ trình', decision: 'Dự thảo Quyết định', annex: 'Phụ lục' };

/** A part of a paper: `from` and `total` count the procedures of the annex; letter and decision come whole, as part 0 of 1. */
export type PaperPage = { paper: OfficialPaper; from: number; total: number };

const whole = z.pipe(z.string().check(z.regex(/^\d{1,3}$/)), z.transform(Number));
const USUAL = 10;

/** Which part is asked for: `from` counts from 0, `count` is 1 to 50. */
export const part = query(z.object({ from: z.optional(whole), count: z.optional(z.pipe(whole, z.int().check(z.gte(1), z.lte(50)))) }));
type Part = { from?: number; count?: number };

/** The part of a paper that is asked for; beyond the last procedure an annex has none. */
export async function paperPage(
  { redesigns, writers }: { redesigns: Pick<RedesignStore, 'proposals'>; writers: Writers },
  dossier: Dossier,
  name: PaperName,
  { from = 0, count = USUAL }: Part,
): Promise<PaperPage> {
  if (name !== 'annex') {
    return { paper: await (name === 'letter' ? writers.letterPaper : writers.decisionPaper)(dossier), from: 0, total: 1 };
  }
  const entries = inPrintingOrder(dossier);
  const proposals = await proposalsOf(redesigns, entries.slice(from, from + count));
  return { paper: await writers.annexPaper(dossier, proposals, from), from, total: entries.length };
}
