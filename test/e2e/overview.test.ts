// The overview moves with the work; the plan is set and its figures entered without code; every number of a report leads to its procedures.
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodAt } from '#procedures/plan/period.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { dayOf } from '#procedures/text/date.ts';
import { COPY_OF_DEGREE, edit, openSheet, send, stored } from './acts.ts';
import { keyboardOf } from './keyboard-acts.ts';
import { type Desk, openDesk, REVIEWER, SPECIALIST } from './workspace.ts';

const ADMIN = 'Người quản trị (minh họa)';
const NAME = 'Cấp bản sao văn bằng, chứng chỉ từ sổ gốc';
/** Two of the 36 fields of that procedure. */
const CUT = ['gioi-tinh-nguoi-nop', 'gioi-tinh-chu-van-bang'];
/** The work of this test is done in it. */
const QUARTER = periodAt(dayOf(new Date().toISOString()), 'quarter');
const OWN_TARGET = 'Giao dịch thanh toán trực tuyến năm 2026 (minh họa)';

let desk: Desk;
let specialist: Page;
let reviewer: Page;
beforeAll(async () => {
  desk = await openDesk();
  specialist = await desk.signIn(SPECIALIST);
  reviewer = await desk.signIn(REVIEWER, '/');
});
afterAll(() => desk.close());

