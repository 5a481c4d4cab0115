// Putting proposals into a submission from the review table.
import { submissionApi } from '#lib/submissions/submission-api.ts';

/** A submission that is still being drafted. */
export type Drafting = { id: string; version: number; title: string; entries: number };
type Told = { added: string[]; refused: { redesign: string; because: string }[] };

/** As many as one request may name. */
const BATCH = 100;

/** Every submission being drafted; rejects with ApiError. */
export async function draftingSubmissions(): Promise<Drafting[]> {
  const found: Drafting[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof submissionApi.list>> = await submissionApi.list(after);
    found.push(...page.rows.filter(({ state }) => state === 'drafting'));
    after = page.next;
  } while (after !== null);
  return found;
}

/** A new submission; rejects with ApiError. */
export async function composeSubmission(wanted: string): Promise<Drafting> {
  const { id, version, title } = await submissionApi.compose(wanted);
  return { id, version, title, entries: 0 };
}

/** Adds the redesigns, some at a time; `ontold` hears what came of each batch. Rejects with ApiError where one fails, the earlier ones stand. */
export async function addToSubmission(
  { id, version }: Drafting,
  redesigns: readonly string[],
  ontold: (told: Told) => void,
): Promise<void> {
  let current = version;
  for (let from = 0; from < redesigns.length; from += BATCH) {
    const { submission, added, refused } = await submissionApi.add(id, current, redesigns.slice(from, from + BATCH));
    current = submission.version;
    ontold({ added, refused });
  }
}
