import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDefinitions } from '#functions/local/load-definitions.ts';
import { seed, seededProcedure } from '#functions/local/seed.ts';
import type { Stores } from '#functions/store/stores.ts';
import { readDefinition } from '#procedures/definition/read-definition.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { COUNTING_RULES, countingRule } from '#procedures/redesign/counting-rules.ts';
import { aProcedure } from '../../support/build.ts';
import { openStores, startEmbeddedStore, type EmbeddedStore } from '../../support/embedded-store.ts';
import { temporaryFolder } from '../../support/local-system.ts';

const AT = '2026-01-08T01:41:00.000Z';
const [V1] = COUNTING_RULES;
if (!V1 || countingRule(DEMONSTRATION_PLAN.rule) !== V1) throw new Error('The demonstration plan counts by v1.');
const rule = V1;

describe('the definitions on file', () => {
  let engine: EmbeddedStore;
  let stores: Stores;
  let folder: string;
  let tenant = 0;

  beforeAll(async () => void (engine = await startEmbeddedStore()));
  afterAll(() => engine.stop());
  beforeEach(async () => {
    ({ stores } = await openStores(engine.endpoint, `t${++tenant}`));
    folder = await temporaryFolder();
  });

  const file = (name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content));
  const load = () => loadDefinitions(stores, folder, DEMONSTRATION_PLAN, rule, AT);
  const procedure = aProcedure({ id: 'mot' });

  it('become first revisions that name their file', async () => {
    await file('mot.json', procedure);
    expect(await load()).toEqual({ published: 1, refused: [] });
    const origin = 'Tệp định nghĩa mot.json';
    expect(await stores.procedures.revision('mot', 1)).toMatchObject({ number: 1, publishedAt: AT, origin, procedure });
    expect(await stores.procedures.count()).toBe(1);
  });

  it('that did not change publish nothing', async () => {
    await file('mot.json', procedure);
    await load();
    expect(await load()).toEqual({ published: 0, refused: [] });
  });

  it('that changed become the next revision; the earlier one stays as it was', async () => {
    await file('mot.json', procedure);
    await load();
    await file('mot.json', { ...procedure, name: 'Tên mới (minh họa)' });
    expect(await load()).toEqual({ published: 1, refused: [] });
    expect((await stores.procedures.head('mot'))?.row).toMatchObject({ revision: 2, name: 'Tên mới (minh họa)' });
    expect(await stores.procedures.revision('mot', 1)).toMatchObject({ procedure });
    expect(await stores.procedures.count()).toBe(1);
  });

  it('do not take back what a decision changed since', async () => {
    await file('mot.json', procedure);
    await load();
    const decided = { ...procedure, name: 'Tên theo quyết định (minh họa)' };
    const revision = { procedure: decided, number: 2, publishedAt: AT, publishedBy: 'Văn phòng Sở', origin: 'Quyết định (minh họa)' };
    await stores.procedures.publish({ revision, office: { id: 'van-phong', name: 'Văn phòng Sở' }, rule });
    expect(await load()).toEqual({ published: 0, refused: [] });
    expect((await stores.procedures.head('mot'))?.row.name).toBe(decided.name);
  });

  it('with mistakes are left out and told, while the others are loaded', async () => {
    await file('mot.json', procedure);
    await file('hai.json', { ...procedure, id: 'hai', name: '' });
    await writeFile(join(folder, 'ba.json'), '{ không phải JSON');
    const { published, refused } = await load();
    expect(published).toBe(1);
    expect(refused.map((one) => one.file)).toEqual(['ba.json', 'hai.json']);
    expect(refused.every(({ issues }) => issues.length > 0)).toBe(true);
  });

  it('share the forms that stand beside them', async () => {
    const [form] = procedure.forms;
    await mkdir(join(folder, 'forms'));
    await file('forms/don.json', form);
    await file('mot.json', { ...procedure, forms: [{ use: form?.id }] });
    expect(await load()).toEqual({ published: 1, refused: [] });
    expect(await stores.procedures.revision('mot', 1)).toMatchObject({ procedure: { forms: [form] } });
  });
});

describe('definitions on file and the plan', () => {
  let engine: EmbeddedStore;
  let stores: Stores;
  let folder: string;
  beforeAll(async () => {
    engine = await startEmbeddedStore();
    ({ stores } = await openStores(engine.endpoint));
    folder = await temporaryFolder();
  });
  afterAll(() => engine.stop());
  const write = (procedure: Procedure) => writeFile(join(folder, 'mot.json'), JSON.stringify(procedure));
  const load = () => loadDefinitions(stores, folder, DEMONSTRATION_PLAN, rule, AT);
  const line = () => stores.lines.read(DEMONSTRATION_PLAN.id, 'mot');
  const procedure = aProcedure({ id: 'mot' });

  it('bring what is new into scope, once: what people changed or took out stays so', async () => {
    await write(procedure);
    await load();
    const first = await line();
    expect(first).toMatchObject({ office: 'quan-ly-chat-luong', declared: 4, version: 1 });
    await stores.lines.save([{ from: first, to: first && { ...first, office: 'van-phong', version: 2 } }]);
    await load();
    expect(await line()).toMatchObject({ office: 'van-phong', version: 2 });
    await write({ ...procedure, name: 'Tên mới (minh họa)' });
    await load();
    expect(await line()).toMatchObject({ office: 'van-phong', procedureName: 'Tên mới (minh họa)', version: 3 });
    await stores.lines.save([{ from: await line(), to: null }]);
    await write({ ...procedure, name: 'Tên mới nữa (minh họa)' });
    await load();
    expect(await line()).toBeNull();
  });
});

describe('made-up procedures for trials', () => {
  it('are valid definitions and say that they are made up', () => {
    const made = seededProcedure(7);
    expect(readDefinition(made)).toEqual({ ok: true, procedure: made });
    expect(made.name).toContain('(minh họa)');
  });

  it('are counted, listed and readable like real ones', async () => {
    const engine = await startEmbeddedStore();
    const { stores } = await openStores(engine.endpoint);
    const steps: number[] = [];
    await seed(stores, 100, { plan: DEMONSTRATION_PLAN, rule, at: AT, onProgress: (done) => steps.push(done) });
    await seed(stores, 50, { plan: DEMONSTRATION_PLAN, rule, at: AT, startAt: 101 });
    expect(await stores.procedures.count()).toBe(150);
    expect(steps.at(-1)).toBe(100);
    expect((await stores.procedures.page({ limit: 200 })).rows).toHaveLength(150);
    expect(await stores.procedures.revision('minh-hoa-000150', 1)).toMatchObject({ procedure: seededProcedure(150) });
    await engine.stop();
  });
});
