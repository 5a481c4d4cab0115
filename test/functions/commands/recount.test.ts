import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keysOf } from '#functions/store/keys.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { submitted } from '../../support/submitting.ts';
import { OFFICE, openWorkspace, type Workspace } from '../../support/workspace.ts';

const PLAN = DEMONSTRATION_PLAN.id;
let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
  await submitted(workspace);
});
afterAll(() => workspace.close());

/** On the table of the workspace, while it is open. */
function recount(words: readonly string[] = [], more: NodeJS.ProcessEnv = {}): Promise<{ status: number; out: string; err: string }> {
  const env = {
    ...process.env,
    TABLE: workspace.table,
    TENANT: 'khanh-hoa',
    AWS_REGION: 'local',
    DYNAMODB_ENDPOINT: workspace.endpoint,
    ...more,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['functions/cli.ts', 'recount', ...words], { env }, (error, out, err) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, out, err });
    });
  });
}
const count = () =>
  workspace.client.send(
    new UpdateCommand({
      TableName: workspace.table,
      Key: keysOf('khanh-hoa').totals(PLAN, OFFICE.id),
      UpdateExpression: 'ADD #name :by',
      ExpressionAttributeNames: { '#name': 'proposed.meets' },
      ExpressionAttributeValues: { ':by': 2 },
    }),
  );
const newest = async () => (await workspace.stores.history.page({ plan: PLAN })).events[0];

describe('tinhgon recount', () => {
  test('says that everything agrees, and stands in the history', async () => {
    const { status, out } = await recount();
    expect({ status, out: out.trim() }).toEqual({
      status: 0,
      out: `Đối chiếu ${DEMONSTRATION_PLAN.name}: 1 thủ tục, 1 bản tái cấu trúc; khớp hết.`,
    });
    expect(await newest()).toMatchObject({ action: 'recount', plan: PLAN, by: { name: 'tinhgon recount' }, about: out.trim() });
  });

  test('names every difference with both numbers and ends with 1; --repair mends it', async () => {
    await count();
    const told = await recount();
    expect(told.status).toBe(1);
    expect(told.out.trim().split('\n')).toEqual([
      `Tổng số của phòng ${OFFICE.id} (chưa sửa):`,
      '  đã trình: số thủ tục đạt chỉ tiêu: đang ghi 3, đúng ra 1',
      expect.stringContaining('1 chỗ lệch, chưa sửa (thêm --repair để sửa).'),
    ]);
    const mended = await recount(['--repair']);
    expect(mended.status).toBe(0);
    expect(mended.out).toContain('(đã sửa)');
    expect(mended.out).toContain('1 chỗ lệch, đã sửa 1.');
    expect((await recount()).out).toContain('khớp hết');
  });

  test('asks for a plan that there is', async () => {
    expect(await recount(['--plan', 'khong-co'])).toMatchObject({
      status: 1,
      err: expect.stringContaining('Không có kế hoạch “khong-co”'),
    });
    const folder = await mkdtemp(join(tmpdir(), 'tinhgon-'));
    const local = { TABLE: '', TENANT: '', DYNAMODB_ENDPOINT: '' };
    expect((await recount(['--data', folder], local)).err).toContain('chưa có kế hoạch nào');
  });
});
