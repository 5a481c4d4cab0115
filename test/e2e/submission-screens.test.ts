// The screens of a submission and of what follows it, with the longest real names, in every state and when something fails.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { officeAt } from './dossier-acts.ts';
import { type Screen, screenCheck } from './screen-check.ts';
import { type Desk, openDesk, REVIEWER } from './workspace.ts';

/** The two longest names among the procedures that have a form, and one that is short. */
const PROCEDURES = ['1.008148', '2.001959', '3.000465'];
const TITLE = 'Tờ trình đợt 1 năm 2026: thủ tục về văn bằng, chứng chỉ, giáo dục trung học, giáo dục thường xuyên (minh họa)';

let desk: Desk;
let page: Page;
let faultsOf: ReturnType<typeof screenCheck>;
/** Ids of submissions in the state that their name says, and a guest's token. */
const at = { drafting: '', signed: '', decided: '', dossier: '' };

beforeAll(async () => {
  desk = await openDesk();
  const office = await officeAt(desk.system.origin);
  page = await desk.signIn(REVIEWER);
  faultsOf = screenCheck(page);
  const [long = '', alsoLong = '', short = ''] = await inTurn(PROCEDURES, office.accepted);

  const first = await office.sign(await office.bundle(await office.compose(`Đã quyết định: ${TITLE}`), [long]));
  await office.decide(first, [{ redesign: long, outcome: 'approved' }]);
  await office.ask('reviewer', 'POST', `/submissions/${first.id}/effect`, { redesigns: [long] });
  const second = await office.sign(await office.bundle(await office.compose(`Đã ký: ${TITLE}`), [alsoLong]));
  const third = await office.bundle(await office.compose(TITLE), [short]);
  Object.assign(at, { decided: first.id, signed: second.id, drafting: third.id, dossier: await office.share(second, 'Khách (minh họa)') });
});
afterAll(() => desk.close());

/** One after another: they write to the same plan. */
async function inTurn(ids: readonly string[], act: (id: string) => Promise<string>): Promise<string[]> {
  const made: string[] = [];
  for (const id of ids) made.push(await act(id));
  return made;
}

/** From an empty page, since an address that differs only behind its number sign leaves the page as it is. */
async function go(path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(desk.system.origin + path);
}
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const dialog = () => page.getByRole('dialog').waitFor();
const tab = async (id: string, name: string) => {
  await go(`/to-trinh/${id}#${name}`);
  await page.getByRole('tabpanel').waitFor();
};
/** The server does not answer to these addresses while the screen is opened. */
const cutOff = async (addresses: string, open: () => Promise<unknown>) => {
  await page.route(addresses, (route) => route.abort());
  await open();
  await page.unroute(addresses);
};
const dossier = async (part: string) => {
  await go(`/ho-so#${at.dossier}`);
  await press(part);
};

