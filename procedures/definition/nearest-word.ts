// Finds the word that was probably meant where an unknown one was typed.

const FARTHEST = 2;

/** The known word at most two letters away (insert, drop, change), ignoring case; undefined when none is. */
export function nearestWord(typed: string, known: readonly string[]): string | undefined {
  const word = typed.toLowerCase();
  let best: string | undefined;
  let nearest = FARTHEST + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > FARTHEST) continue;
    const distance = editDistance(word, candidate.toLowerCase());
    if (distance < nearest) [best, nearest] = [candidate, distance];
  }
  return best;
}

/** Levenshtein distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
