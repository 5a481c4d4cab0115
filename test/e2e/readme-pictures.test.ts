// The pictures of the README that need a workspace in which people have been at work for a while; `PICTURES=1` takes them.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf, formatShortDay } from '#procedures/text/date.ts';
import { officeAt } from './dossier-acts.ts';
import { type LivedIn, liveIn } from './lived-in.ts';
import { overviewOf } from './overview-acts.ts';
import { onPaper, pages, picture } from './papers.ts';
import { button, go, tab } from './whole-way-acts.ts';
import { type Desk, openDesk, REVIEWER } from './workspace.ts';

describe.runIf(process.env['PICTURES'])('the README shows', () => {
  let desk: Desk;
  let page: Page;
  let at: LivedIn;
  beforeAll(async () => {
    desk = await openDesk();
    at = await liveIn(await officeAt(desk.system.origin));
    page = await desk.signIn(REVIEWER);
  });
  afterAll(() => desk.close());

  test('the overview of a plan under way', async () => {
    const { stages } = await overviewOf(page);
    expect(stages).toMatchObject({ 'Chờ thẩm định': 2, 'Trả lại': 1, 'Đã chấp nhận': 1, 'Trong tờ trình': 6, 'Đã thực thi': 2 });
    await picture(page, 'tong-quan', 1480);
  });

  test('the queue of the review', async () => {
    await go(page, '/tham-dinh');
    await page.getByRole('row').nth(12).waitFor();
    expect(await page.getByRole('row').count()).toBe(13);
    await picture(page, 'tham-dinh');
  });

  test('a submission as its pages', async () => {
    await go(page, `/to-trinh/${at.drafting}#xem-trang`);
    await onPaper(page, 'Tờ trình', 'Kính gửi');
    await pages(page, 'Tờ trình').nth(1).waitFor();
    expect(await pages(page, 'Tờ trình').first().innerText()).toContain('DỰ THẢO');
    await picture(page, 'to-trinh');
  });

  test('a decision that approves in part', async () => {
    await go(page, `/to-trinh/${at.signed}`);
    await tab(page, 'Quyết định');
    await page.getByLabel('Số, ký hiệu').fill('1234/QĐ-UBND (minh họa)');
    await page.getByLabel('Ngày quyết định').fill(formatShortDay(dayOf(new Date().toISOString())));
    await page.getByRole('combobox', { name: 'Tuyển sinh trung học phổ thông' }).selectOption({ label: 'Phê duyệt một phần' });
    await page
      .getByRole('group', { name: /Những thay đổi/ })
      .getByRole('checkbox')
      .nth(1)
      .uncheck();
    await page.getByLabel('Lý do chỉ phê duyệt một phần').fill('Còn cần khi xét tuyển (minh họa).');
    await page.getByLabel('Số, ký hiệu').focus();
    expect(await page.getByRole('group', { name: /Những thay đổi/ }).innerText()).toContain('(4/5)');
    await picture(page, 'quyet-dinh', 1330);
  });

  test('the dossier of a guest', async () => {
    await go(page, '/thu-tuc');
    await go(page, `/ho-so#${at.token}`);
    await onPaper(page, 'Tờ trình', 'Kính gửi');
    await button(page, 'Phụ lục').click();
    await onPaper(page, 'Phụ lục', '1.1. Nội dung đơn giản hóa');
    await pages(page, 'Phụ lục').nth(1).waitFor();
    expect(await pages(page, 'Phụ lục').first().innerText()).not.toContain('DỰ THẢO');
    await picture(page, 'ho-so');
  });
});
