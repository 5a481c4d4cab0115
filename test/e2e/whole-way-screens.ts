// Every screen that the whole way passes, as it stands at the end of the way and when its server does not answer.
import type { Page } from 'playwright-core';
import { line, showSheet } from './acts.ts';
import { type Screen, screenCheck } from './screen-check.ts';
import { button } from './whole-way-acts.ts';

/** Ids on the way: a procedure with its decided redesign, the one begun anew, the submission; and a guest's token. */
export type Passed = { procedure: string; decided: string; anew: string; submission: string; token: string };

const checks = new WeakMap<Page, ReturnType<typeof screenCheck>>();

/** Everything that is wrong with a screen on the page of a person, whose window then has its size again. */
export async function faultsOf(page: Page, screen: Screen): Promise<string[]> {
  const check = checks.get(page) ?? screenCheck(page);
  checks.set(page, check);
  const faults = await check(screen);
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** The same as the page stands now. */
export const faultsNow = (page: Page, name: string): Promise<string[]> =>
  faultsOf(page, { name, open: () => Promise.resolve(), failing: true });

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const text = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** A screen, and the same while the addresses of the server that match do not answer. */
type Pair = {
  name: string;
  path: string;
  there: (page: Page) => Promise<unknown>;
  without: string;
  told: (page: Page) => Promise<unknown>;
};
const UNREACHED = (page: Page) => heading(page, 'Không liên lạc được máy chủ');

const pairs = ({ procedure, decided, submission }: Passed): Pair[] => [
  {
    name: 'overview',
    path: '/tong-quan',
    there: (page) => heading(page, 'Chờ bạn'),
    without: '**/api/overview',
    told: UNREACHED,
  },
  {
    name: 'procedure',
    path: `/thu-tuc/${procedure}#phien-ban`,
    there: (page) => text(page, 'đang có hiệu lực'),
    without: `**/api/procedures/${procedure}`,
    told: UNREACHED,
  },
  {
    name: 'queue',
    path: '/tham-dinh',
    there: (page) => page.getByRole('table').waitFor(),
    without: '**/api/redesigns?*',
    told: UNREACHED,
  },
  {
    name: 'proposal',
    path: `/phuong-an/${decided}/1#bieu-mau`,
    there: (page) => page.getByRole('table').first().waitFor(),
    without: '**/comments',
    told: (page) => text(page, /Chưa tải được góp ý/),
  },
  {
    name: 'submissions',
    path: '/to-trinh',
    there: (page) => page.getByRole('table').waitFor(),
    without: '**/api/submissions*',
    told: UNREACHED,
  },
  {
    name: 'pages of the letter',
    path: `/to-trinh/${submission}#xem-trang`,
    there: (page) => text(page, 'CỘNG HÒA'),
    without: '**/papers/*',
    told: UNREACHED,
  },
  {
    name: 'decision',
    path: `/to-trinh/${submission}#quyet-dinh`,
    there: (page) => text(page, 'Đã thực thi'),
    without: '**/entries?*',
    told: (page) => heading(page, 'Mới tải được 0 phương án'),
  },
  {
    name: 'recommendations',
    path: '/kien-nghi',
    there: (page) => text(page, 'Chưa gửi'),
    without: '**/api/recommendations*',
    told: UNREACHED,
  },
];

/** On the page of the reviewer. */
export function reviewersScreens(page: Page, at: Passed): Screen[] {
  const both = pairs(at).flatMap(({ name, path, there, without, told }): Screen[] => [
    { name, open: async () => (await freshly(page, path), await there(page)) },
    {
      name: `${name}, out of reach`,
      open: async () => {
        await page.route(without, (route) => route.abort());
        await freshly(page, path);
        await told(page);
        await page.unroute(without);
      },
      failing: true,
    },
  ]);
  return [
    ...both,
    { name: 'dossier', open: async () => (await freshly(page, `/ho-so#${at.token}`), await text(page, 'CỘNG HÒA')) },
    {
      name: 'dossier, dead link',
      open: async () => (await freshly(page, `/ho-so#${'x'.repeat(43)}`), await heading(page, 'Không mở được hồ sơ')),
      failing: true,
    },
  ];
}

/** On the page of the specialist. */
export function specialistsScreens(page: Page, { anew }: Passed, field: string): Screen[] {
  return [
    { name: 'sheet', open: () => showSheet(page, anew) },
    {
      name: 'sheet, nothing to submit',
      open: async () => (await button(page, 'Trình…').click(), await text(page, 'Chưa có thay đổi nào để trình.')),
    },
    {
      name: 'sheet, not saved',
      open: async () => {
        await showSheet(page, anew);
        await page.route('**/edits', (route) => route.abort());
        await line(page, field).click();
        await page.keyboard.press('t');
        await text(page, /^Chưa lưu/);
      },
      failing: true,
    },
  ];
}

/** Even where only what stands behind the number sign differs. */
async function freshly(page: Page, path: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(origin + path);
}
