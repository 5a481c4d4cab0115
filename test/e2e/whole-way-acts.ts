// The steps of the whole way as people take them on the screens: submit, return, bundle, sign off, decide, put into effect.
import type { Locator, Page } from 'playwright-core';
import { pick, saved, showSheet } from './acts.ts';
import { dense } from './papers.ts';

export const LEADER = 'Lãnh đạo Sở (minh họa)';

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
const dialog = (page: Page): Locator => page.getByRole('dialog');
export const tab = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('tab', { name }).click();
export const go = async (page: Page, path: string): Promise<void> => void (await page.goto(new URL(path, page.url()).href));

/** Begins a redesign from the page of its procedure. Returns its id. */
export async function beginFrom(page: Page, procedure: string, declared: number): Promise<string> {
  await go(page, `/thu-tuc/${procedure}`);
  await button(page, 'Bắt đầu tái cấu trúc').click();
  await page.getByText(`${declared}/${declared} còn khai`).first().waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Freezes and submits what the sheet shows. Returns the hash that is shown. */
export async function submit(page: Page, redesign: string): Promise<string> {
  await showSheet(page, redesign);
  await button(page, 'Trình…').click();
  await button(page, 'Chốt và trình').click();
  await dialog(page).getByRole('link', { name: 'Mở phương án đã trình' }).waitFor();
  return dense(await dialog(page).locator('code').textContent());
}

/** Why the chosen elements go, typed into the panel: within the power of the province. */
export async function giveReason(panel: Locator, reason: string): Promise<void> {
  await pick(panel.getByLabel(/^Căn cứ/), /Không cần|cần thiết/u);
  await panel.getByLabel(/^Lý do/).fill(reason);
  await pick(panel.getByLabel(/^Thẩm quyền/), 'Quyết định (thuộc thẩm quyền tỉnh)');
  await saved(panel.page());
}

/** The open proposal of a procedure in the queue. */
export const queued = (page: Page, name: string): Locator => page.getByRole('row', { name: new RegExp(name) });

/** From the queue to the proposal. */
export async function openProposal(page: Page, name: string): Promise<void> {
  await go(page, '/tham-dinh');
  await queued(page, name).getByRole('link').click();
  await page.getByRole('tab', { name: /^Nội dung đơn giản hóa/ }).waitFor();
}

/** Accepts the proposal that is open. */
export async function accept(page: Page): Promise<void> {
  await button(page, 'Chấp nhận').click();
  await page.getByText('Đã chấp nhận phương án.').waitFor();
}

/** Composes a submission with everything that is accepted. Returns its id. */
export async function composeOf(page: Page, title: string, proposals: number): Promise<string> {
  await go(page, '/to-trinh');
  await button(page, 'Lập tờ trình…').click();
  await dialog(page).getByLabel('Tên tờ trình').fill(title);
  await dialog(page).getByRole('button', { name: 'Lập tờ trình' }).click();
  await button(page, 'Thêm phương án…').click();
  await dialog(page).getByLabel(`Chọn cả ${proposals} phương án đang hiện`).check();
  await dialog(page)
    .getByRole('button', { name: `Thêm ${proposals} phương án` })
    .click();
  await dialog(page).waitFor({ state: 'detached' });
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