const go = (page: Page, path: string) => page.goto(desk.system.origin + path);
const tile = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^\\d+ ${name}`) });
const countIn = async (page: Page, name: string) => Number((await tile(page, name).locator('strong').innerText()).replaceAll('.', ''));
const card = (page: Page, title: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const panelOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });
const again = async (page: Page) => {
  await Promise.all([page.waitForResponse('**/api/overview'), page.getByRole('button', { name: 'Tính lại' }).click()]);
};
const plan = async () =>
  ((await (await reviewer.request.get(`${desk.system.origin}/api/plans/ke-hoach-minh-hoa`)).json()) as { plan: Plan }).plan;

describe('the overview', () => {
  test('is where everyone begins', async () => {
    await reviewer.getByRole('heading', { name: 'Chỉ tiêu của kế hoạch' }).waitFor();
    expect(new URL(reviewer.url()).pathname).toBe('/tong-quan');
    expect(await reviewer.getByRole('link', { name: 'Tổng quan' }).getAttribute('aria-current')).toBe('page');
  });

  test('moves when a proposal is submitted, and again when it is accepted', async () => {
    const pooled = card(reviewer, 'Cắt giảm thông tin phải khai báo, tính gộp');
    expect(await pooled.innerText()).toContain('0,00%');
    const [waiting, none] = [await countIn(reviewer, 'Chờ thẩm định'), await countIn(reviewer, 'Chưa mở')];

    const id = await submitted(specialist, COPY_OF_DEGREE);
    await again(reviewer);
    await expect.poll(() => countIn(reviewer, 'Chờ thẩm định')).toBe(waiting + 1);
    expect(await countIn(reviewer, 'Chưa mở')).toBe(none - 1);
    expect(await pooled.innerText()).toMatch(/Gộp riêng thủ tục đã trình: 5,56% \(2\/36 mục\)/);
    expect(await panelOf(reviewer, 'Theo phòng').innerText()).toMatch(/5,56% · 0\/1/);
    const mine = panelOf(reviewer, 'Chờ bạn').getByRole('link', { name: NAME });
    expect(await mine.getAttribute('href')).toBe(`/phuong-an/${id}/1`);

    const { version } = await stored(reviewer, id);
    const answer = await send(reviewer, `/api/redesigns/${id}/accept`, undefined, version);
    expect(answer.status()).toBe(200);
    await again(reviewer);
    await expect.poll(() => countIn(reviewer, 'Đã chấp nhận')).toBe(1);
    expect(await countIn(reviewer, 'Chờ thẩm định')).toBe(waiting);
    await panelOf(reviewer, 'Chờ bạn').getByRole('link', { name: 'Đã chấp nhận, chờ đưa vào tờ trình' }).waitFor();
  });

  test('asks the server once, whatever it shows', async () => {
    const asked: string[] = [];
    reviewer.on('request', (request) => void (request.url().includes('/api/') && asked.push(new URL(request.url()).pathname)));
    await go(reviewer, '/tong-quan');
    await reviewer.getByRole('heading', { name: 'Chờ bạn' }).waitFor();
    await reviewer.waitForLoadState('networkidle');
    reviewer.removeAllListeners('request');
    expect(asked.toSorted()).toEqual(['/api/overview', '/api/session']);
  });

  test('has a table with the same figures behind every chart', async () => {
    const offices = panelOf(reviewer, 'Theo phòng');
    await offices.getByRole('button', { name: /Xem bảng/ }).click();
    const row = offices.getByRole('row', { name: /Phòng Quản lý chất lượng/ });
    expect((await row.getByRole('cell').allInnerTexts()).slice(1, 6)).toEqual(['1', '36', '34', '5,56%', '0']);
    await offices.getByRole('button', { name: /Xem biểu đồ/ }).click();
    await offices.getByRole('list').waitFor();
  });
});

describe('the plan', () => {
  test('takes a target of 2025–2026 without code; its figure is entered, and a quoted one that differs is flagged', async () => {
    await go(reviewer, '/ke-hoach');
    await addTarget(reviewer, { name: OWN_TARGET, threshold: '70', comparator: 'trên (>)' });
    await reviewer.getByRole('button', { name: 'Lưu kế hoạch' }).click();
    await reviewer.getByText('Có thay đổi chưa lưu').waitFor({ state: 'detached' });
    expect((await plan()).targets.at(-1)).toMatchObject({ name: OWN_TARGET, metric: 'entered', comparator: 'moreThan', threshold: 7000 });

    await reviewer.getByRole('tab', { name: 'Số liệu theo kỳ' }).click();
    await reviewer.getByRole('button', { name: `Nhập ${OWN_TARGET}, Quý III` }).click();
    const form = reviewer.getByRole('form', { name: new RegExp(OWN_TARGET.slice(0, 40)) });
    await form.getByLabel('Tử số').fill('7.060');
    await form.getByRole('button', { name: 'Lưu số liệu' }).click();
    await form.getByText('Nhập cả tử số và mẫu số').waitFor();
    await form.getByLabel('Mẫu số').fill('10.000');
    await form.getByLabel('Tỷ lệ như báo cáo ghi').fill('72,5');
    await form.getByText('khác tỷ lệ được ghi').waitFor();
    await form.getByLabel('Nguồn').fill('Báo cáo của cổng dịch vụ công (minh họa)');
    await form.getByRole('button', { name: 'Lưu số liệu' }).click();
    await form.waitFor({ state: 'detached' });

    await go(reviewer, '/tong-quan');
    const text = await card(reviewer, OWN_TARGET).innerText();
    expect(text).toContain('70,60%');
    expect(text).toContain('> 70% · Quý III năm');
    expect(text.split('\n')).toContain('đạt');
    expect(text).toContain('72,50%, khác số tính được 70,60%');
    expect(text).toContain('Nguồn: Báo cáo của cổng dịch vụ công (minh họa)');
  });

  test('keeps what is typed over a reload, and when somebody else saves first', async () => {
    await go(reviewer, '/ke-hoach');
    const name = reviewer.getByLabel('Tên kế hoạch');
    await name.fill('Kế hoạch của tôi (minh họa)');
    await reviewer.getByText('Có thay đổi chưa lưu').waitFor();
    await reviewer.reload();
    await reviewer.getByText('Đã lấy lại nội dung gõ dở').waitFor();
    expect(await name.inputValue()).toBe('Kế hoạch của tôi (minh họa)');

    const admin = await desk.signIn(ADMIN, '/ke-hoach');
    const note = 'Ghi chú của người quản trị (minh họa)';
    await admin.getByLabel('Ghi chú').fill(note);
    await admin.getByRole('button', { name: 'Lưu kế hoạch' }).click();
    await admin.getByText('Có thay đổi chưa lưu').waitFor({ state: 'detached' });

    await reviewer.getByRole('button', { name: 'Lưu kế hoạch' }).click();
    const theirs = reviewer.getByRole('alert').filter({ hasText: 'Kế hoạch vừa được người khác lưu' });
    expect(await theirs.innerText()).toContain(ADMIN);
    expect(await name.inputValue()).toBe('Kế hoạch của tôi (minh họa)');
    await theirs.getByRole('button', { name: 'Lưu bản của tôi thay vào' }).click();
    await theirs.waitFor({ state: 'detached' });
    await expect.poll(async () => (await plan()).name).toBe('Kế hoạch của tôi (minh họa)');
  });

  test('gives many procedures a deadline at once; the overview names them when it is near', async () => {
    await go(reviewer, '/ke-hoach?loc=none#thu-tuc');
    await reviewer.getByRole('searchbox').fill('van bang chung chi');
    const rows = reviewer.getByRole('row').filter({ has: reviewer.getByRole('checkbox', { name: /^Chọn (?!tất cả)/ }) });
    await expect.poll(() => rows.count()).toBeGreaterThan(1);
    const count = await rows.count();
    await reviewer.getByRole('checkbox', { name: /^Chọn tất cả/ }).click();
    await reviewer.getByRole('button', { name: 'Đặt phòng, hạn, mức…' }).click();
    const dialog = reviewer.getByRole('dialog');
    await dialog.getByLabel(/^Hạn trình \(/).fill('31/2/2026');
    await dialog.getByRole('button', { name: /^Lưu/ }).click();
    await dialog.getByText('Nhập ngày như 31/12/2026.').waitFor();
    await dialog.getByLabel(/^Hạn trình \(/).fill(tomorrow());
    await dialog.getByLabel('Mức cắt dự kiến, %').fill('27,5');
    await dialog.getByRole('button', { name: `Lưu ${count} thủ tục` }).click();
    await expect.poll(() => rows.filter({ hasText: 'còn 1 ngày' }).count()).toBe(count);
    expect(await rows.first().innerText()).toContain('27,50%');

    await go(reviewer, '/tong-quan');
    const soon = panelOf(reviewer, 'Hạn trình sắp tới').getByRole('listitem');
    await expect.poll(() => soon.count()).toBe(Math.min(count, 6));
    expect(await soon.first().innerText()).toContain('còn 1 ngày');
  });

  test('shows what somebody else has changed meanwhile, line by line, and overwrites nothing', async () => {
    await go(reviewer, '/ke-hoach#thu-tuc');
    await reviewer.getByRole('searchbox').fill(NAME);
    const row = reviewer.getByRole('row', { name: new RegExp(NAME) });
    await row.getByRole('button', { name: 'Sửa' }).click();
    const { line, path } = await lineOf(COPY_OF_DEGREE);
    const put = await reviewer.request.put(path, { data: { office: line.office, expectedCut: 3000 }, headers: headersAt(line.version) });
    expect(put.status()).toBe(200);
    await reviewer.getByRole('dialog').getByLabel('Mức cắt dự kiến, %').fill('40');
    await reviewer.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();
    const told = reviewer.getByRole('alert').filter({ hasText: '1 thủ tục chưa làm được' });
    expect(await told.innerText()).toContain(NAME);
    expect(await row.innerText()).toContain('30%');
    await told.getByRole('button', { name: 'Đã đọc' }).click();
  });

  test('lets a procedure go and takes it in again, unless it is under way', async () => {
    await go(reviewer, '/ke-hoach#thu-tuc');
    await reviewer.getByRole('searchbox').fill('3.000466');
    const row = reviewer.getByRole('row').filter({ hasText: '3.000466' });
    await row.getByRole('checkbox').click();
    await reviewer.getByRole('button', { name: 'Đưa ra khỏi kế hoạch…' }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: 'Đưa ra 1 thủ tục' }).click();
    await row.waitFor({ state: 'detached' });
    await reviewer.getByRole('button', { name: 'Thêm thủ tục…' }).first().click();
    const dialog = reviewer.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /3\.000466/ }).click();
    await dialog.getByRole('button', { name: 'Thêm 1 thủ tục' }).click();
    await row.waitFor();

    await reviewer.getByRole('searchbox').fill(NAME);
    await reviewer
      .getByRole('row', { name: new RegExp(NAME) })
      .getByRole('checkbox')
      .click();
    await reviewer.getByRole('button', { name: 'Đưa ra khỏi kế hoạch…' }).click();
    await dialog.getByText('1 thủ tục đang có bản tái cấu trúc nên ở lại trong kế hoạch.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Đưa ra 0 thủ tục' }).isDisabled()).toBe(true);
    await reviewer.keyboard.press('Escape');
  });

  test('of the next year begins as a copy of this one, without its procedures', async () => {
    await go(reviewer, '/ke-hoach');
    await reviewer.getByRole('button', { name: 'Lập kế hoạch mới…' }).click();
    const dialog = reviewer.getByRole('dialog');
    await dialog.getByLabel('Tên kế hoạch').fill('Kế hoạch năm sau (minh họa)');
    await dialog.getByRole('button', { name: 'Lập kế hoạch' }).click();
    await reviewer.getByRole('heading', { name: 'Kế hoạch năm sau (minh họa)' }).waitFor();
    await reviewer.getByText(OWN_TARGET).first().waitFor();
    expect(await reviewer.getByText('0 thủ tục', { exact: true }).count()).toBe(1);
    await reviewer.getByRole('tab', { name: 'Thủ tục trong kế hoạch' }).click();
    await reviewer.getByRole('heading', { name: 'Kế hoạch chưa có thủ tục nào' }).waitFor();
  });

  test('is read by a specialist, with the reason why nothing can be changed', async () => {
    await go(specialist, '/ke-hoach');
    await specialist.getByText('Chỉ Văn phòng Sở, quản trị được lập và sửa kế hoạch.').waitFor();
    expect(await specialist.getByRole('button', { name: /Lưu kế hoạch|Thêm chỉ tiêu|Lập kế hoạch/ }).count()).toBe(0);
  });
});

describe('a report', () => {
  test('has numbers that lead to the procedures behind them', async () => {
    await go(reviewer, `/bao-cao?ky=${QUARTER}`);
    const table = reviewer.getByRole('region', { name: 'Thủ tục, lũy kế đến hết kỳ' });
    const number = table.getByRole('link', { name: /^Đã chấp nhận, Cộng/ });
    const [count] = (await number.innerText()).match(/\d+/) ?? [];
    await number.click();
    await reviewer.getByRole('heading', { name: 'TTHC đã có phương án được chấp nhận' }).waitFor();
    const rows = reviewer.getByRole('table').getByRole('row');
    expect(await rows.count()).toBe(Number(count) + 1);
    expect(await rows.nth(1).innerText()).toContain(NAME);
    await reviewer.getByRole('link', { name: /^Báo cáo: / }).click();
    await table.waitFor();
  });

  test('is of the period that is chosen, and says when it is not over', async () => {
    await reviewer.getByText('Kỳ chưa kết thúc').waitFor();
    await reviewer.getByLabel('Kỳ', { exact: true }).selectOption({ label: 'Quý I năm 2026' });
    await reviewer.getByText('Quý I năm 2026 (từ 01/01/2026 đến 31/03/2026)').waitFor();
    const table = reviewer.getByRole('region', { name: 'Thủ tục, lũy kế đến hết kỳ' });
    expect(await table.getByRole('link', { name: /^Đã trình/ }).count()).toBe(0);
  });

  test('leaves as Word and Excel with the same figures', async () => {
    await go(reviewer, '/bao-cao?ky=2026');
    const word = await lettersOf(reviewer, /^Word/, '.docx');
    expect(word).toContain('Số liệu định kỳ thực hiện kế hoạch');
    expect(word).toContain('70,60%');
    expect(await lettersOf(reviewer, /^Excel/, '.xlsx')).toContain('Phòng Quản lý chất lượng');
  });

  test('is not for specialists: not in the menu, and refused in words', async () => {
    await go(specialist, '/tong-quan');
    expect(await specialist.getByRole('link', { name: 'Báo cáo' }).count()).toBe(0);
    await go(specialist, '/bao-cao');
    await specialist.getByText('Chỉ Văn phòng Sở, lãnh đạo Sở, quản trị được xem báo cáo.').waitFor();
  });
});

test('a target is entered by keyboard alone, from the menu to the saved plan', async () => {
  await go(reviewer, '/tong-quan');
  await reviewer.getByRole('heading', { name: 'Chờ bạn' }).waitFor();
  const { press, tabTo } = keyboardOf(reviewer);
  await tabTo(/^Kế hoạch$/);
  await reviewer.keyboard.press('Enter');
  await reviewer.getByRole('tab', { name: /^Chỉ tiêu/ }).waitFor();
  await tabTo(/^Tới nội dung chính$/);
  await reviewer.keyboard.press('Enter');
  await tabTo(/^\+ Thêm chỉ tiêu$/);
  await reviewer.keyboard.press('Enter');
  await expect.poll(() => reviewer.evaluate(() => document.activeElement?.localName)).toBe('select');
  await press('Tab');
  await reviewer.keyboard.type('Thời gian giải quyết (minh họa)');
  await press('Tab', 'Tab');
  await reviewer.keyboard.type('50');
  await press('Tab');
  await reviewer.keyboard.type('2024');
  await reviewer.keyboard.press('Enter');
  await expect.poll(() => reviewer.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await reviewer.keyboard.type('Nghị quyết (minh họa)');
  await tabTo(/^Lưu kế hoạch$/);
  await reviewer.keyboard.press('Enter');
  await reviewer.getByText('Có thay đổi chưa lưu').waitFor({ state: 'detached' });
  expect((await plan()).targets.at(-1)).toMatchObject({ name: 'Thời gian giải quyết (minh họa)', threshold: 5000, baseYear: 2024 });
});

async function submitted(page: Page, procedure: string): Promise<string> {
  const id = await openSheet(page, procedure);
  const why = { ground: 'necessity', reason: 'Không dùng khi quyết định (minh họa).', authority: 'decide' } as const;
  const { version } = await edit(
    page,
    id,
    CUT.map((element) => ({ kind: 'mark', element, mark: { treatment: 'remove', ...why } })),
  );
  const answer = await send(page, `/api/redesigns/${id}/submit`, undefined, version);
  if (answer.status() !== 201) throw new Error(await answer.text());
  return id;
}

async function addTarget(
  page: Page,
  { name, threshold, comparator }: { name: string; threshold: string; comparator: string },
): Promise<void> {
  await page.getByRole('button', { name: '+ Thêm chỉ tiêu' }).click();
  const form: Locator = page.getByRole('group').last();
  await form.getByLabel('Tên chỉ tiêu').fill(name);
  await form.getByLabel('So sánh').selectOption({ label: comparator });
  await form.getByLabel('Mức, %').fill(threshold);
  await form.getByLabel('Nguồn').fill('Kế hoạch năm 2026 của tỉnh (minh họa)');
}

type Line = { procedure: string; office: string; version: number };
async function lineOf(procedure: string): Promise<{ line: Line; path: string }> {
  const lines = `${desk.system.origin}/api/plans/ke-hoach-minh-hoa/lines`;
  const { rows } = (await (await reviewer.request.get(`${lines}?limit=500`)).json()) as { rows: Line[] };
  const line = rows.find((one) => one.procedure === procedure);
  if (line === undefined) throw new Error(`${procedure} is not in scope.`);
  return { line, path: `${lines}/${procedure}` };
}
const headersAt = (version: number) => ({ origin: desk.system.origin, 'if-match': `"${version}"` });

/** Tomorrow in Vietnam, as people write it. */
function tomorrow(): string {
  const [year, month, day] = new Date(Date.now() + (7 + 24) * 3_600_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

async function lettersOf(page: Page, name: RegExp, ending: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()]);
  expect(download.suggestedFilename()).toContain(ending);
  const parts = unzipSync(await readFile(await download.path()));
  return Object.values(parts)
    .map((part) => strFromU8(part).replaceAll(/<[^>]+>/g, ''))
    .join('\n');
}
