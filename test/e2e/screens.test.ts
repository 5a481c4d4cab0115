// Every screen in the states that people meet: accessible, never wider than its window, without an error in the console.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import { edit, line, openSheet, panel, send, showSheet } from './acts.ts';
import { type Screen, screenCheck } from './screen-check.ts';
import { type Desk, openDesk, OTHER_SPECIALIST } from './workspace.ts';

/** The longest name of a real procedure with a form, 240 characters; the longest among the others of its office; the longest of all. */
const [LONGEST, ALMOST_AS_LONG, WITHOUT_FORM] = ['1.008148', '2.001959', '1.014337'];
const WHY = { ground: 'necessity', reason: 'Không dùng khi quyết định (minh họa).', authority: 'decide' } as const satisfies Partial<Mark>;
const FORM = 'chinh-sach-noi-tru-cong-lap-qd53-2015';
const FALLBACK = 'Cán bộ tiếp nhận tra cứu thủ công (minh họa).';
const mark = (element: string, one: Mark): Edit => ({ kind: 'mark', element, mark: one });
/** One of each treatment, nothing missing. */
const MARKS: readonly Edit[] = [
  mark('noi-tru-noi-cap', { treatment: 'remove', ...WHY }),
  mark('noi-tru-ngay-sinh', { treatment: 'retrieve', dataItem: 'population/4', fallback: FALLBACK, notConnected: true, ...WHY }),
  mark('noi-tru-ho-ten', { treatment: 'prefill', dataItem: 'population/1', notConnected: true, ...WHY }),
  mark('noi-tru-khoa-quan-ly', { treatment: 'merge', into: 'noi-tru-lop', ...WHY }),
  mark('noi-tru-khoa-hoc', { treatment: 'makeOptional', ...WHY }),
  mark('giay-to-02', { treatment: 'remove', ...WHY }),
  mark('truc-tiep', { treatment: 'change', values: { fees: [{ label: 'Phí (minh họa)', amount: 20000 }] }, ...WHY }),
  {
    kind: 'addField',
    added: {
      form: FORM,
      field: {
        id: 'moi-tai-khoan',
        label: 'Tài khoản nhận tiền (minh họa)',
        kind: 'text',
        requirement: 'required',
        whose: 'applicant',
        filledBy: 'applicant',
      },
      ...WHY,
    },
  },
];

let desk: Desk;
let page: Page;
let draft: string;
let submitted: string;
let faultsOf: ReturnType<typeof screenCheck>;

beforeAll(async () => {
  desk = await openDesk();
  page = await desk.signIn(OTHER_SPECIALIST);
  submitted = await openSheet(page, ALMOST_AS_LONG);
  const { version } = await edit(page, submitted, MARKS);
  const answer = await send(page, `/api/redesigns/${submitted}/submit`, undefined, version);
  if (answer.status() !== 201) throw new Error(await answer.text());
  draft = await openSheet(page, LONGEST);
  await edit(page, draft, [...MARKS, mark('tet-ngay-cap', { treatment: 'remove' })]);
  faultsOf = screenCheck(page);
});
afterAll(() => desk.close());

const go = (path: string) => page.goto(desk.system.origin + path);
const tab = (name: RegExp) => page.getByRole('tab', { name }).click();
const proposal = () => go(`/phuong-an/${submitted}/1`);
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const pressed = (name: string) => page.getByRole('button', { name, exact: true }).click();
async function editor() {
  await showSheet(page, draft);
}
async function catalogue(search = '') {
  await go('/thu-tuc');
  await page.getByRole('searchbox').fill(search);
}
async function procedure(hash = '', id = LONGEST) {
  await go(`/thu-tuc/${id}${hash}`);
  await page.getByRole('tabpanel').waitFor();
}

