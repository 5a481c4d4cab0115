// The screens of reviewing and of working together, with the longest real names, in every state and when something fails.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedStore, startEmbeddedStore } from '../support/embedded-store.ts';
import { line, mark, panel, saved, showSheet, edit } from './acts.ts';
import { publishNext } from './publish-next.ts';
import { act, begin, enter, propose, removed, say } from './review-acts.ts';
import { type Screen, screenCheck } from './screen-check.ts';
import { type Desk, openDesk, OTHER_SPECIALIST, REVIEWER } from './workspace.ts';

/** The two longest names among the procedures of one office that have a form, one whose form is long, one that is short. */
const [LONGEST, ALMOST, LONG_FORM, SHORT] = ['1.008148', '2.001959', '2.002770', '2.002854'];
const COLLEAGUE = 'Công Tằng Tôn Nữ Thị Minh Hoạ (minh họa)';
const NOTE = 'Đề nghị nêu rõ vì sao vẫn hỏi mục này trong khi đã có trong cơ sở dữ liệu quốc gia về dân cư (minh họa).';

let store: EmbeddedStore;
let desk: Desk;
let page: Page;
let specialist: Page;
let colleague: Page;
let ofReviewer: ReturnType<typeof screenCheck>;
let ofSpecialist: ReturnType<typeof screenCheck>;
/** Ids of redesigns: resubmitted after a return, waiting, returned, whose definition has moved on. */
const at = { resubmitted: '', waiting: '', returned: '', superseded: '' };

beforeAll(async () => {
  store = await startEmbeddedStore();
  desk = await openDesk({ DYNAMODB_ENDPOINT: store.endpoint });
  const admin = await desk.signIn('Người quản trị (minh họa)');
  specialist = await desk.signIn(OTHER_SPECIALIST);
  await enter(admin, { name: COLLEAGUE, email: 'minh-hoa@minh-hoa.example', role: 'specialist', office: 'gdtrh-gdtx' });
  [page, colleague] = await Promise.all([desk.signIn(REVIEWER), desk.signIn(COLLEAGUE)]);

  at.resubmitted = await propose(specialist, LONGEST, [removed('noi-tru-noi-cap'), removed('noi-tru-khoa-hoc'), removed('giay-to-02')]);
  await say(page, at.resubmitted, NOTE, 'noi-tru-ngay-sinh');
  await say(page, at.resubmitted, `Chung: ${NOTE}`);
  await act(page, at.resubmitted, 'return', {});
  await edit(specialist, at.resubmitted, [removed('noi-tru-ngay-sinh'), { kind: 'unmark', element: 'noi-tru-khoa-hoc' }]);
  await act(specialist, at.resubmitted, 'submit');
  at.waiting = await propose(specialist, ALMOST, [removed(await field(ALMOST, 0))]);
  at.returned = await propose(specialist, SHORT, [removed(await field(SHORT, 0)), removed(await field(SHORT, 1))]);
  await say(page, at.returned, NOTE, await field(SHORT, 0));
  await say(page, at.returned, `Chung: ${NOTE}`);
  await act(page, at.returned, 'return', {});
  at.superseded = await begin(specialist, LONG_FORM);
  await edit(specialist, at.superseded, [removed(await field(LONG_FORM, 0)), removed(await field(LONG_FORM, 1))]);
  const gone = await field(LONG_FORM, 1);
  await publishNext(store.endpoint, LONG_FORM, (procedure) => ({
    ...procedure,
    forms: procedure.forms.map((form) => ({ ...form, fields: form.fields.filter(({ id }) => id !== gone) })),
  }));
  [ofReviewer, ofSpecialist] = [screenCheck(page), screenCheck(specialist)];
});
afterAll(async () => {
  await desk.close();
  await store.stop();
});

/** From an empty page, since an address that differs only behind its number sign leaves the page as it is. */
async function go(path: string, on = page): Promise<void> {
  await on.goto('about:blank');
  await on.goto(desk.system.origin + path);
}
const heading = (name: string | RegExp, on = page) => on.getByRole('heading', { name }).first().waitFor();
const press = (name: string | RegExp, on = page) => on.getByRole('button', { name }).first().click();
const dialog = (on = page) => on.getByRole('dialog').waitFor();
/** The server does not answer to these addresses while the screen is opened. */
const cutOff = async (addresses: string, open: () => Promise<unknown>, on = page) => {
  await on.route(addresses, (route) => route.abort());
  await open();
  await on.unroute(addresses);
};

