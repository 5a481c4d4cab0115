// Who asks for what with a submission, and whether they may. Whatever is refused is answered 403 and kept in the history of the submission.
import { OutdatedError } from '#functions/store/errors.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Submission, SubmissionState } from '#procedures/proposal/submission.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { type Action, may, mayWithSubmission, type SubmissionAction } from '#procedures/review/transitions.ts';
import { Access } from './access.ts';
import type { AppDeps } from './environment.ts';
import { submissionLine, workspaceLine } from './event-line.ts';
import { notFound, ProblemError } from './problem.ts';

/** A submission that its reader may do something with: from its state to `next`, by `by` at that moment. */
export type Handling = { person: Person; submission: Submission; next: SubmissionState; by: { name: string; at: string } };

const EVERY: Record<SubmissionState, true> = { drafting: true, offered: true, signed: true, decided: true, withdrawn: true };
const STATES = Object.keys(EVERY) as SubmissionState[];

/** Loads submissions for the routes; only who may gets through. Throws ProblemError (forbidden, not-found), OutdatedError. */
export class SubmissionAccess {
  readonly #stores: Stores;
  readonly #access: Access;

  constructor(deps: Pick<AppDeps, 'stores' | 'now'>) {
    this.#stores = deps.stores;
    this.#access = new Access(deps);
  }

  /** The submission for whoever may do this to it now. With `version`, only at that version. */
  async withSubmission(subject: string, id: string, action: SubmissionAction, version?: number): Promise<Handling> {
    const { submission, person } = await this.#stores.submissions.readWithPerson(id, subject);
    const who = person ?? (await this.#access.person(subject));
    if (!submission) throw notFound('tờ trình này');
    const isOld = version !== undefined && submission.version !== version;
    // Whoever might do this in another state, and sees an older version, is shown the present one first.
    if (isOld && STATES.some((state) => mayWithSubmission(who, action, state).allowed)) throw outdated(submission);
    const permission = mayWithSubmission(who, action, submission.state);
    const at = this.#access.moment();
    if (permission.allowed) return { person: who, submission, next: permission.next, by: { name: who.name, at } };
    const { because } = permission;
    await this.#stores.history.record(submissionLine(who, action, submission, at, { because }));
    throw new ProblemError('forbidden', because);
  }

  /** Whoever may begin a new submission under `plan`. */
  async permitComposing(subject: string, plan: string): Promise<Pick<Handling, 'person' | 'by'>> {
    const person = await this.#access.person(subject);
    const at = this.#access.moment();
    const permission = mayWithSubmission(person, 'compose');
    if (permission.allowed) return { person, by: { name: person.name, at } };
    const { because } = permission;
    await this.#stores.history.record(workspaceLine(person, 'compose', at, { plan, because }));
    throw new ProblemError('forbidden', because);
  }

  /** Lets pass only whose role may do this to redesigns that are in `state`, before any of them is looked at. */
  async permitRole({ person, submission, by }: Handling, action: Action, state: State): Promise<void> {
    const permission = may(person, action, { state, office: person.office });
    if (permission.allowed) return;
    const { because } = permission;
    await this.#stores.history.record(submissionLine(person, action, submission, by.at, { because }));
    throw new ProblemError('forbidden', because);
  }
}

const outdated = (submission: Submission): OutdatedError =>
  new OutdatedError(`submission ${submission.id}`, submission, { by: submission.updatedBy, at: submission.updatedAt });