const SCREENS: readonly Screen[] = [
  { name: 'submissions', open: async () => (await go('/to-trinh'), await page.getByRole('table').waitFor()) },
  {
    name: 'submissions, none in this state',
    open: async () => (await go('/to-trinh?trang-thai=withdrawn'), await heading(/Không có tờ trình/)),
  },
  { name: 'submissions, compose', open: async () => (await go('/to-trinh'), await press('Lập tờ trình…'), await dialog()) },
  { name: 'submission, drafting', open: async () => (await tab(at.drafting, 'phuong-an'), await page.getByRole('table').waitFor()) },
  {
    name: 'submission, proposals chosen',
    open: async () => (
      await tab(at.drafting, 'phuong-an'),
      await page.getByLabel('Chọn cả trang này').check(),
      await page.getByText('Đã chọn').waitFor()
    ),
  },
  {
    name: 'submission, adding',
    open: async () => (await tab(at.drafting, 'phuong-an'), await press('Thêm phương án…'), await dialog()),
  },
  {
    name: 'submission, letter unsaved',
    open: async () => (await tab(at.drafting, 'noi-dung'), await page.getByLabel('Trích yếu').fill('Chưa lưu (minh họa)')),
  },
  { name: 'submission, letter of a signed one', open: async () => (await tab(at.signed, 'noi-dung'), await heading('Tờ trình')) },
  {
    name: 'submission, pages of a draft',
    open: async () => (await tab(at.drafting, 'xem-trang'), await page.getByText('CỘNG HÒA').first().waitFor()),
  },
  {
    name: 'submission, pages of the annex',
    open: async () => (await tab(at.signed, 'xem-trang'), await press('Phụ lục'), await page.getByText('1.1. Nội dung').first().waitFor()),
  },
  { name: 'submission, files', open: async () => (await tab(at.signed, 'xuat-tep'), await page.getByText('Bảng so sánh').waitFor()) },
  {
    name: 'submission, no links yet',
    open: async () => (await tab(at.drafting, 'lien-ket'), await page.getByText('Chưa có liên kết').waitFor()),
  },
  { name: 'submission, links', open: async () => (await tab(at.signed, 'lien-ket'), await page.getByText('Đang mở được').waitFor()) },
  { name: 'submission, new link', open: async () => (await tab(at.signed, 'lien-ket'), await press('Tạo liên kết…'), await dialog()) },
  {
    name: 'submission, link shown once',
    open: async () => {
      await tab(at.signed, 'lien-ket');
      await press('Tạo liên kết…');
      await page.getByLabel('Dành cho ai').fill('Cơ quan kiểm soát thủ tục hành chính cấp tỉnh (minh họa)');
      await page.getByRole('dialog').getByRole('button', { name: 'Tạo liên kết' }).click();
      await page.getByText('Chép ngay').waitFor();
    },
  },
  { name: 'submission, no decision yet', open: async () => (await tab(at.drafting, 'quyet-dinh'), await heading('Chưa có quyết định')) },
  {
    name: 'submission, decision lacking everything',
    open: async () => (
      await tab(at.signed, 'quyet-dinh'),
      await press('Ghi quyết định'),
      await page.getByText(/^Còn \d+ chỗ chưa đủ/).waitFor()
    ),
  },
  {
    name: 'submission, approved in part',
    open: async () => {
      await tab(at.signed, 'quyet-dinh');
      await page.locator('[data-outcome]').first().selectOption({ label: 'Phê duyệt một phần' });
      await page.getByText(/Những thay đổi được phê duyệt/).waitFor();
    },
  },
  {
    name: 'submission, decided',
    open: async () => (await tab(at.decided, 'quyet-dinh'), await page.getByText('Đã thực thi').first().waitFor()),
  },
  {
    name: 'submission, actual results',
    open: async () => {
      await tab(at.decided, 'quyet-dinh');
      await press('Kết quả thực tế');
      await press('Nhập một kỳ…');
      await press(/^Lưu$/);
      await page.getByText('Ghi nguồn số liệu.').waitFor();
    },
  },
  { name: 'submission, history', open: async () => (await tab(at.decided, 'lich-su'), await page.getByText('Ký duyệt').first().waitFor()) },
  { name: 'recommendations', open: async () => (await go('/kien-nghi'), await page.getByText('Chưa gửi').nth(1).waitFor()) },
  {
    name: 'recommendations, a step lacking its day',
    open: async () => (
      await go('/kien-nghi'),
      await press(/^Ghi bước/),
      await press('Ghi bước này'),
      await page.getByText('Ghi ngày.').waitFor()
    ),
  },
  {
    name: 'recommendations, none in this state',
    open: async () => (await go('/kien-nghi?trang-thai=amended'), await heading(/Không có kiến nghị/)),
  },
  {
    name: 'procedure, revisions made by a decision',
    open: async () => (await go('/thu-tuc/1.008148#phien-ban'), await page.getByText('đang có hiệu lực').waitFor()),
  },
  {
    name: 'no such submission',
    open: async () => (await go('/to-trinh/khong-co'), await page.getByRole('main').getByRole('heading').first().waitFor()),
    failing: true,
  },
  {
    name: 'submission, proposals out of reach',
    open: () => cutOff('**/entries?*', async () => (await tab(at.drafting, 'phuong-an'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
  {
    name: 'submission, letter not saved',
    open: () =>
      cutOff(`**/api/submissions/${at.drafting}`, async () => {
        await page.unroute(`**/api/submissions/${at.drafting}`);
        await tab(at.drafting, 'noi-dung');
        await page.getByLabel('Trích yếu').fill('Không tới nơi (minh họa)');
        await page.route(`**/api/submissions/${at.drafting}`, (route) => route.abort());
        await press(/^Lưu/);
        await page.getByText(/Chưa lưu được/).waitFor();
      }),
    failing: true,
  },
  {
    name: 'submission, pages out of reach',
    open: () => cutOff('**/papers/*', async () => (await tab(at.drafting, 'xem-trang'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
  {
    name: 'submission, links out of reach',
    open: () => cutOff('**/links', async () => (await tab(at.signed, 'lien-ket'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
  {
    name: 'submission, history out of reach',
    open: () => cutOff('**/history', async () => (await tab(at.signed, 'lich-su'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
  { name: 'dossier, letter', open: async () => (await dossier('Tờ trình'), await page.getByText('CỘNG HÒA').first().waitFor()) },
  { name: 'dossier, annex', open: async () => (await dossier('Phụ lục'), await page.getByText('1.1. Nội dung').first().waitFor()) },
  { name: 'dossier, list', open: async () => (await dossier('Danh mục phương án'), await page.getByRole('table').waitFor()) },
  {
    name: 'dossier, one proposal',
    open: async () => (await dossier('Danh mục phương án'), await press(/^Cấp chính sách nội trú/), await heading('Thuộc thẩm quyền')),
  },
  { name: 'dossier, no token', open: async () => (await go('/ho-so'), await heading('Liên kết chưa đủ')) },
  {
    name: 'dossier, dead link',
    open: async () => (await go(`/ho-so#${'x'.repeat(43)}`), await heading('Không mở được hồ sơ')),
    failing: true,
  },
  {
    name: 'dossier, out of reach',
    open: () => cutOff('**/guest/dossier', async () => (await go(`/ho-so#${at.dossier}`), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
];

test.for(SCREENS)('“$name” is accessible, fits every window and complains of nothing', async (screen) => {
  expect(await faultsOf(screen)).toEqual([]);
});
