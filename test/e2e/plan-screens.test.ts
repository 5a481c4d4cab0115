// Overview, plan and reports with the longest real names, in every state and when something fails.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanLine } from '#procedures/plan/line.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { edit, openSheet, send } from './acts.ts';
import { type Screen, screenCheck } from './screen-check.ts';
import { type Desk, openDesk, OTHER_SPECIALIST, REVIEWER } from './workspace.ts';

/** The longest names of real procedures with a form; the second is handed in, the first is not. */
const [BEGUN, HANDED_IN] = ['1.008148', '2.001959'];
const WHY = { ground: 'necessity', reason: 'Không dùng khi quyết định (minh họa).', authority: 'decide' } as const;
const LONG_SOURCE = 'Báo cáo tình hình, kết quả giải quyết thủ tục hành chính trên môi trường điện tử của cơ quan một cửa (minh họa)';
const PLAN = '/api/plans/ke-hoach-minh-hoa';

let desk: Desk;
let page: Page;
let faultsOf: ReturnType<typeof screenCheck>;

beforeAll(async () => {
  desk = await openDesk();
  const specialist = await desk.signIn(OTHER_SPECIALIST);
  for (const procedure of [BEGUN, HANDED_IN]) {
    const id = await openSheet(specialist, procedure);
    const fields = ['noi-tru-noi-cap', 'noi-tru-khoa-hoc', 'noi-tru-khoa-quan-ly'];
    const { version } = await edit(
      specialist,
      id,
      fields.map((element) => ({ kind: 'mark', element, mark: { treatment: 'remove', ...WHY } })),
    );
    if (procedure === HANDED_IN) await send(specialist, `/api/redesigns/${id}/submit`, undefined, version);
  }
  page = await desk.signIn(REVIEWER);
  await fill();
  faultsOf = screenCheck(page);
});
afterAll(() => desk.close());

