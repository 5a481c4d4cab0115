// Every screen of Quản trị in the states that people meet, and when something fails.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { send } from './acts.ts';
import { type Screen, screenCheck } from './screen-check.ts';
import { ADMIN, type Desk, openDesk, SPECIALIST } from './workspace.ts';

/** 200 letters without a place to break before the first hundred. */
const LONG = `${'Nguyễn-Phúc-Công-Huyền-Tôn-Nữ-'.repeat(4)} ${'Thị Tên Rất Dài (minh họa) '.repeat(3)}`.slice(0, 199).trim();

let desk: Desk;
let page: Page;
let faultsOf: ReturnType<typeof screenCheck>;
beforeAll(async () => {
  desk = await openDesk();
  page = await desk.signIn(ADMIN);
  const office = 'quan-ly-chat-luong';
  const email = `${'rat-dai-'.repeat(7)}@${'co-quan-rat-dai.'.repeat(8)}vn`;
  await send(page, '/api/people', { name: LONG, email, role: 'specialist', office });
  const left = await send(page, '/api/people', { name: `Đã nghỉ (minh họa)`, email: 'da-nghi@example.vn', role: 'leader', office });
  const { subject } = (await left.json()) as { subject: string };
  await send(page, `/api/people/${subject}/leave`, undefined, 1);
  faultsOf = screenCheck(page);
});
afterAll(() => desk.close());

const go = async (path: string, title: string) => {
  await page.goto(desk.system.origin + path);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
};
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const dialog = () => page.getByRole('dialog').waitFor();
const people = () => go('/quan-tri/nguoi-dung', 'Người dùng');
/** A list in boxes, from what is in force, whatever an earlier screen has left. */
async function typing(path: string, title: string): Promise<void> {
  await go(path, title);
  if ((await page.getByRole('button', { name: 'Bỏ thay đổi' }).count()) > 0) await press('Bỏ thay đổi');
  await press('Lập danh mục từ ngày khác');
}
/** Answers a request with a failure of the store. */
async function failing(pattern: string, work: () => Promise<unknown>): Promise<void> {
  const body = JSON.stringify({
    type: '/problems/store-unavailable',
    title: 'Kho dữ liệu tạm thời không trả lời',
    status: 503,
    detail: 'Hãy thử lại.',
  });
  await page.route(pattern, (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body }));
  await work();
  await page.unroute(pattern);
}

const SCREENS: readonly Screen[] = [
  { name: 'people', open: people },
  { name: 'people, left', open: async () => (await people(), await press(/^Đã ngừng/)) },
  { name: 'people, none found', open: async () => (await people(), await page.getByRole('searchbox').fill('không có ai')) },
  { name: 'person, new, wrong', open: async () => (await people(), await press('Thêm người…'), await dialog(), await press('Lưu')) },
  { name: 'person leaving', open: async () => (await people(), await press(/^Ngừng… Nguyễn/), await dialog()) },
  {
    name: 'person not saved',
    open: async () => {
      await people();
      await press(/^Sửa… Nguyễn/);
      await dialog();
      await failing('**/api/people/*', async () => (await press('Lưu'), await page.getByText('Chưa lưu được').waitFor()));
    },
    failing: true,
  },
  { name: 'offices', open: () => go('/quan-tri/co-quan', 'Cơ quan, phòng') },
  {
    name: 'offices, wrong',
    open: async () => {
      await go('/quan-tri/co-quan', 'Cơ quan, phòng');
      await press('+ Thêm phòng');
      await press('+ Mẫu từ ngày khác');
      await press('Lưu');
      await page.getByText('Nhập tên phòng.').waitFor();
    },
  },
  { name: 'grounds', open: () => go('/quan-tri/can-cu', 'Căn cứ') },
  {
    name: 'grounds, none found',
    open: async () => (await go('/quan-tri/can-cu', 'Căn cứ'), await page.getByRole('searchbox').fill('không có căn cứ này')),
  },
  { name: 'grounds, typing', open: async () => (await typing('/quan-tri/can-cu', 'Căn cứ'), await press(/^NĐ45-Đ4/)) },
  {
    name: 'grounds, wrong',
    open: async () => (await typing('/quan-tri/can-cu', 'Căn cứ'), await press('+ Thêm căn cứ'), await press('Lưu danh mục')),
  },
  {
    name: 'grounds, not saved',
    open: async () => {
      await typing('/quan-tri/can-cu', 'Căn cứ');
      await failing('**/api/settings/**', async () => (await press('Lưu danh mục'), await page.getByText('Chưa lưu được').waitFor()));
    },
    failing: true,
  },
  {
    name: 'registers',
    open: async () => (await go('/quan-tri/co-so-du-lieu', 'Cơ sở dữ liệu'), await page.locator('summary').first().click()),
  },
  {
    name: 'registers, typing',
    open: async () => (await typing('/quan-tri/co-so-du-lieu', 'Cơ sở dữ liệu'), await press(/^Cơ sở dữ liệu quốc gia về dân cư/)),
  },
  { name: 'parameters, none', open: () => go('/quan-tri/tham-so', 'Tham số') },
  {
    name: 'parameters, typing',
    open: async () => (await typing('/quan-tri/tham-so', 'Tham số'), await press('+ Thêm tham số'), await press('Lưu danh mục')),
  },
  { name: 'journal', open: () => go('/quan-tri/nhat-ky', 'Nhật ký') },
  { name: 'journal, refusals', open: () => go('/quan-tri/nhat-ky?tu-choi=1', 'Nhật ký') },
  { name: 'journal, an empty month', open: () => go('/quan-tri/nhat-ky?thang=2020-01', 'Nhật ký') },
  {
    name: 'journal, server out of reach',
    open: async () => {
      await page.route('**/api/journal?*', (route) => route.abort());
      await page.goto(`${desk.system.origin}/quan-tri/nhat-ky`);
      await page.getByRole('heading', { name: 'Không liên lạc được máy chủ' }).waitFor();
      await page.unroute('**/api/journal?*');
    },
    failing: true,
  },
];

test.for(SCREENS)('“$name” is accessible, fits every window and complains of nothing', async (screen) => {
  expect(await faultsOf(screen)).toEqual([]);
});

test('what somebody may not open or change says who may', async () => {
  const specialist = await desk.signIn(SPECIALIST);
  const faults = screenCheck(specialist);
  const open = async (path: string, text: string) => {
    await specialist.goto(desk.system.origin + path);
    await specialist.getByText(text).waitFor();
  };
  const refused: Screen[] = [
    { name: 'people, refused', open: () => open('/quan-tri/nguoi-dung', 'Chỉ quản trị được xem danh sách người dùng.'), failing: true },
    { name: 'journal, refused', open: () => open('/quan-tri/nhat-ky', 'Chỉ Văn phòng Sở, quản trị được xem nhật ký.'), failing: true },
    { name: 'grounds, to read', open: () => open('/quan-tri/can-cu', 'Chỉ quản trị được sửa danh mục và tham số.') },
    { name: 'offices, to read', open: () => open('/quan-tri/co-quan', 'Chỉ Văn phòng Sở, quản trị được lập và sửa kế hoạch.') },
  ];
  for (const screen of refused) expect(await faults(screen)).toEqual([]);
  expect(await specialist.getByRole('button', { name: /Lập danh mục|Thêm phòng|^Lưu/ }).count()).toBe(0);
});
