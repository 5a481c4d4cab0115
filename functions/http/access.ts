// Who asks for what, and whether they may: every route loads through here. Whatever `may` refuses is answered 403 and kept in the history.
import { VersionConflictError } from '#functions/store/errors.ts';
import type { Redesign, State } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { type Action, may } from '#procedures/review/transitions.ts';
import type { AppDeps } from './environment.ts';
import { eventLine } from './event-line.ts';
import { notFound, ProblemError } from './problem.ts';

/** A redesign that its reader may change: from `redesign` to the state `next`, by `by` at that moment. */
export type Change = { person: Person; redesign: Redesign; next: State; by: { name: string; at: string } };
export type Access = ReturnType<typeof createAccess>;

export function createAccess({ stores, now }: Pick<AppDeps, 'stores' | 'now'>) {
  const { redesigns, people, plans, history } = stores;
  const moment = () => now().toISOString();

  /** The person of a session; 403 for one who has a session but no row any more. */
  const person = async (subject: string): Promise<Person> => known(await people.read(subject));

  /** A redesign and who reads it, in one read of the table: of both rows, or of the redesign alone when the person was read just now. */
  async function read(subject: string, id: string, action: 'read' | 'readHistory' | 'export' = 'read') {
    const seen = people.seen(subject);
    const found = seen ? { person: seen, redesign: await redesigns.read(id) } : await redesigns.readWithPerson(id, subject);
    const reader = known(found.person);
    if (!found.redesign) throw notFound('bản tái cấu trúc này');
    await permit(reader, action, found.redesign);
    return { person: reader, redesign: found.redesign, at: moment() };
  }

  /**
   * A redesign for a change made on `version`. Reads nothing when this process has just seen that version and that person: whoever
   * wrote since then makes the condition of the write fail.
   */
  async function change(subject: string, id: string, version: number, action: Action): Promise<Change> {
    const seen = { redesign: redesigns.seenAt(id, version), person: people.seen(subject) };
    const own = seen.redesign && seen.redesign.office === seen.person?.office;
    const found = own ? seen : await redesigns.readWithPerson(id, subject);
    const writer = known(found.person);
    if (!found.redesign) throw notFound('bản tái cấu trúc này');
    // Whoever sees an older version is shown the present one first; a stranger to the office is refused in any case.
    if (found.redesign.version !== version && writer.office === found.redesign.office) throw new VersionConflictError(found.redesign);
    const next = await permit(writer, action, found.redesign);
    if (found.redesign.version !== version) throw new VersionConflictError(found.redesign);
    return { person: writer, redesign: found.redesign, next, by: { name: writer.name, at: moment() } };
  }

  async function permit(who: Person, action: Action, redesign: Redesign): Promise<State> {
    const { state, office } = redesign;
    const permission = may(who, action, { state, office });
    if (permission.allowed) return permission.next;
    const { offices } = await plans.recently(redesign.plan);
    const named = may(who, action, { state, office, officeName: offices.find(({ id }) => id === office)?.name });
    const because = named.allowed ? permission.because : named.because;
    await history.record(eventLine(who, action, redesign, moment(), { because }));
    throw new ProblemError('forbidden', because);
  }

  /** Whether the person may open a redesign of a procedure in charge of `office`. */
  async function permitOpening(
    who: Person,
    procedure: { id: string; revision: number; office: string; officeName: string },
  ): Promise<void> {
    const { id, revision, office, officeName } = procedure;
    const permission = may(who, 'open', { office, officeName });
    if (permission.allowed) return;
    const { subject, name, role } = who;
    const { because } = permission;
    await history.record({ at: moment(), by: { subject, name, role }, action: 'open', procedure: id, version: revision, because });
    throw new ProblemError('forbidden', because);
  }

  return { person, read, change, permitOpening, moment };
}

function known(person: Person | null): Person {
  if (person) return person;
  throw new ProblemError('forbidden', 'Tài khoản này chưa được cấp quyền trong hệ thống. Hãy liên hệ quản trị.');
}
