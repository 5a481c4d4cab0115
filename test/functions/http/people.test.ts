import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takingSeat } from '#functions/http/taking-seat.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import type { PersonInput } from '#procedures/review/person-input.ts';
import { aFullMark } from '../../support/redesign.ts';
import { bodyOf, openWorkspace, PEOPLE, problemOf, type Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

type Answered = Person & { bound: boolean };
let count = 0;
const anInput = (more: Partial<PersonInput> = {}): PersonInput => ({
  name: 'Nguyễn Thị Mới (minh họa)',
  email: `moi-${(count += 1)}@example.vn`,
  role: 'specialist',
  office: 'quan-ly-chat-luong',
  ...more,
});
const post = (json: unknown) => workspace.ask('POST', '/api/people', { as: 'admin', json });
const enter = async (more: Partial<PersonInput> = {}) => bodyOf<Answered>(await post(anInput(more)));
const put = (person: Answered, json: PersonInput, version = person.version) =>
  workspace.ask('PUT', `/api/people/${person.subject}`, { as: 'admin', json, version });
const act = (what: 'leave' | 'come-back', { subject, version }: Person) =>
  workspace.ask('POST', `/api/people/${subject}/${what}`, { as: 'admin', version });
const inputOf = ({ name, email, role, office }: Person): PersonInput => ({ name, email, role, office });
const signIn = (subject: string, email?: string) => takingSeat(workspace.deps)({ subject, email });
/** What the session of a person is answered. */
const asking = async (subject: string, method: string, path: string, more: { json?: unknown; version?: number } = {}) =>
  workspace.ask(method, path, { as: null, headers: { cookie: await workspace.cookieOf(subject) }, ...more });
const newest = async () => (await workspace.stores.history.page({})).events[0];

describe('a person is entered by e-mail before the first sign-in', () => {
  it('and stands in the list by name, with the office as the plan names it', async () => {
    const answer = await post(anInput({ name: 'An Văn Đầu (minh họa)' }));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    const person = await bodyOf<Answered>(answer);
    expect(person).toMatchObject({ officeName: 'Phòng Quản lý chất lượng (minh họa)', version: 1, bound: false });
    const { rows } = await bodyOf<{ rows: Answered[] }>(await workspace.ask('GET', '/api/people', { as: 'admin' }));
    expect(rows[0]?.name).toBe('An Văn Đầu (minh họa)');
    expect(rows.map(({ subject }) => subject)).toEqual(expect.arrayContaining(Object.values(PEOPLE).map(({ subject }) => subject)));
    expect(await newest()).toMatchObject({
      action: 'managePeople',
      about: expect.stringContaining('An Văn Đầu'),
    });
  });

  it('once an address, however it is written', async () => {
    const { email = '', name } = await enter({ email: 'Trần.Ánh@Example.VN' });
    const same = [email.toUpperCase(), ` ${email} `, email.normalize('NFD')];
    for (const one of same) {
      const problem = await problemOf(await post(anInput({ email: one })));
      expect(problem).toMatchObject({ status: 422, issues: [{ path: 'email', message: `Thư điện tử này đã là của ${name}.` }] });
    }
  });

  it.each(['', 'khong-co-a-cong', 'hai@@example.vn', 'có dấu cách@example.vn', `${'a'.repeat(250)}@example.vn`, 'an\u202eh@example.vn'])(
    'but not with “%s”, which is no address',
    async (email) => {
      const problem = await problemOf(await post(anInput({ email })));
      expect(problem).toMatchObject({ status: 422, issues: [{ path: 'email' }] });
    },
  );

  it('nor without an address, nor in an office that the plan does not have', async () => {
    expect((await problemOf(await post({ ...anInput(), email: undefined }))).issues).toMatchObject([{ path: 'email' }]);
    expect((await problemOf(await post(anInput({ office: 'khong-co' })))).issues).toMatchObject([{ path: 'office' }]);
  });

  it('and a leader sits where leaders sit', async () => {
    expect(await enter({ role: 'leader', office: 'lanh-dao-so' })).toMatchObject({ officeName: 'Lãnh đạo Sở' });
  });
});

describe('the first sign-in', () => {
  it('finds the person by the address that the provider has verified, and binds the account to them', async () => {
    const person = await enter({ email: 'Lan@Example.vn' });
    expect(await signIn('tai-khoan-la')).toMatchObject({ because: expect.stringContaining('chưa có trong hệ thống') });
    expect(await signIn('tai-khoan-la', 'khac@example.vn')).toMatchObject({ because: expect.stringContaining('khac@example.vn') });
    expect(await signIn('tai-khoan-lan', 'lan@example.VN')).toMatchObject({ person: { subject: person.subject } });
    // From now on the account is enough, even when the provider forgets the address.
    expect(await signIn('tai-khoan-lan')).toMatchObject({ person: { subject: person.subject } });
    expect(await newest()).toMatchObject({ action: 'signIn', by: { subject: person.subject } });
    const session = await bodyOf<{ person: Person }>(await asking(person.subject, 'GET', '/api/session'));
    expect(session.person).toMatchObject({ subject: person.subject, name: person.name });
    expect(session.person).not.toHaveProperty('identity');
  });

  it('of another account with the same address is refused: an address can change hands', async () => {
    const { email } = await enter();
    await signIn('tai-khoan-1', email);
    expect(await signIn('tai-khoan-2', email)).toMatchObject({ because: expect.stringContaining('tài khoản đăng nhập khác') });
    expect(await newest()).toMatchObject({ action: 'signIn', because: expect.stringContaining('tài khoản đăng nhập khác') });
  });

  it('after the administrator has changed the address is by the new one', async () => {
    const person = await enter();
    await signIn('tai-khoan-cu', person.email);
    const bound = await bodyOf<Answered>(await put({ ...person, version: 2 }, { ...inputOf(person), email: 'dia-chi-moi@example.vn' }));
    expect(bound).toMatchObject({ bound: false, version: 3 });
    expect(await signIn('tai-khoan-cu', person.email)).toHaveProperty('because');
    expect(await signIn('tai-khoan-moi', 'dia-chi-moi@example.vn')).toMatchObject({ person: { subject: person.subject } });
    // The old address is free again.
    expect((await post(anInput({ email: person.email }))).status).toBe(201);
  });

  it('from two browsers at once binds once', async () => {
    const { email, subject } = await enter();
    const both = await Promise.all([signIn('tai-khoan-hai', email), signIn('tai-khoan-hai', email)]);
    expect(both).toMatchObject([{ person: { subject } }, { person: { subject } }]);
    expect(await workspace.stores.people.read(subject)).toMatchObject({ version: 2, identity: 'tai-khoan-hai' });
  });

  it('of somebody who has left is refused in words that say so, and recorded', async () => {
    const person = await enter();
    await act('leave', person);
    expect(await signIn('tai-khoan-da-nghi', person.email)).toMatchObject({ because: expect.stringContaining('đã ngừng sử dụng') });
    expect(await newest()).toMatchObject({ action: 'signIn', because: 'Tài khoản này đã ngừng sử dụng.' });
  });
});

describe('a change of a person', () => {
  it('needs the version, and meets what somebody else wrote meanwhile', async () => {
    const person = await enter();
    expect((await workspace.ask('PUT', `/api/people/${person.subject}`, { as: 'admin', json: inputOf(person) })).status).toBe(428);
    expect((await put(person, { ...inputOf(person), name: 'Tên mới (minh họa)' })).status).toBe(200);
    const problem = await problemOf(await put(person, { ...inputOf(person), role: 'reviewer' }));
    expect(problem).toMatchObject({ status: 409, writtenBy: PEOPLE.admin.name, current: { name: 'Tên mới (minh họa)', version: 2 } });
  });

  it('says in the history what it was and what it is', async () => {
    const person = await enter({ email: 'lich-su@example.vn' });
    await put(person, { ...inputOf(person), role: 'reviewer', office: 'van-phong' });
    expect(await newest()).toMatchObject({
      action: 'managePeople',
      by: { subject: PEOPLE.admin.subject },
      about: 'Sửa: Nguyễn Thị Mới (minh họa) (lich-su@example.vn), thẩm định, tổng hợp, Văn phòng Sở',
      was: 'Nguyễn Thị Mới (minh họa) (lich-su@example.vn), chuyên viên, Phòng Quản lý chất lượng (minh họa)',
      version: 2,
    });
  });

  it('can not take an address away, nor take one that somebody has', async () => {
    const [one, other] = [await enter(), await enter()];
    expect((await problemOf(await put(one, { ...inputOf(one), email: undefined }))).issues).toMatchObject([{ path: 'email' }]);
    expect((await problemOf(await put(one, { ...inputOf(one), email: other.email }))).issues).toMatchObject([{ path: 'email' }]);
    expect(await workspace.stores.people.read(one.subject)).toMatchObject({ email: one.email, version: 1 });
  });

  it('keeps an office that the plan no longer has', async () => {
    await workspace.stores.people.save({
      ...PEOPLE.specialist,
      subject: 'phong-cu',
      office: 'phong-da-bo',
      officeName: 'Phòng đã bỏ (minh họa)',
    });
    const person = { ...PEOPLE.specialist, subject: 'phong-cu', version: 1, bound: true };
    const answer = await put(person, { name: 'Tên khác (minh họa)', role: 'specialist', office: 'phong-da-bo' });
    expect(await bodyOf<Person>(answer)).toMatchObject({ officeName: 'Phòng đã bỏ (minh họa)', name: 'Tên khác (minh họa)' });
  });
});

describe('there is always an administrator left', () => {
  const self = () => ({ ...PEOPLE.admin, version: 1 });

  it('since nobody leaves by themselves, nor gives the own role away; both are told why, and recorded', async () => {
    const leaving = await problemOf(await act('leave', self()));
    expect(leaving).toMatchObject({ status: 403, detail: expect.stringContaining('phải luôn còn người quản trị') });
    expect(await newest()).toMatchObject({ action: 'managePeople', because: leaving.detail });
    const input = { name: PEOPLE.admin.name, role: 'reviewer', office: 'van-phong' } as const;
    const changing = await problemOf(
      await workspace.ask('PUT', `/api/people/${PEOPLE.admin.subject}`, { as: 'admin', version: 1, json: input }),
    );
    expect(changing).toMatchObject({ status: 403, detail: expect.stringContaining('vai trò quản trị của chính mình') });
  });

  it('even when two of them take the right from one another at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const pair = [`qt-${round}-a`, `qt-${round}-b`] as const;
      for (const subject of pair) await workspace.stores.people.save({ ...PEOPLE.admin, subject, version: 1 });
      const answers = await Promise.all(
        pair.map((subject, index) => asking(subject, 'POST', `/api/people/${pair[1 - index]}/leave`, { version: 1 })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
      const left = await Promise.all(pair.map(async (subject) => (await workspace.stores.people.read(subject))?.leftAt));
      expect(left.filter((at) => at !== undefined)).toHaveLength(1);
    }
  });
});

describe('whoever leaves', () => {
  const edits = (treatment: 'remove' | 'keep') => ({ edits: [{ kind: 'mark', element: 'ho-ten', mark: aFullMark(treatment) }] });

  /** A specialist at work: everything that this process can remember of them is fresh. */
  async function atWork(): Promise<{ person: Answered; redesign: Redesign }> {
    const person = await enter();
    const redesign = await workspace.open();
    const path = `/api/redesigns/${redesign.id}/edits`;
    expect((await asking(person.subject, 'GET', `/api/redesigns/${redesign.id}`)).status).toBe(200);
    const saved = await bodyOf<Redesign>(await asking(person.subject, 'POST', path, { version: 1, json: edits('remove') }));
    return { person, redesign: saved };
  }

  it('reads and writes nothing from that very moment, in every process', async () => {
    const { person, redesign } = await atWork();
    const path = `/api/redesigns/${redesign.id}`;
    // Another process lets them leave: this one has seen nothing of it.
    const elsewhere = await openElsewhere();
    await elsewhere.people.save({ ...(await rowOf(person)), leftAt: '2026-11-01T00:00:00.000Z', version: 2 });
    const refused = [
      await asking(person.subject, 'POST', `${path}/edits`, { version: redesign.version, json: edits('keep') }),
      await asking(person.subject, 'POST', `${path}/edits`, {
        version: redesign.version,
        json: { edits: [{ kind: 'unmark', element: 'khong-co' }] },
      }),
      await asking(person.subject, 'POST', `${path}/edits`, { version: 1, json: edits('keep') }),
      await asking(person.subject, 'GET', path),
      await asking(person.subject, 'GET', `${path}/history`),
      await asking(person.subject, 'POST', `${path}/submit`, { version: redesign.version }),
      await asking(person.subject, 'GET', '/api/session'),
      await asking(person.subject, 'GET', '/api/procedures'),
    ];
    for (const answer of refused) expect(await problemOf(answer)).toMatchObject({ status: 403, detail: 'Tài khoản này đã ngừng sử dụng.' });
    expect(await workspace.stores.redesigns.read(redesign.id)).toEqual(redesign);
    const { events } = await workspace.stores.history.page({ redesign: redesign.id });
    expect(events.filter(({ because }) => because === 'Tài khoản này đã ngừng sử dụng.')).toHaveLength(6);
  });

  it('writes nothing while the change that they are making is under way', async () => {
    const { person, redesign } = await atWork();
    const path = `/api/redesigns/${redesign.id}/edits`;
    const [left, edited] = await Promise.all([
      act('leave', person),
      asking(person.subject, 'POST', path, { version: redesign.version, json: edits('keep') }),
    ]);
    expect(left.status).toBe(200);
    const stored = await workspace.stores.redesigns.read(redesign.id);
    const lines = (await workspace.stores.history.page({ redesign: redesign.id })).events;
    const written = lines.filter(({ because, version }) => because === undefined && version > redesign.version);
    // Either it came first, or it was refused: never half of it.
    expect(stored?.version).toBe(edited.status === 200 ? redesign.version + 1 : redesign.version);
    expect(written).toHaveLength(edited.status === 200 ? 1 : 0);
  });

  it('loses nothing that was done, and goes on with it after coming back', async () => {
    const { person, redesign } = await atWork();
    const left = await bodyOf<Answered>(await act('leave', person));
    expect(left.leftAt).toBeDefined();
    expect((await act('leave', left)).status).toBe(422);
    expect(await workspace.stores.redesigns.read(redesign.id)).toMatchObject({
      updatedBy: person.name,
      writers: expect.arrayContaining([person.subject]),
    });
    const back = await bodyOf<Answered>(await act('come-back', left));
    expect(back).not.toHaveProperty('leftAt');
    expect((await act('come-back', back)).status).toBe(422);
    const again = await asking(person.subject, 'POST', `/api/redesigns/${redesign.id}/edits`, {
      version: redesign.version,
      json: edits('keep'),
    });
    expect(again.status).toBe(200);
  });

  it('or is moved to another office changes nothing of the old one any more', async () => {
    const { person, redesign } = await atWork();
    const elsewhere = await openElsewhere();
    await elsewhere.people.save({ ...(await rowOf(person)), office: 'gdtrh-gdtx', officeName: 'Phòng khác (minh họa)', version: 2 });
    const answer = await asking(person.subject, 'POST', `/api/redesigns/${redesign.id}/edits`, {
      version: redesign.version,
      json: edits('keep'),
    });
    expect((await problemOf(answer)).status).toBe(403);
  });

  it('but was only given another name goes on as if nothing had happened, under the new name', async () => {
    const { person, redesign } = await atWork();
    const elsewhere = await openElsewhere();
    await elsewhere.people.save({ ...(await rowOf(person)), name: 'Tên sau khi cưới (minh họa)', version: 2 });
    const answer = await asking(person.subject, 'POST', `/api/redesigns/${redesign.id}/edits`, {
      version: redesign.version,
      json: edits('keep'),
    });
    expect(await bodyOf<Redesign>(answer)).toMatchObject({ updatedBy: 'Tên sau khi cưới (minh họa)' });
  });

  const rowOf = async ({ subject }: Person): Promise<Person> => {
    const row = await workspace.stores.people.read(subject);
    if (!row) throw new Error(`${subject} is not there.`);
    return row;
  };

  /** The same store, as another process sees it. */
  const openElsewhere = async () => {
    const { createStores } = await import('#functions/store/stores.ts');
    return createStores({ client: workspace.client, table: workspace.table, tenant: 'khanh-hoa' });
  };
});
