import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionDigest } from '#functions/store/digest.ts';
import { CursorError, ImmutableError, StaleError, StoredItemError, TooLargeError } from '#functions/store/errors.ts';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { aProcedure, aStep } from '../../support/build.ts';
import { openStores, startEmbeddedStore, type EmbeddedStore } from '../../support/embedded-store.ts';
import { aRevision, ruleV1 } from '../../support/redesign.ts';

const OFFICE = { id: 'quan-ly-chat-luong', name: 'Phòng Quản lý chất lượng (minh họa)' };

let server: EmbeddedStore;
let opened: Awaited<ReturnType<typeof openStores>>;
beforeAll(async () => {
  server = await startEmbeddedStore();
  opened = await openStores(server.endpoint);
});
afterAll(() => server.stop());

/** Stores of a tenant of its own, so that tests do not count each other's procedures. */
const storesOf = async (tenant: string) => (await openStores(server.endpoint, tenant)).stores;
const publication = (procedure: Procedure, number = 1) => ({
  revision: { ...aRevision(procedure), number },
  office: OFFICE,
  rule: ruleV1(),
});

describe('a published revision', () => {
  it('comes back letter for letter', async () => {
    const { procedures } = opened.stores;
    const procedure = aProcedure({ id: '1.1', name: 'Cấp bản sao “Ấ” <b>& (minh họa)' });
    await procedures.publish(publication(procedure));
    expect(await procedures.revision('1.1', 1)).toEqual(aRevision(procedure));
    expect(await (await storesOf('khanh-hoa')).procedures.revision('1.1', 1)).toEqual(aRevision(procedure));
  });

  it('can not be overwritten', async () => {
    const { procedures } = opened.stores;
    await procedures.publish(publication(aProcedure({ id: '1.2' })));
    await expect(procedures.publish(publication(aProcedure({ id: '1.2', name: 'Khác (minh họa)' })))).rejects.toThrow(ImmutableError);
    await expect(procedures.publishFirst([publication(aProcedure({ id: '1.2' }))])).rejects.toThrow(ImmutableError);
    expect((await procedures.revision('1.2', 1))?.procedure.name).toBe('Cấp bản sao (minh họa)');
  });

  it('follows the one before it without a gap', async () => {
    const { procedures } = opened.stores;
    await procedures.publish(publication(aProcedure({ id: '1.3' })));
    await expect(procedures.publish(publication(aProcedure({ id: '1.3' }), 3))).rejects.toThrow(StaleError);
    await procedures.publish(publication(aProcedure({ id: '1.3', name: 'Tên mới (minh họa)' }), 2));
    expect((await procedures.head('1.3'))?.row).toMatchObject({ revision: 2, name: 'Tên mới (minh họa)' });
    expect((await procedures.revisions('1.3')).map(({ number }) => number)).toEqual([2, 1]);
  });

  it('is listed with the decision that made it, where one did', async () => {
    const { procedures } = opened.stores;
    const first = publication(aProcedure({ id: '1.99' }));
    const decision = {
      number: '1234/QĐ-UBND (minh họa)',
      date: '2026-09-05',
      authority: 'Chủ tịch Ủy ban nhân dân tỉnh (minh họa)',
      effectiveFrom: '2026-10-01',
      submission: 'to-trinh-1',
      redesign: 'ban-1',
      proposal: 2,
      hash: 'a'.repeat(64),
    };
    await procedures.publish(first);
    await procedures.publish({ ...first, revision: { ...first.revision, number: 2, decision } });
    expect((await procedures.revisions('1.99')).map(({ decision: made }) => made)).toEqual([decision, undefined]);
  });

  it('is published once by two who do it at the same time', async () => {
    const { procedures } = opened.stores;
    await procedures.publish(publication(aProcedure({ id: '1.4' })));
    const second = aProcedure({ id: '1.4', name: 'Lần hai (minh họa)' });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => procedures.publish(publication(second, 2))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await procedures.head('1.4'))?.row.revision).toBe(2);
  });

  it('of more than 390 kB is refused before anything is sent', async () => {
    const steps = Array.from({ length: 110 }, (_, index) => aStep({ id: `buoc-${index}`, text: 'á'.repeat(2_000) }));
    await expect(opened.stores.procedures.publish(publication(aProcedure({ id: '1.5', steps })))).rejects.toThrow(TooLargeError);
    expect(await opened.stores.procedures.head('1.5')).toBeNull();
  });

  it('tells by its digest that its content is the same, whatever the order of keys', async () => {
    const { procedures } = opened.stores;
    const procedure = aProcedure({ id: '1.6' });
    await procedures.publish(publication(procedure));
    const shuffled = Object.fromEntries(Object.entries(procedure).toReversed()) as Procedure;
    expect((await procedures.head('1.6'))?.digest).toBe(await definitionDigest(shuffled));
    expect((await procedures.head('1.6'))?.digest).not.toBe(await definitionDigest({ ...procedure, note: 'Khác' }));
  });
});

