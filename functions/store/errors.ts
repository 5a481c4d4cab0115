// What can go wrong in the store, one class a failure, each with a stable code.
import type { Figure } from '#procedures/plan/figure.ts';
import type { PlanLine } from '#procedures/plan/line.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import type { Recommendation } from '#procedures/proposal/recommendation.ts';
import type { Result } from '#procedures/proposal/result.ts';
import type { Submission } from '#procedures/proposal/submission.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Comment } from '#procedures/review/comment.ts';
import type { Person } from '#procedures/review/person.ts';
import type { Setting } from '#procedures/settings/settings.ts';

/** Base of every failure of the store. */
export class StoreError extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Somebody saved the redesign between the reading and the writing; `current` is what is there now. */
export class VersionConflictError extends StoreError {
  readonly current: Redesign;
  constructor(current: Redesign) {
    super('version-conflict', `Redesign ${current.id} is at version ${current.version} by now.`);
    this.current = current;
  }
}

/** What else is written over version by version. */
export type Versioned = Submission | Plan | PlanLine | Figure | Person | Comment | Recommendation | Result | Setting;

/** The same for anything but a redesign: `current` is what is there now, written by whom and when where that is kept with it. */
export class OutdatedError extends StoreError {
  readonly current: Versioned;
  readonly written: { by?: string; at?: string };
  constructor(key: string, current: Versioned, written: { by?: string; at?: string } = {}) {
    super('version-conflict', `${key} is at version ${current.version ?? 1} by now.`);
    this.current = current;
    this.written = written;
  }
}

/** A plan or a procedure is not at the version that the write was made on. */
export class StaleError extends StoreError {
  constructor(key: string) {
    super('stale', `${key} was written by someone else meanwhile.`);
  }
}

/** A revision, a proposal or a history line is written once and never again. */
export class ImmutableError extends StoreError {
  constructor(key: string) {
    super('immutable', `${key} exists and can not be overwritten.`);
  }
}

/** Another redesign of the procedure is open: `redesign` is its id. */
export class AlreadyOpenError extends StoreError {
  readonly redesign: string;
  constructor(procedure: string, redesign: string) {
    super('already-open', `Procedure ${procedure} has the open redesign ${redesign}.`);
    this.redesign = redesign;
  }
}

/** The row of a person is not the one that a permission was given on: they left, came back, or were given another role or office. */
export class PersonChangedError extends StoreError {
  constructor(subject: string) {
    super('person-changed', `The row of ${subject} was written meanwhile.`);
  }
}

/** Another person has that e-mail address already: `subject` says who. */
export class EmailTakenError extends StoreError {
  readonly subject: string;
  constructor(subject: string) {
    super('email-taken', `The e-mail address belongs to ${subject}.`);
    this.subject = subject;
  }
}

/** The plan has no line for the procedure. */
export class NotInScopeError extends StoreError {
  constructor(procedure: string) {
    super('not-in-scope', `Procedure ${procedure} is not in the scope of the plan.`);
  }
}

/** The redesign has as many comments as it may have. */
export class TooManyCommentsError extends StoreError {
  constructor(redesign: string) {
    super('too-many-comments', `Redesign ${redesign} takes no more comments.`);
  }
}

/** The item is not there. */
export class NotFoundError extends StoreError {
  constructor(key: string) {
    super('not-found', `${key} does not exist.`);
  }
}

/** The item would not fit into one item of the table. */
export class TooLargeError extends StoreError {
  constructor(key: string, bytes: number) {
    super('too-large', `${key} has ${bytes} bytes, more than one item may hold.`);
  }
}

/** A stored item no longer fits its schema. */
export class StoredItemError extends StoreError {
  constructor(key: string, place: string, options?: ErrorOptions) {
    super('stored-item', `${key} does not fit its schema at ${place}.`, options);
  }
}

/** A page was asked for with a mark that this store never gave out. */
export class CursorError extends StoreError {
  constructor() {
    super('cursor', 'The page mark is not one of this store.');
  }
}

/** The store did not answer, or not in time. */
export class StoreUnavailableError extends StoreError {
  constructor(options?: ErrorOptions) {
    super('store-unavailable', 'The store does not answer.', options);
  }
}
