// Proposals into and out of a submission, batch by batch: each batch is one transaction of the submission and its redesigns, so that
// whatever happens in between, the two always agree.
import { OutdatedError, StaleError, TooLargeError, VersionConflictError } from '#functions/store/errors.ts';
import type { Stores } from '#functions/store/stores.ts';
import { entryOf, rewritten } from '#procedures/proposal/compose.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { MOST_ENTRIES, type Submission } from '#procedures/proposal/submission.ts';
import type { Redesign, State } from '#procedures/redesign/redesign.ts';
import { may } from '#procedures/review/transitions.ts';
import { quoted } from '#procedures/text/wording.ts';
import { eventLine, submissionLine } from './event-line.ts';
import type { Handling } from './submission-access.ts';

export type NotMoved = { redesign: string; because: string };
type Parts = Pick<Stores, 'redesigns' | 'submissions' | 'history' | 'plans'>;
type Hands = Pick<Handling, 'person' | 'submission' | 'by'>;
/** `moved`: ids, in the order in which they were. */
type Batch = { submission: Submission; moved: string[]; refused: NotMoved[] };
type Moving = { redesign: Redesign; next: State };
/** `denied`: not for who asks, or not in this state; that stands in the history. */
type Examined = {
  fitting: (Moving & { proposal: Proposal })[];
  refused: NotMoved[];
  denied: { redesign: Redesign; because: string }[];
};

const ATTEMPTS = 5;
/** Bytes of JSON that entries may take of the 390,000 that one item holds: the rest is for the letter. */
const LARGEST_ENTRIES = 360_000;

const FULL = `Tờ trình đã đủ ${MOST_ENTRIES} phương án. Hãy lập thêm một tờ trình khác.`;
const TOO_LARGE = 'Tờ trình đã đầy, không chứa thêm được. Hãy lập thêm một tờ trình khác.';
const OVERTAKEN = 'Tờ trình vừa được người khác sửa, phương án này chưa được đưa vào. Hãy thêm lại.';
const RESTLESS = 'Phương án đang được người khác thay đổi. Hãy thử lại.';

/**
 * Adds accepted proposals behind the others. What cannot be added is told with its reason, what was added stays added. OutdatedError
 * where the submission was changed by someone else before anything was added.
 */
export async function bundle(stores: Parts, hands: Hands, ids: readonly string[]): Promise<Batch> {
  const all: Batch = { submission: hands.submission, moved: [], refused: [] };
  const left = [...new Set(ids)];
  while (left.length > 0) {
    const batch = left.splice(0, stores.redesigns.mostMoves);
    try {
      const { submission, moved, refused } = await bundleBatch(stores, { ...hands, submission: all.submission }, batch);
      all.submission = submission;
      all.moved.push(...moved);
      all.refused.push(...refused);
    } catch (error) {
      const because = error instanceof TooLargeError ? TOO_LARGE : error instanceof OutdatedError ? OVERTAKEN : null;
      if (because === null || (error instanceof OutdatedError && all.moved.length === 0)) throw error;
      all.refused.push(...[...batch, ...left].map((redesign) => ({ redesign, because })));
      return all;
    }
  }
  return all;
}

/** Takes proposals out again; they are accepted as before. Ids that are not in the submission are left alone. */
export async function unbundle(stores: Parts, hands: Hands, ids: readonly string[]): Promise<Submission> {
  const leaving = new Set(ids);
  let { submission } = hands;
  const left = submission.entries.filter(({ redesign }) => leaving.has(redesign));
  while (left.length > 0) {
    const batch = left.splice(0, stores.redesigns.mostMoves);
    const redesigns = await stores.redesigns.readMany(batch.map(({ redesign }) => redesign));
    const gone = new Set(batch.map(({ redesign }) => redesign));
    const next = rewritten(submission, hands.by, { entries: submission.entries.filter(({ redesign }) => !gone.has(redesign)) });
    const own = redesigns.flatMap((redesign) => {
      const permission = redesign?.submission === submission.id ? may(hands.person, 'unbundle', redesign) : null;
      return redesign && permission?.allowed ? [{ redesign, next: permission.next }] : [];
    });
    await save(stores, { ...hands, submission }, own, next, 'unbundle');
    submission = next;
  }
  return submission;
}

