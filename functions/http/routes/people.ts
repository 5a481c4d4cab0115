// People: who has a seat in the workspace. Entered by e-mail before the first sign-in, changed, left and come back.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { EmailTakenError, OutdatedError } from '#functions/store/errors.ts';
import type { Event } from '#functions/store/event.ts';
import type { Person } from '#procedures/review/person.ts';
import { PersonInput } from '#procedures/review/person-input.ts';
import { comingBack, entered, leaving, reseated, seatHindrance, seatWords } from '#procedures/review/seat.ts';
import { dayOf } from '#procedures/text/date.ts';
import { Access, type Permitted } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { workspaceLine } from '../event-line.ts';
import { notFound, ProblemError } from '../problem.ts';
import { badPlace, personAnswer, seatOf } from '../seating.ts';
import { signedIn } from '../signed-in.ts';
import { body, etag, ifMatch, page, path } from '../validate.ts';

const FIRST_PAGE = 200;
const bySubject = path(z.object({ subject: z.string().check(z.minLength(1), z.maxLength(255)) }));

const ADDRESS_STAYS = 'Người này đăng nhập bằng thư điện tử: có thể thay bằng địa chỉ khác, không thể bỏ trống.';

/** A change of the person `of` that `subject` asks for, on `version`; `what` in a word of the history. */
type Asked = { subject: string; of: string; version: number; what: string };
type Next = (person: Person, admin: Permitted) => Person | Promise<Person>;

/**
 * `/api/people`, for administrators: everybody by name, those who left too (`{rows, next}`), and their changes. All but entering ask for
 * the version in `If-Match` (428, 409 with what is there now). 422 for an address that another person has, 403 for what would leave the
 * workspace without an administrator. Every change and every refusal is a line of the history.
 */
export const peopleRoutes = (deps: AppDeps) => {
  const { people, plans } = deps.stores;
  const access = new Access(deps);

  const enter = (subject: string, input: PersonInput) =>
    access.steadily(async () => {
      const admin = await access.inWorkspace(subject, 'managePeople', { about: `Thêm: ${input.name}` });
      if (input.email === undefined) throw badPlace('email', 'Hãy ghi thư điện tử: lần đăng nhập đầu nhận ra người này nhờ nó.');
      const person = entered(deps.newId(), seatOf(input, await plans.current(), dayOf(admin.by.at)), admin.by);
      await save(person, null, admin, { about: `Thêm: ${seatWords(person)}` });
      return personAnswer(person);
    });

  const change = ({ subject, of, version, what }: Asked, next: Next) =>
    access.steadily(async () => {
      const base = await people.read(of);
      const about = `${what}: ${base ? seatWords(base) : of}`;
      const admin = await access.inWorkspace(subject, 'managePeople', { about });
      if (!base) throw notFound('người này');
      if ((base.version ?? 1) !== version) throw new OutdatedError(of, base, { by: base.updatedBy, at: base.updatedAt });
      const person = await next(base, admin);
      await access.refuse(admin, 'managePeople', seatHindrance(admin.person, base, person), { about });
      await save(person, base, admin, { about: `${what}: ${seatWords(person)}`, was: seatWords(base), version: person.version });
      return personAnswer(person);
    });

  async function save(person: Person, base: Person | null, { person: by, by: { at } }: Permitted, more: Partial<Event>): Promise<void> {
    try {
      await people.change(person, base, workspaceLine(by, 'managePeople', at, more), by);
    } catch (error) {
      if (!(error instanceof EmailTakenError)) throw error;
      const holder = await people.read(error.subject);
      throw badPlace('email', `Thư điện tử này đã là của ${holder?.name ?? 'người khác'}${holder?.leftAt ? ' (đã ngừng sử dụng)' : ''}.`);
    }
  }

  return new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .get('/', page, async (c) => {
      const { after, limit = FIRST_PAGE } = c.req.valid('query');
      await access.inWorkspace(c.var.subject, 'readPeople');
      const { rows, next } = await people.page({ after, limit });
      return c.json({ rows: rows.map(personAnswer), next }, 200);
    })
    .post('/', body(PersonInput), async (c) => {
      const person = await enter(c.var.subject, c.req.valid('json'));
      return c.json(person, 201, { ETag: etag(1) });
    })
    .put('/:subject', bySubject, ifMatch, body(PersonInput), async (c) => {
      const input = c.req.valid('json');
      const person = await change(
        { subject: c.var.subject, of: c.req.valid('param').subject, version: c.req.valid('header')['if-match'], what: 'Sửa' },
        async (base, { by }) => {
          if (base.email !== undefined && input.email === undefined) throw badPlace('email', ADDRESS_STAYS);
          return reseated(base, seatOf(input, await plans.current(), dayOf(by.at), base), by);
        },
      );
      return c.json(person, 200, { ETag: etag(person.version ?? 1) });
    })
    .post('/:subject/leave', bySubject, ifMatch, async (c) => {
      const person = await change(
        { subject: c.var.subject, of: c.req.valid('param').subject, version: c.req.valid('header')['if-match'], what: 'Ngừng sử dụng' },
        (base, { by }) => {
          if (base.leftAt !== undefined) throw new ProblemError('refused', 'Tài khoản này đã ngừng sử dụng từ trước.');
          return leaving(base, by);
        },
      );
      return c.json(person, 200, { ETag: etag(person.version ?? 1) });
    })
    .post('/:subject/come-back', bySubject, ifMatch, async (c) => {
      const person = await change(
        { subject: c.var.subject, of: c.req.valid('param').subject, version: c.req.valid('header')['if-match'], what: 'Dùng lại' },
        (base, { by }) => {
          if (base.leftAt === undefined) throw new ProblemError('refused', 'Tài khoản này đang được sử dụng.');
          return comingBack(base, by);
        },
      );
      return c.json(person, 200, { ETag: etag(person.version ?? 1) });
    });
};
