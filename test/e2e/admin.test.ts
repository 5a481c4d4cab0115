// Quản trị: people come and go, lists change from a day on, and everything stands in the journal.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COPY_OF_DEGREE, mark, openSheet, panel, saved, stored } from './acts.ts';
import { sitDown } from './by-keyboard.ts';
import { ADMIN, type Desk, openDesk, REVIEWER, SPECIALIST } from './workspace.ts';

const NEWCOMER = 'Lê Thị Mới (minh họa)';
const OFFICE = 'Phòng Quản lý chất lượng (minh họa)';

let desk: Desk;
let admin: Page;
beforeAll(async () => {
  desk = await openDesk();
  admin = await desk.signIn(ADMIN, '/quan-tri');
});
afterAll(() => desk.close());

const go = async (page: Page, path: string, title: string) => {
  await page.goto(desk.system.origin + path);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
};
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const box = (page: Page, name: string) => page.getByRole('textbox', { name });

test('a person is entered by keyboard alone, signs in by the address, works, leaves, and can do nothing more in the tab that is still open', async () => {
  const hands = await sitDown(desk, ADMIN);
  await hands.press(hands.page.getByRole('link', { name: 'Quản trị', exact: true }));
  await hands.page.getByRole('heading', { name: 'Người dùng', level: 1 }).waitFor();
  await hands.press(hands.page.getByRole('button', { name: 'Thêm người…' }));
  await hands.write(box(hands.page, 'Họ tên'), NEWCOMER);
  await hands.press(hands.page.getByRole('button', { name: 'Lưu' }));
  await expect.poll(() => box(hands.page, 'Thư điện tử').getAttribute('aria-invalid')).toBe('true');
  await hands.write(box(hands.page, 'Thư điện tử'), 'Moi@Example.vn');
  await hands.choose(hands.page.getByLabel('Phòng', { exact: true }), new RegExp(OFFICE.replaceAll(/[()]/g, '.'), 'u'));
  await hands.press(hands.page.getByRole('button', { name: 'Lưu' }));
  await hands.page.getByText(`Đã lưu ${NEWCOMER}.`).waitFor();
  await hands.page.getByText('Chưa đăng nhập lần nào').waitFor();
  await hands.kept();

  const newcomer = await desk.signIn(NEWCOMER);
  const id = await openSheet(newcomer, COPY_OF_DEGREE);
  await mark(newcomer, 'Giới tính người nộp', 'b');
  await saved(newcomer);
  const before = await stored(newcomer, id);

  await go(admin, '/quan-tri/nguoi-dung', 'Người dùng');
  await press(admin, `Ngừng… ${NEWCOMER}`);
  await admin.getByRole('dialog').getByText('kể cả ở những trang đang mở').waitFor();
  await admin.getByRole('dialog').getByRole('button', { name: 'Ngừng sử dụng' }).click();
  await admin.getByText(`${NEWCOMER} đã ngừng sử dụng.`).waitFor();

  await mark(newcomer, 'Thông tin khác', 'b');
  await newcomer.getByRole('alert').getByText('Tài khoản này đã ngừng sử dụng.').first().waitFor();
  expect((await newcomer.request.get(`${desk.system.origin}/api/procedures`)).status()).toBe(403);
  const reviewer = await desk.signIn(REVIEWER);
  expect(await stored(reviewer, id)).toMatchObject({ version: before.version, marks: before.marks, updatedBy: NEWCOMER });
  await newcomer.goto(`${desk.system.origin}/tai-cau-truc/${id}`);
  await newcomer.getByText('Tài khoản này đã ngừng sử dụng.').waitFor();
  await newcomer.getByRole('link', { name: 'Đăng nhập bằng tài khoản khác' }).click();
  await newcomer.getByRole('heading', { name: 'Chọn người dùng' }).waitFor();
  expect(await newcomer.getByRole('button', { name: NEWCOMER }).count()).toBe(0);

  await press(admin, /^Đã ngừng/);
  await press(admin, `Dùng lại… ${NEWCOMER}`);
  await admin.getByRole('dialog').getByRole('button', { name: 'Dùng lại' }).click();
  await admin.getByText(`${NEWCOMER} dùng lại được.`).waitFor();
  const back = await desk.signIn(NEWCOMER, `/tai-cau-truc/${id}`);
  await mark(back, 'Thông tin khác', 'b');
  await saved(back);
});