describe('the catalogue', () => {
  it('comes in pages by office and Vietnamese name, each procedure once, and is counted without reading it', async () => {
    const { procedures } = await storesOf('trang');
    const names = ['Đăng ký', 'Cấp đổi', 'Dự tuyển', 'Ăn trưa', 'An toàn'];
    await procedures.publishFirst(names.map((name, index) => publication(aProcedure({ id: `2.${index}`, name: `${name} (minh họa)` }))));
    const first = await procedures.page({ limit: 2 });
    const second = await procedures.page({ limit: 2, after: first.next ?? '' });
    const third = await procedures.page({ limit: 2, after: second.next ?? '' });
    const listed = [first, second, third].flatMap(({ rows }) => rows.map(({ name }) => name.replace(' (minh họa)', '')));
    expect(listed).toEqual(['An toàn', 'Ăn trưa', 'Cấp đổi', 'Dự tuyển', 'Đăng ký']);
    expect(third.next).toBeNull();
    expect(await procedures.count()).toBe(5);
  });

  it('shows what the newest revision declares and lacks', async () => {
    const { procedures } = await storesOf('dong');
    await procedures.publish(publication(aProcedure({ id: '2.9' })));
    const { rows } = await procedures.page({ limit: 10 });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: '2.9', declared: 4, hasForm: true, revision: 1, office: OFFICE.id, officeName: OFFICE.name });
    expect(rows[0]?.gaps).toBeGreaterThan(0);
    expect(rows[0]).not.toHaveProperty('redesign');
  });

  it.each(['Ố', '語', '😀', '#'])('orders names of 2,000 characters (%s)', async (letter) => {
    const { procedures } = await storesOf(`dai-${letter}`);
    const name = letter.repeat(2_000 / letter.length);
    await procedures.publishFirst(['2.10', '2.11'].map((id) => publication(aProcedure({ id, name }))));
    const first = await procedures.page({ limit: 1 });
    const second = await procedures.page({ limit: 1, after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(['2.10', '2.11']);
  });

  it('refuses a page mark that it never gave out', async () => {
    await expect(opened.stores.procedures.page({ limit: 10, after: 'không phải' })).rejects.toThrow(CursorError);
  });

  it('keeps the departments of two provinces apart', async () => {
    const [one, other] = [await storesOf('tinh-a'), await storesOf('tinh-b')];
    await one.procedures.publish(publication(aProcedure({ id: '2.11' })));
    expect(await other.procedures.head('2.11')).toBeNull();
    expect(await other.procedures.count()).toBe(0);
    expect((await other.procedures.page({ limit: 10 })).rows).toEqual([]);
  });
});

describe('a first load', () => {
  it('of a hundred procedures goes in a few transactions and counts each once', async () => {
    const { procedures } = await storesOf('nhieu');
    await procedures.publishFirst(Array.from({ length: 100 }, (_, index) => publication(aProcedure({ id: `3.${index}` }))));
    expect(await procedures.count()).toBe(100);
  });
});

describe('a stored item that no longer fits its schema', () => {
  it('says where, instead of coming back half', async () => {
    const { client, table, stores } = opened;
    const body = JSON.stringify({ ...aRevision(), number: 'một' });
    await client.send(new PutCommand({ TableName: table, Item: { pk: 'T#khanh-hoa#PROCEDURE#4.1', sk: 'REVISION#000001', body } }));
    const reading = stores.procedures.revision('4.1', 1);
    await expect(reading).rejects.toThrow(StoredItemError);
    await expect(reading).rejects.toThrow(/PROCEDURE#4\.1\/REVISION#000001.* number/);
  });
});
