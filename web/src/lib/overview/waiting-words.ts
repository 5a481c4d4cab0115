// What waits for a person, in words, and the place where it is done.
import { paths } from '#lib/paths.ts';
import { dayOf } from '#procedures/text/date.ts';
import { formatInteger } from '#procedures/text/number.ts';
import { daysLeft } from './days-left.ts';
import type { Waiting } from './overview-api.ts';

type Item = Waiting['items'][number];
type Kind = {
  title: string;
  /** Where all of them are. */
  all: string;
  href: (item: Item) => string;
};

const proposal = ({ id, proposal: number }: Item) => (number === undefined ? paths.redesign(id) : paths.proposal(id, number));

export const KINDS: Record<Waiting['kind'], Kind> = {
  returnedToMe: { title: 'Trả lại, cần sửa', all: paths.redesigns(), href: ({ id }) => paths.redesign(id) },
  deadlines: {
    title: 'Đến hạn trình',
    all: paths.plan(undefined, 'thu-tuc'),
    href: ({ id, redesign }) => (redesign === undefined ? paths.procedure(id) : paths.redesign(redesign)),
  },
  toReview: { title: 'Chờ thẩm định', all: paths.review({ state: 'submitted' }), href: proposal },
  toBundle: { title: 'Đã chấp nhận, chờ đưa vào tờ trình', all: paths.review({ state: 'accepted' }), href: proposal },
  toPutInEffect: { title: 'Được phê duyệt, chờ thực thi', all: paths.review({ state: 'approved' }), href: proposal },
  toOffer: { title: 'Tờ trình đang soạn', all: paths.submissions(), href: ({ id }) => paths.submission(id) },
  toSign: { title: 'Tờ trình chờ ký', all: paths.submissions(), href: ({ id }) => paths.submission(id) },
  toDecide: { title: 'Đã ký, chờ ghi quyết định', all: paths.submissions(), href: ({ id }) => paths.submission(id) },
};

/** `7`, or `hơn 8` where only the first were looked at. */
export const countText = ({ count, items }: Pick<Waiting, 'count' | 'items'>): string =>
  count === null ? `hơn ${formatInteger(items.length)}` : formatInteger(count);

/** Since when, or until when: `2 ngày`, `hôm nay`, `còn 3 ngày`; with the comments that are still open. `today` is an ISO day. */
export function whenText(kind: Waiting['kind'], { at, comments }: Item, today: string): { words: string; tone: string } {
  const open = comments ? `${formatInteger(comments)} góp ý còn mở` : '';
  if (at === undefined) return { words: open, tone: '' };
  if (kind === 'deadlines') return daysLeft(at, today);
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(dayOf(at))) / 86_400_000));
  return { words: [open, days === 0 ? 'hôm nay' : `${formatInteger(days)} ngày`].filter(Boolean).join(' · '), tone: '' };
}
