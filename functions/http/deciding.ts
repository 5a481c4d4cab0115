// Carrying out a recorded decision on the redesigns: batch by batch from where the last attempt came to, as often as it takes.
import { NotFoundError, OutdatedError, StaleError, VersionConflictError } from '#functions/store/errors.ts';
import type { Move } from '#functions/store/redesign-store.ts';
import type { Stores } from '#functions/store/stores.ts';
import { decidedOf } from '#procedures/proposal/approved-part.ts';
import { pendingOf, rewritten } from '#procedures/proposal/compose.ts';
import type { Decision, Outcome } from '#procedures/proposal/decision.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { recommendationsOf } from '#procedures/proposal/recommend.ts';
import type { Entry, Submission } from '#procedures/proposal/submission.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { may } from '#procedures/review/transitions.ts';
import { eventLine, submissionLine } from './event-line.ts';
import type { Handling } from './submission-access.ts';

type Parts = Pick<Stores, 'redesigns' | 'submissions' | 'recommendations'>;
type Hands = Pick<Handling, 'person' | 'by'>;
/** An entry with everything that the decision on it needs. */
type Decidable = { redesign: Redesign; proposal: Proposal; outcome: Outcome };

/** So many entries are moved in one request: a function may run for some seconds only. */
const MOST_AT_ONCE = 200;
const ATTEMPTS = 5;

/**
 * Moves the redesigns of a decided submission to where the decision puts them, at most 200 of them. Doing it again goes on where it
 * stopped, and changes nothing once all are moved. Answers with the submission as it is then.
 */
export async function carryOut(stores: Parts, hands: Hands, id: string): Promise<Submission | null> {
  const [start, decision] = await Promise.all([stores.submissions.read(id), stores.submissions.decision(id)]);
  let submission = start;
  if (!submission?.decided || !decision) return submission;
  const outcomes = new Map(decision.outcomes.map((outcome) => [outcome.redesign, outcome]));
  const end = submission.decided.applied + MOST_AT_ONCE;
  let attempts = 0;
  while (submission?.decided && pendingOf(submission) > 0 && submission.decided.applied < end) {
    try {
      submission = await carryOutBatch(stores, hands, submission, decision, outcomes);
      attempts = 0;
    } catch (error) {
      if (!isOvertaken(error) || ++attempts === ATTEMPTS) throw error;
      submission = await stores.submissions.read(id);
    }
  }
  return submission;
}

/** Somebody else carries out the same decision. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof OutdatedError || error instanceof VersionConflictError || error instanceof StaleError;

async function carryOutBatch(
  stores: Parts,
  { person, by }: Hands,
  submission: Submission,
  decision: Decision,
  outcomes: ReadonlyMap<string, Outcome>,
): Promise<Submission> {
  const applied = submission.decided?.applied ?? 0;
  const batch = submission.entries.slice(applied, applied + stores.redesigns.mostMoves);
  const decidable = await read(stores, batch, outcomes);
  // First the recommendations, which may be there already, then the redesigns: one that has moved has all of them.
  const recommendations = decidable.flatMap(({ proposal, outcome }) => recommendationsOf(proposal, outcome, decision));
  await stores.recommendations.createAll(recommendations, decision.recordedAt);
  const moves = decidable.flatMap((one) => moveOf(one, decision, { person, by }));
  const done = applied + batch.length;
  const next = rewritten(submission, by, { decided: submission.decided && { ...submission.decided, applied: done } });
  const about = `Ghi kết quả cho ${done}/${submission.entries.length} phương án`;
  const event = submissionLine(person, 'recordDecision', next, by.at, { about });
  await stores.redesigns.moveAll(moves, await stores.submissions.over({ submission: next, base: submission, event }));
  return next;
}

async function read({ redesigns }: Parts, batch: readonly Entry[], outcomes: ReadonlyMap<string, Outcome>): Promise<Decidable[]> {
  const [found, proposals] = await Promise.all([redesigns.readMany(batch.map(({ redesign }) => redesign)), redesigns.proposals(batch)]);
  return batch.map(({ redesign: id }, index) => {
    const [redesign, proposal, outcome] = [found[index], proposals[index], outcomes.get(id)];
    if (!redesign || !proposal || !outcome) throw new NotFoundError(`redesign ${id}, its proposal or its outcome`);
    return { redesign, proposal, outcome };
  });
}

/** None for a redesign that has left the submission or was moved before. */
function moveOf({ redesign: base, proposal, outcome }: Decidable, decision: Decision, { person, by }: Hands): Move[] {
  const action = outcome.outcome === 'rejected' ? 'reject' : 'approve';
  const permission = may(person, action, base);
  if (base.submission !== decision.submission || !permission.allowed) return [];
  const redesign: Redesign = {
    ...base,
    state: permission.next,
    version: base.version + 1,
    updatedBy: by.name,
    updatedAt: by.at,
    decided: decidedOf(decision, outcome, proposal),
    decidedAt: by.at,
  };
  const more = { submission: decision.submission, proposal: proposal.number, about: `Quyết định số ${decision.number}` };
  const states = { from: base.state, to: permission.next };
  return [{ redesign, base, event: eventLine(person, action, redesign, by.at, { ...more, states }) }];
}