test('nobody takes the own right to administer away, and an address belongs to one person', async () => {
  await go(admin, '/quan-tri/nguoi-dung', 'Người dùng');
  const own = admin.getByRole('row', { name: new RegExp('Người quản trị', 'u') });
  expect(await own.getByRole('button', { name: /Ngừng/ }).count()).toBe(0);
  await own.getByRole('button', { name: /Sửa/ }).click();
  expect(await admin.getByLabel('Vai trò').isDisabled()).toBe(true);
  await admin.getByText('do một người quản trị khác thay đổi').waitFor();
  await admin.keyboard.press('Escape');
  await press(admin, 'Thêm người…');
  await box(admin, 'Họ tên').fill('Người thứ hai (minh họa)');
  await box(admin, 'Thư điện tử').fill('MOI@example.VN');
  await press(admin, 'Lưu');
  await admin.getByRole('dialog').getByText(`Thư điện tử này đã là của ${NEWCOMER}.`).first().waitFor();
  expect(await box(admin, 'Họ tên').inputValue()).toBe('Người thứ hai (minh họa)');
  await admin.keyboard.press('Escape');
});

test('two administrators at one person: whoever comes later sees what is there, keeps what was typed, and chooses', async () => {
  const other = await desk.signIn(ADMIN, '/quan-tri/nguoi-dung');
  await go(admin, '/quan-tri/nguoi-dung', 'Người dùng');
  for (const page of [admin, other]) await press(page, `Sửa… ${NEWCOMER}`);
  await other.getByLabel('Vai trò').selectOption({ label: 'Lãnh đạo Sở' });
  await press(other, 'Lưu');
  await other.getByText(`Đã lưu ${NEWCOMER}.`).waitFor();
  await box(admin, 'Họ tên').fill('Lê Thị Mới Hơn (minh họa)');
  await press(admin, 'Lưu');
  const alert = admin.getByRole('alert');
  await alert.getByText('vừa sửa người này').waitFor();
  expect(await alert.innerText()).toContain('lãnh đạo sở');
  expect(await box(admin, 'Họ tên').inputValue()).toBe('Lê Thị Mới Hơn (minh họa)');
  await press(admin, 'Lưu bản của tôi thay vào');
  await admin.getByText('Đã lưu Lê Thị Mới Hơn (minh họa).').waitFor();
});

test('a ground that the office enters from today on can be cited at once; what is typed survives a reload and another’s save', async () => {
  await go(admin, '/quan-tri/can-cu', 'Căn cứ');
  await admin.getByText('danh mục đi kèm phần mềm').waitFor();
  await press(admin, 'Lập danh mục từ ngày khác');
  await press(admin, '+ Thêm căn cứ');
  await box(admin, 'Ký hiệu ngắn').fill('KH-mới');
  await box(admin, 'Dẫn trong văn bản').fill('Kế hoạch của Sở (minh họa)');
  await box(admin, 'Cho phép điều gì').fill('Không hỏi lại điều Sở đã biết (minh họa).');
  await admin.reload();
  await admin.getByText('Đã lấy lại nội dung gõ dở').first().waitFor();
  await press(admin, /KH-mới/);
  await press(admin, 'Lưu danh mục');
  await admin.getByText('Nhập nơi lấy').waitFor();
  await box(admin, 'Nguồn').last().fill('Văn bản của Sở (minh họa)');

  const other = await desk.signIn(ADMIN, '/quan-tri/can-cu');
  await press(other, 'Lập danh mục từ ngày khác');
  await press(other, /^Bỏ căn cứ: NĐ278/);
  await press(other, 'Lưu danh mục');
  await other.getByText('Đã lưu danh mục căn cứ.').waitFor();

  await press(admin, 'Lưu danh mục');
  const alert = admin.getByRole('alert');
  await alert.getByText('vừa lưu danh mục').waitFor();
  expect(await alert.innerText()).toContain('thêm “KH-mới”, “NĐ278”');
  await press(admin, 'Lưu bản của tôi thay vào');
  await admin.getByText('Đã lưu bản của bạn.').waitFor();
  await admin.getByText('20 căn cứ').waitFor();

  const specialist = await desk.signIn(SPECIALIST);
  await openSheet(specialist, COPY_OF_DEGREE);
  await mark(specialist, 'Ngày sinh người nộp', 'b');
  await panel(specialist).getByLabel('Căn cứ').selectOption({ label: 'KH-mới · Kế hoạch của Sở (minh họa)' });
  await panel(specialist).getByText('Không hỏi lại điều Sở đã biết (minh họa).').waitFor();
});