const SCREENS: readonly Screen[] = [
  { name: 'catalogue', open: () => catalogue('chính sách') },
  { name: 'catalogue without a match', open: async () => (await catalogue('không có thủ tục này'), await heading(/Không có thủ tục/)) },
  { name: 'catalogue, whole', open: () => catalogue() },
  ...['bieu-mau', 'giay-to', 'cach-nop', 'trinh-tu', 'thong-tin', 'can-cu', 'con-thieu', 'phien-ban'].map((id) => ({
    name: `procedure, ${id}`,
    open: () => procedure(`#${id}`),
  })),
  { name: 'procedure without a form', open: () => procedure('', WITHOUT_FORM) },
  { name: 'redesigns', open: async () => (await go('/tai-cau-truc'), await heading('Tái cấu trúc')) },
  { name: 'editor', open: editor },
  { name: 'editor, one chosen', open: async () => (await editor(), await line(page, 'Ngày, tháng, năm sinh').first().click()) },
  {
    name: 'editor, several chosen',
    open: async () => {
      await editor();
      await line(page, 'Lớp').first().click();
      await line(page, 'nơi cấp')
        .first()
        .click({ modifiers: ['Shift'] });
    },
  },
  {
    name: 'editor, documents',
    open: async () => (await editor(), await tab(/^Giấy tờ/), await line(page, 'Trực tiếp').waitFor({ state: 'detached' })),
  },
  {
    name: 'editor, channel changed',
    open: async () => (
      await editor(),
      await tab(/^Cách nộp/),
      await line(page, 'Trực tiếp').click(),
      await panel(page).getByText('Sửa đổi').first().waitFor()
    ),
  },
  { name: 'editor, steps', open: async () => (await editor(), await tab(/^Trình tự/)) },
  {
    name: 'editor, history',
    open: async () => (await editor(), await tab(/^Lịch sử/), await page.getByText('Mở bản tái cấu trúc').waitFor()),
  },
  {
    name: 'editor, new field',
    open: async () => (await editor(), await page.getByRole('button', { name: '+ Thêm trường vào mẫu này' }).first().click()),
  },
  { name: 'editor, as it is today', open: async () => (await editor(), await pressed('Trước')) },
  { name: 'editor, as it will be', open: async () => (await editor(), await pressed('Sau')) },
  { name: 'editor, submit', open: async () => (await editor(), await pressed('Trình…'), await page.getByRole('dialog').waitFor()) },
  { name: 'editor, rule', open: async () => (await editor(), await pressed('Quy tắc đếm v1'), await page.getByRole('dialog').waitFor()) },
  { name: 'editor, keys', open: async () => (await editor(), await page.keyboard.press('?'), await page.getByRole('dialog').waitFor()) },
  { name: 'editor, submitted', open: () => showSheet(page, submitted) },
  { name: 'review', open: async () => (await go('/tham-dinh'), await heading('Thẩm định')) },
  ...['noi-dung', 'bieu-mau', 'quy-tac'].map((id) => ({
    name: `proposal, ${id}`,
    open: async () => (await proposal(), await page.getByRole('tabpanel').waitFor(), await go(`/phuong-an/${submitted}/1#${id}`)),
  })),
  { name: 'no such page', open: async () => (await go('/khong-co-trang-nay'), await heading('Không có trang này')) },
  {
    name: 'no such redesign',
    open: async () => (await go('/tai-cau-truc/khong-co'), await page.getByRole('main').getByRole('heading').first().waitFor()),
    failing: true,
  },
  {
    name: 'server out of reach',
    open: async () => {
      await page.route('**/api/procedures?*', (route) => route.abort());
      await go('/thu-tuc');
      await heading('Không liên lạc được máy chủ');
      await page.unroute('**/api/procedures?*');
    },
    failing: true,
  },
  {
    name: 'sign-in',
    open: async () => (await page.context().clearCookies(), await go('/dang-nhap?to=%2Ftham-dinh'), await heading('Đăng nhập')),
  },
  {
    name: 'choose a person',
    open: async () => (await page.getByRole('link', { name: 'Đăng nhập' }).click(), await heading('Chọn người dùng')),
  },
];

test.for(SCREENS)('“$name” is accessible, fits every window and complains of nothing', async (screen) => {
  expect(await faultsOf(screen)).toEqual([]);
});