/** Deadlines of every kind, dossiers, figures of both kinds with and without a mismatch. */
async function fill(): Promise<void> {
  const { plan } = await read<{ plan: Plan }>(PLAN);
  for (const target of plan.targets) {
    const figure = target.metric === 'entered' ? { numerator: 412, denominator: 1000, quoted: 4520 } : { quoted: 2341 };
    await put(`${PLAN}/targets/${target.id}/figures/2026`, { ...figure, source: LONG_SOURCE, version: 0 });
    if (target.threshold === 3500) break;
  }
  const { rows } = await read<{ rows: PlanLine[] }>(`${PLAN}/lines?limit=500`);
  for (const [index, line] of rows.filter(({ declared }) => declared > 5).entries()) {
    const days = [-14, 0, 7, 60][index % 4] ?? 0;
    const deadline = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const settings = { office: line.office, deadline, expectedCut: 2750, dossiersPerYear: 1200 * (index + 1), dossiersSource: LONG_SOURCE };
    await put(`${PLAN}/lines/${line.procedure}`, settings, line.version);
  }
}
const read = async <Body>(path: string) => (await (await page.request.get(desk.system.origin + path)).json()) as Body;
async function put(path: string, data: unknown, version?: number): Promise<void> {
  const headers = { origin: desk.system.origin, ...(version !== undefined && { 'if-match': `"${version}"` }) };
  const answer = await page.request.put(desk.system.origin + path, { data, headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
}

const go = (path: string) => page.goto(desk.system.origin + path);
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const dialog = () => page.getByRole('dialog').waitFor();
const overview = async () => (await go('/tong-quan'), await heading('Chờ bạn'));
const plan = async (part: string) => {
  await go('/thu-tuc');
  await go(`/ke-hoach${part}`);
  await page.getByRole('tabpanel').waitFor();
};
const lines = async (filter = '') => (await plan(`${filter}#thu-tuc`), await page.getByRole('table').waitFor());
const report = async (query = '?ky=2026') => (await go(`/bao-cao${query}`), await page.getByRole('table').first().waitFor());
/** The server does not answer to these addresses while the screen is opened. */
const cutOff = async (addresses: string, open: () => Promise<unknown>) => {
  await page.route(addresses, (route) => route.abort());
  await open();
  await page.unroute(addresses);
};

const SCREENS: readonly Screen[] = [
  { name: 'overview', open: overview },
  {
    name: 'overview, tables',
    open: async () => {
      await overview();
      for (const chart of ['Chỉ tiêu của kế hoạch', 'Đường đi của phương án', 'Theo phòng']) await press(new RegExp(`^Xem bảng.*${chart}`));
    },
  },
  {
    name: 'overview out of reach',
    open: () => cutOff('**/api/overview', async () => (await go('/tong-quan'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
  { name: 'plan, targets', open: () => plan('') },
  {
    name: 'plan, targets not right',
    open: async () => {
      await plan('');
      await press(/^Sửa chỉ tiêu 2/);
      await press('+ Thêm chỉ tiêu');
      await press('Lưu kế hoạch');
      await page.getByText('Đặt tên để biết số liệu nào phải nhập.').waitFor();
    },
  },
  {
    name: 'plan, targets not saved',
    open: async () => {
      await plan('');
      await press('Bỏ thay đổi');
      await page.getByLabel('Tên kế hoạch').fill('Kế hoạch khác (minh họa)');
      await cutOff('**/api/plans/*', async () => (await press('Lưu kế hoạch'), await page.getByText('Chưa lưu được').waitFor()));
    },
    failing: true,
  },
  {
    name: 'plan, saved by somebody else',
    open: async () => {
      await plan('');
      await page.getByLabel('Tên kế hoạch').fill('Kế hoạch của tôi (minh họa)');
      const { plan: there } = await read<{ plan: Plan }>(PLAN);
      await put(PLAN, { ...there, note: 'Người khác ghi (minh họa)' }, there.version);
      await press('Lưu kế hoạch');
      await heading('Kế hoạch vừa được người khác lưu');
    },
    failing: true,
  },
  {
    name: 'plan, new',
    open: async () => {
      await plan('');
      await press('Lập kế hoạch mới…');
      await dialog();
    },
  },
  { name: 'plan, procedures', open: () => lines() },
  {
    name: 'plan, procedures without a match',
    open: async () => (
      await lines(),
      await page.getByRole('searchbox').fill('không có thủ tục này'),
      await heading('Không có thủ tục nào khớp')
    ),
  },
  {
    name: 'plan, procedures chosen',
    open: async () => (
      await lines('?loc=qua-han'),
      await page.getByRole('checkbox').first().click(),
      await page.getByText(/^Đã chọn/).waitFor()
    ),
  },
  { name: 'plan, setting many', open: async () => (await press('Đặt phòng, hạn, mức…'), await dialog()) },
  {
    name: 'plan, setting one, not right',
    open: async () => {
      await lines();
      await press(/^Sửa /);
      await dialog();
      await page
        .getByRole('dialog')
        .getByLabel(/^Hạn trình \(/)
        .fill('ngày mai');
      await page.getByRole('dialog').getByRole('button', { name: /^Lưu/ }).click();
      await page.getByText('Nhập ngày như 31/12/2026.').waitFor();
    },
  },
  {
    name: 'plan, adding',
    open: async () => (
      await lines(),
      await press('Thêm thủ tục…'),
      await dialog(),
      await page.getByText(/Mọi thủ tục của danh mục/).waitFor()
    ),
  },
  {
    name: 'plan, taking out',
    open: async () => {
      await lines();
      await page.getByRole('checkbox').first().click();
      await press('Đưa ra khỏi kế hoạch…');
      await dialog();
    },
  },
  {
    name: 'plan, procedures out of reach',
    open: () => cutOff('**/api/plans/*/lines?*', async () => (await plan('#thu-tuc'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
  { name: 'plan, figures', open: async () => (await plan('#so-lieu'), await page.getByRole('table').first().waitFor()) },
  {
    name: 'plan, a figure not right',
    open: async () => {
      await plan('#so-lieu');
      await press(/^Sửa /);
      await page.getByRole('form').getByLabel('Mẫu số').fill('0');
      await press('Lưu số liệu');
      await page.getByText('Mẫu số phải lớn hơn 0.').waitFor();
    },
  },
  { name: 'plan, rule', open: async () => (await plan('#quy-tac'), await heading(/^Quy tắc đếm thông tin/)) },
  { name: 'report', open: () => report() },
  { name: 'report of a quarter without work', open: () => report('?ky=2026-Q1') },
  {
    name: 'report, behind a number',
    open: async () => (
      await report(),
      await page
        .getByRole('link', { name: /^Trong kế hoạch, Cộng/ })
        .first()
        .click(),
      await heading('TTHC trong kế hoạch')
    ),
  },
  {
    name: 'report, nothing behind a number',
    open: async () => (
      await go('/bao-cao/thu-tuc?mau=so-lieu-dinh-ky&ky=2026&so-lieu=inEffect.byEnd.count'),
      await heading(/^Không có thủ tục nào/)
    ),
  },
  {
    name: 'report, no such number',
    open: async () => (await go('/bao-cao/thu-tuc?mau=so-lieu-dinh-ky&ky=2026&so-lieu=khong-co'), await heading('Không tìm thấy')),
    failing: true,
  },
  {
    name: 'report out of reach',
    open: () => cutOff('**/api/reports/*', async () => (await go('/bao-cao'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
];

test.for(SCREENS)('“$name” is accessible, fits every window and complains of nothing', async (screen) => {
  expect(await faultsOf(screen)).toEqual([]);
});