test('an office that is renamed is called so everywhere; a letterhead from a day on is shown as it prints', async () => {
  await go(admin, '/quan-tri/co-quan', 'Cơ quan, phòng');
  await box(admin, 'Tên phòng 3').fill('Phòng Kế hoạch và Tài chính (minh họa)');
  await press(admin, '+ Mẫu từ ngày khác');
  await box(admin, 'Dùng từ ngày').fill('31/02/2027');
  await box(admin, 'Cơ quan ban hành').fill('SỞ MỚI (MINH HỌA)');
  await press(admin, 'Lưu');
  await admin.getByText('Nhập ngày bắt đầu dùng').waitFor();
  await box(admin, 'Dùng từ ngày').fill('01/07/2027');
  await admin.getByRole('figure').getByText('SỞ MỚI (MINH HỌA)').first().waitFor();
  await press(admin, 'Lưu');
  await admin.getByText('Đã lưu.').waitFor();
  await press(admin, 'Từ 01/07/2027');
  expect(await box(admin, 'Cơ quan ban hành').inputValue()).toBe('SỞ MỚI (MINH HỌA)');
  await press(admin, 'Từ đầu');
  expect(await box(admin, 'Cơ quan ban hành').inputValue()).toBe('SỞ GIÁO DỤC VÀ ĐÀO TẠO');
  await go(admin, '/quan-tri/nguoi-dung', 'Người dùng');
  await press(admin, 'Thêm người…');
  await admin.getByRole('option', { name: 'Phòng Kế hoạch và Tài chính (minh họa)' }).waitFor({ state: 'attached' });
});

test('the journal is narrowed by who, what and refusals, each view an address; reading and exporting it stand in it', async () => {
  const specialist = await desk.signIn(SPECIALIST);
  await specialist.goto(`${desk.system.origin}/quan-tri/nguoi-dung`);
  await specialist.getByText('Chỉ quản trị được xem danh sách người dùng.').waitFor();
  expect(await specialist.getByRole('link', { name: 'Quản trị', exact: true }).count()).toBe(0);

  const reviewer = await desk.signIn(REVIEWER, '/quan-tri');
  await reviewer.getByRole('heading', { name: 'Nhật ký', level: 1 }).waitFor();
  const lines = () => reviewer.getByRole('main').getByRole('listitem');
  await reviewer.getByLabel('Chỉ việc bị từ chối').check();
  await expect.poll(() => new URL(reviewer.url()).searchParams.get('tu-choi')).toBe('1');
  await expect.poll(async () => (await lines().allInnerTexts()).every((text) => text.includes('Bị từ chối'))).toBe(true);
  await lines().filter({ hasText: 'Chỉ quản trị được xem danh sách người dùng.' }).first().waitFor();
  await lines().filter({ hasText: 'Tài khoản này đã ngừng sử dụng.' }).first().waitFor();

  await reviewer.getByRole('link', { name: 'Bỏ lọc' }).click();
  await expect.poll(() => new URL(reviewer.url()).searchParams.get('tu-choi')).toBe(null);
  await reviewer.getByLabel('Việc', { exact: true }).selectOption({ label: 'Sửa danh mục và tham số' });
  await lines().filter({ hasText: 'thêm “KH-mới”' }).first().waitFor();
  await reviewer.getByRole('link', { name: ADMIN }).first().click();
  await expect.poll(() => new URL(reviewer.url()).searchParams.get('nguoi')).toBe('minh-hoa-quan-tri');
  await reviewer.reload();
  await lines().filter({ hasText: 'thêm “KH-mới”' }).first().waitFor();

  const [file] = await Promise.all([reviewer.waitForEvent('download'), press(reviewer, 'Xuất Excel tháng này')]);
  expect(file.suggestedFilename()).toMatch(/^Nhật ký tháng 20\d\d-\d\d\.xlsx$/);
  await reviewer.getByRole('link', { name: 'Bỏ lọc' }).click();
  await lines().filter({ hasText: 'Xuất nhật ký' }).first().waitFor();
  await lines().filter({ hasText: 'Xem nhật ký' }).first().waitFor();
});
