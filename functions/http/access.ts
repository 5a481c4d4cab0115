// Who asks for what, and whether they may: every route loads through here. Whatever `may` refuses is answered 403 and kept in the history.
import { PersonChangedError, VersionConflictError } from '#functions/store/errors.ts';
import type { Event } from '#functions/store/event.ts';
import type { Also } from '#functions/store/storage.ts';
import type { Stores } from '#functions/store/stores.ts';
import { type Redesign, type State, STATES } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { type Action, may, mayInWorkspace, type WorkspaceAction } from '#procedures/review/transitions.ts';
import type { AppDeps } from './environment.ts';
import { eventLine, procedureLine, workspaceLine } from './event-line.ts';
import { notFound, ProblemError } from './problem.ts';

/**
 * A redesign that its reader may change: from `redesign` to the state `next`, by `by` at that moment. `holds`: what the writing of it has
 * to name as its conditions, where the permission was given on a row that was not read for it.
 */
export type Change = { person: Person; redesign: Redesign; next: State; by: { name: string; at: string }; holds: readonly Also[] };

/** A person is read and what they do is written: another row of theirs in between makes it worth so many more attempts. */
const ATTEMPTS = 4;

/** Someone who may do something in the workspace, at that moment. */
export type Permitted = { person: Person; by: { name: string; at: string } };

/** Loads for the routes; only who may gets through. Throws ProblemError (forbidden, not-found), VersionConflictError, what stores throw. */
export class Access {
  readonly #stores: Stores;
  readonly #now: () => Date;

  constructor({ stores, now }: Pick<AppDeps, 'stores' | 'now'>) {
    this.#stores = stores;
    this.#now = now;
  }

  /** The moment of the request, ISO 8601 in UTC, by the clock that the app was given. */
  moment(): string {
    return this.#now().toISOString();
  }

  /** The person of a session as the table has them now; 403 for one who has a session but no row any more, or has left. */
  async person(subject: string): Promise<Person> {
    const person = known(await this.#stores.people.read(subject));
    const permission = mayInWorkspace(person, 'enter');
    await this.refuse(
      { person, by: { name: person.name, at: this.moment() } },
      'enter',
      permission.allowed ? undefined : permission.because,
    );
    return person;
  }

  /** A redesign and who reads it or does something that leaves its version as it is, in one read of both rows: whoever left is refused at once. */
  async read(subject: string, id: string, action: Action = 'read') {
    const { redesign, ...found } = await this.#stores.redesigns.readWithPerson(id, subject);
    const person = known(found.person);
    if (!redesign) throw notFound('bản tái cấu trúc này');
    await this.#permit(person, action, redesign);
    return { person, redesign, at: this.moment() };
  }

  /** A redesign for a change made on `version`, and who makes it, as the table has both now. */
  async change(subject: string, id: string, version: number, action: Action): Promise<Change> {
    const { person, redesign } = await this.#stores.redesigns.readWithPerson(id, subject);
    const writer = known(person);
    if (!redesign) throw notFound('bản tái cấu trúc này');
    // Whoever might do this in another state, and sees an older version, is shown the present one first; anybody else is refused in any case.
    const mightDo = () => STATES.some((state) => may(writer, action, { ...redesign, state }).allowed);
    if (redesign.version !== version && mightDo()) throw new VersionConflictError(redesign);
    const next = await this.#permit(writer, action, redesign);
    if (redesign.version !== version) throw new VersionConflictError(redesign);
    return { person: writer, redesign, next, by: { name: writer.name, at: this.moment() }, holds: [] };
  }

  /**
   * The same for what is done many times a minute: nothing is read when this process has just seen that version and that person. Both are
   * conditions of the write then (`holds`); unless it succeeds, the work is done again on what the table has now.
   */
  async quickly<Done>(
    subject: string,
    id: string,
    version: number,
    action: Action,
    work: (change: Change) => Promise<Done>,
  ): Promise<Done> {
    const { people, redesigns } = this.#stores;
    const redesign = redesigns.seenAt(id, version);
    const person = people.seen(subject);
    if (!redesign || !person) return work(await this.change(subject, id, version, action));
    const permission = may(person, action, redesign);
    if (!permission.allowed) return work(await this.change(subject, id, version, action));
    const by = { name: person.name, at: this.moment() };
    try {
      return await work({ person, redesign, next: permission.next, by, holds: [people.stands(person)] });
    } catch (error) {
      // Even a refusal or a conflict is an answer that only somebody who has not left may get.
      const answered = error instanceof PersonChangedError || error instanceof VersionConflictError || error instanceof ProblemError;
      if (!answered) throw error;
      return work(await this.change(subject, id, version, action));
    }
  }

  /** Does something that is written only while the row of whoever does it stands, again from the start where it was written meanwhile. */
  async steadily<Done>(work: () => Promise<Done>): Promise<Done> {
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof PersonChangedError)) throw error;
      }
    }
    return work();
  }

  /** Lets pass only who may open a redesign of a procedure in charge of `office`. */
  async permitOpening(person: Person, procedure: { id: string; revision: number; office: string; officeName: string }): Promise<void> {
    const { id, revision, office, officeName } = procedure;
    const permission = may(person, 'open', { office, officeName });
    if (permission.allowed) return;
    const { because } = permission;
    await this.#stores.history.record(procedureLine(person, 'open', { id, number: revision }, this.moment(), { because }));
    throw new ProblemError('forbidden', because);
  }

  /**
   * Who may do this with what has no states: plans, figures, reports, people, settings, the journal. `of` says what it is about, for the
   * line of a refusal: it stands with the plan where one is named, else with the workspace.
   */
  async inWorkspace(subject: string, action: WorkspaceAction, of: Pick<Event, 'plan' | 'procedure' | 'about'> = {}): Promise<Permitted> {
    const person = known(await this.#stores.people.read(subject));
    const permitted = { person, by: { name: person.name, at: this.moment() } };
    const permission = mayInWorkspace(person, action);
    await this.refuse(permitted, action, permission.allowed ? undefined : permission.because, of);
    return permitted;
  }

  /** Answers 403 and keeps it in the history, where there is a reason to refuse. */
  async refuse(
    { person, by: { at } }: Permitted,
    action: WorkspaceAction,
    because: string | undefined,
    of: Partial<Event> = {},
  ): Promise<void> {
    if (because === undefined) return;
    await this.#stores.history.record(workspaceLine(person, action, at, { ...of, because }));
    throw new ProblemError('forbidden', because);
  }

  async #permit(person: Person, action: Action, redesign: Redesign): Promise<State> {
    const { state, office, writers } = redesign;
    const permission = may(person, action, { state, office, writers });
    if (permission.allowed) return permission.next;
    const { offices } = await this.#stores.plans.recently(redesign.plan);
    const named = may(person, action, { state, office, writers, officeName: offices.find(({ id }) => id === office)?.name });
    const because = named.allowed ? permission.because : named.because;
    await this.#stores.history.record(eventLine(person, action, redesign, this.moment(), { because }));
    throw new ProblemError('forbidden', because);
  }
}

function known(person: Person | null): Person {
  if (person) return person;
  throw new ProblemError('forbidden', 'Tài khoản này chưa được cấp quyền trong hệ thống. Hãy liên hệ quản trị.');
}
