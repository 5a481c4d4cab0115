// Who asks for what, and whether they may: every route loads through here. Whatever `may` refuses is answered 403 and kept in the history.
import { VersionConflictError } from '#functions/store/errors.ts';
import type { Event } from '#functions/store/event.ts';
import type { Stores } from '#functions/store/stores.ts';
import { type Redesign, type State, STATES } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { type Action, may, mayInWorkspace, type WorkspaceAction } from '#procedures/review/transitions.ts';
import type { AppDeps } from './environment.ts';
import { eventLine, procedureLine, workspaceLine } from './event-line.ts';
import { notFound, ProblemError } from './problem.ts';

/** A redesign that its reader may change: from `redesign` to the state `next`, by `by` at that moment. */
export type Change = { person: Person; redesign: Redesign; next: State; by: { name: string; at: string } };

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

  /** The person of a session; 403 for one who has a session but no row any more. */
  async person(subject: string): Promise<Person> {
    return known(await this.#stores.people.read(subject));
  }

  /** A redesign and who reads it or does something that leaves its version as it is, in one read of the table: of both rows, or of the redesign alone when the person was read just now. */
  async read(subject: string, id: string, action: Action = 'read') {
    const { people, redesigns } = this.#stores;
    const seen = people.seen(subject);
    const found = seen ? { person: seen, redesign: await redesigns.read(id) } : await redesigns.readWithPerson(id, subject);
    const person = known(found.person);
    if (!found.redesign) throw notFound('bản tái cấu trúc này');
    await this.#permit(person, action, found.redesign);
    return { person, redesign: found.redesign, at: this.moment() };
  }

  /**
   * A redesign for a change made on `version`. Reads nothing when this process has just seen that version and that person: whoever
   * wrote since then makes the condition of the write fail.
   */
  async change(subject: string, id: string, version: number, action: Action): Promise<Change> {
    const { people, redesigns } = this.#stores;
    const seen = { redesign: redesigns.seenAt(id, version), person: people.seen(subject) };
    const own = seen.redesign && seen.redesign.office === seen.person?.office;
    const { person, redesign } = own ? seen : await redesigns.readWithPerson(id, subject);
    const writer = known(person);
    if (!redesign) throw notFound('bản tái cấu trúc này');
    // Whoever might do this in another state, and sees an older version, is shown the present one first; anybody else is refused in any case.
    const mightDo = () => STATES.some((state) => may(writer, action, { ...redesign, state }).allowed);
    if (redesign.version !== version && mightDo()) throw new VersionConflictError(redesign);
    const next = await this.#permit(writer, action, redesign);
    if (redesign.version !== version) throw new VersionConflictError(redesign);
    return { person: writer, redesign, next, by: { name: writer.name, at: this.moment() } };
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
    const person = await this.person(subject);
    const at = this.moment();
    const permission = mayInWorkspace(person, action);
    if (permission.allowed) return { person, by: { name: person.name, at } };
    const { because } = permission;
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
