// A form of 300 fields in a real browser: marking one redraws what it changed and nothing else, however long the form is.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLE_NAME, TENANT } from '#functions/local/open-store.ts';
import { bringIntoScope } from '#functions/local/scope.ts';
import { createDocumentClient } from '#functions/store/client.ts';
import { createStores } from '#functions/store/stores.ts';
import { aField, aForm, aProcedure } from '../support/build.ts';
import { type EmbeddedStore, startEmbeddedStore } from '../support/embedded-store.ts';
import { aRevision, ruleV1 } from '../support/redesign.ts';
import { mark, openSheet, saved } from './acts.ts';
import { type Desk, openDesk, SPECIALIST } from './workspace.ts';

let store: EmbeddedStore;
let desk: Desk;
let page: Page;
beforeAll(async () => {
  store = await startEmbeddedStore();
  desk = await openDesk({ DYNAMODB_ENDPOINT: store.endpoint });
  await Promise.all([publish('9.000020', 20), publish('9.000300', 300)]);
  page = await desk.signIn(SPECIALIST);
});
afterAll(async () => {
  await desk.close();
  await store.stop();
});

async function publish(id: string, length: number): Promise<void> {
  const client = createDocumentClient({ endpoint: store.endpoint, region: 'local' });
  const fields = Array.from({ length }, (_, index) => aField({ id: `muc-${index + 1}`, label: `Thông tin thứ ${index + 1} (minh họa)` }));
  const revision = aRevision(aProcedure({ id, code: id, forms: [aForm({ fields })] }));
  const office = { id: 'quan-ly-chat-luong', name: 'Phòng Quản lý chất lượng (minh họa)' };
  const stores = createStores({ client, table: TABLE_NAME, tenant: TENANT });
  await stores.procedures.publish({ revision, office, rule: ruleV1() });
  await bringIntoScope(stores, await stores.plans.current(), ruleV1(), [{ procedure: revision.procedure, office: office.id }]);
  client.destroy();
}

/** How many changes of the page one mark makes, by where; saving included. */
async function changesOf(act: () => Promise<void>): Promise<{ otherRows: number; all: number }> {
  const watched = await page.evaluateHandle(() => {
    const seen = { otherRows: 0, all: 0 };
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        seen.all += 1;
        const row = element?.closest('.row');
        if (row && row.id !== 'row-muc-7') seen.otherRows += 1;
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    return { seen, observer };
  });
  await act();
  return watched.evaluate(({ seen, observer }) => {
    observer.disconnect();
    return seen;
  });
}

async function markOne(procedure: string): Promise<{ otherRows: number; all: number }> {
  await openSheet(page, procedure);
  await mark(page, 'Thông tin thứ 7 (minh họa)', 'g');
  return changesOf(async () => {
    await page.keyboard.press('b');
    await page.getByText('Bỏ hẳn', { exact: true }).first().waitFor();
    await saved(page);
  });
}

test('marking one of 300 fields changes no other row, and not more of the page than marking one of 20', async () => {
  const short = await markOne('9.000020');
  const long = await markOne('9.000300');
  expect(long.otherRows).toBe(0);
  expect(long.all).toBeGreaterThan(0);
  expect(long.all).toBeLessThanOrEqual(short.all + 10);
});