const queue = async (search = '') => {
  await go(`/tham-dinh${search}`);
  await page.getByRole('row').nth(1).waitFor();
};
const chooseTwo = async () => {
  await queue();
  await page.getByRole('row').nth(1).getByRole('checkbox').check();
  await page
    .getByRole('row')
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
};
const proposal = async (tab: string, [id, number] = [at.resubmitted, 2]) => {
  await go(`/phuong-an/${id}/${number}#${tab}`);
  await page.getByRole('tabpanel').waitFor();
  await page.waitForLoadState('networkidle');
};
const compared = async (left: string, right: string) => {
  await go(`/so-sanh?trai=${left}&phai=${right}`);
  await page
    .getByText('Số liệu hai bên')
    .or(page.getByRole('region', { name: 'Số liệu hai bên' }))
    .first()
    .waitFor();
};

const OF_REVIEWER: readonly Screen[] = [
  { name: 'queue', open: () => queue() },
  { name: 'queue, narrowed', open: async () => (await queue('?gop-y=1'), await press('Lọc thêm')) },
  { name: 'queue, a percentage that is none', open: () => queue('?cat-tu=nhieu') },
  { name: 'queue, nothing matches', open: async () => (await go('/tham-dinh?tim=khong-co'), await heading('Không có phương án nào khớp')) },
  { name: 'queue, two chosen', open: chooseTwo },
  { name: 'queue, accepting', open: async () => (await chooseTwo(), await press(/^Chấp nhận…/), await dialog()) },
  { name: 'queue, keys', open: async () => (await queue(), await page.keyboard.press('?'), await dialog()) },
  {
    name: 'queue out of reach',
    open: () => cutOff('**/api/redesigns?*', async () => (await go('/tham-dinh'), await heading('Không liên lạc được máy chủ'))),
    failing: true,
  },
  ...['noi-dung', 'bieu-mau', 'khac-lan-truoc', 'day-du', 'quy-tac', 'lich-su'].map((id) => ({
    name: `proposal with talk, ${id}`,
    open: () => proposal(id),
  })),
  {
    name: 'proposal without talk, sheets side by side',
    open: async () => (await proposal('bieu-mau'), await press('Đóng góp ý')),
  },
  {
    name: 'proposal, talk about a field',
    open: async () => (await proposal('bieu-mau'), await page.locator('[data-talk]').nth(3).click()),
  },
  { name: 'proposal, an older one', open: () => proposal('noi-dung', [at.resubmitted, 1]) },
  {
    name: 'proposal, cannot be accepted any more',
    open: async () => (await proposal('noi-dung', [at.returned, 1]), await page.getByRole('button', { name: 'Chấp nhận' }).focus()),
  },
  { name: 'proposal, returning', open: async () => (await proposal('noi-dung'), await press('Trả lại…'), await dialog()) },
  {
    name: 'proposal, accepting with open comments',
    open: async () => (await proposal('noi-dung'), await press('Chấp nhận'), await dialog()),
  },
  {
    name: 'proposal, returning without a comment',
    open: async () => (await proposal('noi-dung', [at.waiting, 1]), await press('Trả lại…'), await dialog()),
  },
  {
    name: 'proposal, a comment that does not arrive',
    open: async () => {
      await proposal('noi-dung', [at.waiting, 1]);
      await cutOff('**/comments', async () => {
        await page.getByRole('textbox').first().fill(NOTE);
        await press('Gửi góp ý');
        await page.getByRole('alert').waitFor();
      });
    },
    failing: true,
  },
  {
    name: 'proposal, comments out of reach',
    open: () => cutOff('**/comments', async () => (await proposal('noi-dung'), await page.getByText('Chưa tải được góp ý.').waitFor())),
    failing: true,
  },
  {
    name: 'proposal, comparison out of reach',
    open: () =>
      cutOff('**/comparison*', async () => (await proposal('khac-lan-truoc'), await page.getByText('Chưa so sánh được').waitFor())),
    failing: true,
  },
  { name: 'comparison, to be chosen', open: async () => (await go('/so-sanh'), await heading('Chọn hai bên để so sánh')) },
  { name: 'comparison of two proposals of one redesign', open: () => compared(`${at.resubmitted}/1`, `${at.resubmitted}/2`) },
  { name: 'comparison with the definition in force', open: () => compared('hien-hanh', `${at.resubmitted}/2`) },
  { name: 'comparison of two procedures', open: () => compared(`${at.waiting}/1`, `${at.resubmitted}/2`) },
  {
    name: 'comparison out of reach',
    open: () =>
      cutOff('**/comparison*', async () => {
        await go(`/so-sanh?trai=${at.waiting}/1&phai=${at.resubmitted}/2`);
        await page.getByText('Chưa so sánh được').waitFor();
      }),
    failing: true,
  },
  {
    name: 'comparison with what is not there',
    open: async () => (await go(`/so-sanh?trai=khong-co/1&phai=${at.resubmitted}/2`), await page.getByText('Chưa so sánh được').waitFor()),
    failing: true,
  },
  {
    name: 'queue, putting into a tờ trình',
    open: async () => {
      await act(page, at.waiting, 'accept');
      await queue('?trang-thai=accepted');
      await page.getByRole('row').nth(1).getByRole('checkbox').check();
      await press(/^Đưa vào tờ trình…/);
      await page.getByRole('radio').first().waitFor();
    },
  },
];

