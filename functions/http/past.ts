import type { History } from '#functions/store/history.ts';
import type { PastLine } from '#procedures/redesign/rewind.ts';

/** Every line of a redesign's history that changed its content, oldest first; reads the history page by page to its beginning. */
export async function pastOf(history: Pick<History, 'page'>, redesign: string): Promise<PastLine[]> {
  const past: PastLine[] = [];
  let after: string | undefined;
  do {
    const { events, next } = await history.page({ redesign }, { after });
    for (const { action, version, edits, because } of events) {
      if (edits && because === undefined) past.push({ version, edits, anew: action === 'carryOver' });
    }
    after = next ?? undefined;
  } while (after !== undefined);
  return past.toSorted((a, b) => a.version - b.version);
}
