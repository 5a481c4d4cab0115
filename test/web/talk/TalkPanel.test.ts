import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Comment } from '#procedures/review/comment.ts';
import TalkPanel from '../../../web/src/lib/talk/TalkPanel.svelte';
import { failure } from '../editor/server.ts';
import { aComment, aTalk } from './a-talk.ts';

const LABELS = new Map([
  ['ho-ten', 'Họ và tên'],
  ['ngay-sinh', 'Ngày sinh'],
]);
const CLOSED = { resolved: { by: { subject: 'a', name: 'A (minh họa)' }, at: '2026-07-21T00:00:00.000Z' } };

async function open(comments: Comment[], { chosen = null, refused = [] }: { chosen?: string | null; refused?: 'comment'[] } = {}) {
  const { talk, server } = aTalk({ comments, refused });
  await talk.load();
  const chose: (string | null)[] = [];
  const order = [...LABELS.keys()];
  const label = (id: string) => LABELS.get(id);
  render(TalkPanel, { talk, order, label, chosen, onchoose: (id: string | null) => chose.push(id), box: 'hop' });
  return { talk, server, chose };
}
const texts = () => screen.getAllByRole('article').map((article) => article.textContent.replaceAll(/\s+/gu, ' '));

beforeEach(() => localStorage.clear());

describe('the talk beside a proposal', () => {
  test('shows what is open in the order of the sheet, each under the name of its element, and leads there', async () => {
    const { chose } = await open([
      aComment('hai (minh họa)', { element: 'ngay-sinh' }),
      aComment('một (minh họa)', { element: 'ho-ten' }),
      aComment('xong (minh họa)', { element: 'ho-ten', ...CLOSED }),
      aComment('chung (minh họa)'),
    ]);
    expect(texts().map((text) => /chung|một|hai/u.exec(text)?.[0])).toEqual(['chung', 'một', 'hai']);
    await fireEvent.click(screen.getByRole('button', { name: 'Ngày sinh' }));
    expect(chose).toEqual(['ngay-sinh']);
    await fireEvent.click(screen.getByRole('button', { name: /^Đã khép/u }));
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('đã khép');
  });
  test('about one element it shows only that, and its box is about that', async () => {
    const { server } = await open([aComment('chung (minh họa)'), aComment('một (minh họa)', { element: 'ho-ten' })], { chosen: 'ho-ten' });
    expect(texts()).toHaveLength(1);
    const box = screen.getByRole('textbox', { name: 'Góp ý về Họ và tên' });
    await fireEvent.input(box, { target: { value: 'Thêm (minh họa)' } });
    await fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
    await expect.poll(() => server.comments.length).toBe(3);
    expect(server.comments.at(-1)).toMatchObject({ element: 'ho-ten', text: 'Thêm (minh họa)' });
  });
  test('an element that is gone keeps the name that it had', async () => {
    await open([aComment('cũ (minh họa)', { element: 'khong-con', label: 'Nơi cấp' })]);
    expect(screen.getByRole('button', { name: 'Nơi cấp' })).toBeDefined();
  });
  test('whoever may not comment is told why, and has no box for it', async () => {
    await open([], { refused: ['comment'] });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('Chỉ Văn phòng Sở được góp ý.')).toBeDefined();
  });
  test('a comment that did not arrive stays in its box, with the reason', async () => {
    const { server } = await open([]);
    server.next.push(failure(503, 'store-unavailable'));
    const box = screen.getByRole<HTMLTextAreaElement>('textbox');
    await fireEvent.input(box, { target: { value: 'Đừng mất (minh họa)' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Gửi góp ý' }));
    expect((await screen.findByRole('alert')).textContent).toContain('chữ bạn viết vẫn còn ở đây');
    expect(box.value).toBe('Đừng mất (minh họa)');
  });
});