async function bundleBatch(stores: Parts, hands: Hands, ids: readonly string[]): Promise<Batch> {
  const { submission, by, person } = hands;
  for (let attempt = 1; ; attempt++) {
    const { fitting, refused, denied } = await examine(stores, hands, ids);
    const next = rewritten(submission, by, { entries: [...submission.entries, ...fitting.map(({ proposal }) => entryOf(proposal))] });
    if (Buffer.byteLength(JSON.stringify(next.entries)) > LARGEST_ENTRIES)
      throw new TooLargeError(`submission ${submission.id}`, LARGEST_ENTRIES);
    try {
      if (fitting.length > 0) await save(stores, hands, fitting, next, 'bundle');
    } catch (error) {
      if (!(error instanceof VersionConflictError) && !(error instanceof StaleError)) throw error;
      if (attempt < ATTEMPTS) continue;
      return {
        submission,
        moved: [],
        refused: [...refused, ...fitting.map(({ redesign: { id } }) => ({ redesign: id, because: RESTLESS }))],
      };
    }
    for (const { redesign, because } of denied) {
      await stores.history.record(eventLine(person, 'bundle', redesign, by.at, { submission: submission.id, because }));
    }
    const outside = denied.map(({ redesign: { id }, because }) => ({ redesign: id, because }));
    const moved = fitting.map(({ redesign }) => redesign.id);
    return { submission: moved.length > 0 ? next : submission, moved, refused: [...refused, ...outside] };
  }
}

/** Which of them can go into the submission now, each with its frozen proposal, and why the others cannot. */
async function examine({ redesigns: store, plans }: Parts, { person, submission }: Hands, ids: readonly string[]): Promise<Examined> {
  const [redesigns, plan] = await Promise.all([store.readMany(ids), plans.recently(submission.plan)]);
  const examined: Examined = { fitting: [], refused: [], denied: [] };
  const refuse = (redesign: string, because: string) => void examined.refused.push({ redesign, because });
  const allowed: Moving[] = [];
  for (const [index, redesign] of redesigns.entries()) {
    const strange = strangeness(redesign, submission);
    const permission = redesign && may(person, 'bundle', redesign);
    if (!redesign || strange !== null) refuse(ids[index] ?? '', strange ?? NOT_FOUND);
    else if (permission?.allowed) allowed.push({ redesign, next: permission.next });
    else examined.denied.push({ redesign, because: permission?.because ?? NOT_FOUND });
  }
  const proposals = await store.proposals(allowed.map(({ redesign: { id, proposals: number } }) => ({ redesign: id, number })));
  for (const [index, one] of allowed.entries()) {
    const proposal = proposals[index];
    if (!proposal) refuse(one.redesign.id, 'Không tìm thấy phương án đã trình.');
    else if (proposal.rule.id !== plan.rule) refuse(one.redesign.id, OTHER_RULE);
    else if (submission.entries.length + examined.fitting.length >= MOST_ENTRIES) refuse(one.redesign.id, FULL);
    else examined.fitting.push({ ...one, proposal });
  }
  return examined;
}

const NOT_FOUND = 'Không tìm thấy bản tái cấu trúc này.';

/** What keeps a redesign out of this very submission, whoever asks. */
function strangeness(redesign: Redesign | null, { entries, plan }: Submission): string | null {
  if (!redesign) return NOT_FOUND;
  if (entries.some((entry) => entry.redesign === redesign.id)) return 'Phương án đã nằm trong tờ trình này.';
  return redesign.plan === plan ? null : 'Phương án thuộc kế hoạch khác với tờ trình.';
}

const OTHER_RULE = 'Phương án được đo theo quy tắc đếm khác với kế hoạch, không cộng chung được. Hãy trả lại để phòng chủ trì trình lại.';

/** One transaction: the redesigns move, the submission follows, each with its line of the history. */
async function save(
  { redesigns, submissions }: Parts,
  { person, submission, by }: Hands,
  moving: readonly Moving[],
  next: Submission,
  action: 'bundle' | 'unbundle',
): Promise<void> {
  const moves = moving.map(({ redesign: base, next: state }) => {
    const { submission: _, ...rest } = base;
    const inside = action === 'bundle' ? { submission: submission.id } : {};
    const redesign: Redesign = { ...rest, ...inside, state, version: base.version + 1, updatedBy: by.name, updatedAt: by.at };
    const more = { submission: submission.id, states: { from: base.state, to: state } };
    return { redesign, base, event: eventLine(person, action, redesign, by.at, more) };
  });
  const names = moving.map(({ redesign }) => quoted(redesign.procedureName)).join('; ');
  const about = `${action === 'bundle' ? 'Đưa vào' : 'Rút ra'}: ${names}`;
  const event = submissionLine(person, 'arrange', next, by.at, { about });
  await redesigns.moveAll(moves, await submissions.over({ submission: next, base: submission, event }));
}