const sheet = async (id: string) => {
  await specialist.goto('about:blank');
  await specialist.goto(`${desk.system.origin}/tai-cau-truc`);
  await showSheet(specialist, id);
};
/** The colleague has the same sheet open and writes on it. */
const besideColleague = async () => {
  await showSheet(colleague, at.returned);
  await mark(colleague, await label(SHORT, 3), 'g');
  await colleague.keyboard.press('t');
  await saved(colleague);
  await sheet(at.returned);
  await specialist.getByText(`${COLLEAGUE} đang sửa bản này.`).waitFor();
};

const OF_SPECIALIST: readonly Screen[] = [
  {
    name: 'redesigns, something new',
    open: async () => (await go('/tai-cau-truc', specialist), await heading('Tái cấu trúc', specialist)),
  },
  {
    name: 'editor, returned with comments',
    open: async () => (await sheet(at.returned), await press(/góp ý$/, specialist).catch(() => undefined)),
  },
  {
    name: 'editor, answering a comment',
    open: async () => {
      await sheet(at.returned);
      await line(specialist, await label(SHORT, 0)).click();
      await panel(specialist)
        .getByRole('textbox', { name: /^Trả lời/ })
        .fill(NOTE);
    },
  },
  {
    name: 'editor, definition moved on',
    open: async () => (await sheet(at.superseded), await specialist.getByText('Thủ tục đã có phiên bản 2').waitFor()),
  },
  {
    name: 'editor, carrying over',
    open: async () => {
      await sheet(at.superseded);
      await press('Chuyển sang phiên bản mới…', specialist);
      await specialist.getByRole('checkbox').first().waitFor();
    },
  },
  {
    name: 'editor, carrying over out of reach',
    open: async () => {
      await sheet(at.superseded);
      await specialist.getByText('Thủ tục đã có phiên bản 2').waitFor();
      await cutOff(
        '**/baseline',
        async () => {
          await press('Chuyển sang phiên bản mới…', specialist);
          await specialist.getByText('Chưa đối chiếu được').waitFor();
        },
        specialist,
      );
    },
    failing: true,
  },
  {
    name: 'editor, going back',
    open: async () => {
      await sheet(at.superseded);
      await specialist.getByRole('tab', { name: /^Lịch sử/ }).click();
      await press('Đưa về lúc này…', specialist);
      await dialog(specialist);
    },
  },
  { name: 'editor, somebody else writes', open: besideColleague },
  {
    name: 'editor, asked',
    open: async () => (await besideColleague(), await press('Xin bàn giao', specialist), await specialist.getByText(/^Đã hỏi/).waitFor()),
  },
  {
    name: 'editor, taken over',
    open: async () => {
      await colleague.getByRole('button', { name: 'Bàn giao', exact: true }).click();
      await specialist.getByText(`${COLLEAGUE} đã lưu và bàn giao cho bạn`).waitFor();
    },
  },
  {
    name: 'editor, asked by the other',
    open: async () => {
      await mark(specialist, await label(SHORT, 4), 't');
      await saved(specialist);
      await colleague.getByRole('button', { name: 'Lấy lại quyền sửa' }).click();
      await specialist.getByRole('button', { name: 'Bàn giao', exact: true }).waitFor();
    },
  },
  {
    name: 'editor, handed over',
    open: async () => {
      await specialist.getByRole('button', { name: 'Bàn giao', exact: true }).click();
      await specialist.getByRole('button', { name: 'Lấy lại quyền sửa' }).waitFor();
    },
  },
];

test.for(OF_REVIEWER)('“$name” is accessible, fits every window and complains of nothing', async (screen) => {
  expect(await ofReviewer(screen)).toEqual([]);
});
test.for(OF_SPECIALIST)('“$name” is accessible, fits every window and complains of nothing', async (screen) => {
  expect(await ofSpecialist(screen)).toEqual([]);
});

type Named = { id: string; label: string; kind: string };
const known = new Map<string, Named[]>();
/** The declared fields of a procedure, as it was first. */
async function fields(procedure: string): Promise<Named[]> {
  const found = known.get(procedure);
  if (found) return found;
  const answer = await specialist.request.get(`${desk.system.origin}/api/procedures/${procedure}`);
  const { revision } = (await answer.json()) as { revision: { procedure: { forms: { fields: Named[] }[] } } };
  const own = revision.procedure.forms.flatMap((form) => form.fields).filter(({ kind }) => kind === 'text' || kind === 'date');
  known.set(procedure, own);
  return own;
}
const field = async (procedure: string, index: number) => (await fields(procedure))[index]?.id ?? '';
const label = async (procedure: string, index: number) => (await fields(procedure))[index]?.label ?? '';
