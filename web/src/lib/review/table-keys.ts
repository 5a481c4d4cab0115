// The keys of the review table and of a proposal, as data for the handlers and for the list that `?` shows.

export const REVIEW_KEYS: readonly { where: string; keys: readonly { keys: string[]; does: string }[] }[] = [
  {
    where: 'Trong bảng thẩm định',
    keys: [
      { keys: ['Mũi tên xuống', 'J'], does: 'Xuống phương án sau' },
      { keys: ['Mũi tên lên', 'K'], does: 'Lên phương án trước' },
      { keys: ['Cách', 'X'], does: 'Chọn hoặc bỏ chọn phương án này' },
      { keys: ['Shift + mũi tên'], does: 'Chọn thêm phương án liền kề' },
      { keys: ['Shift + Cách'], does: 'Chọn cả dãy từ phương án chọn trước' },
      { keys: ['Ctrl A'], does: 'Chọn tất cả phương án đang hiện' },
      { keys: ['Enter'], does: 'Mở phương án' },
    ],
  },
  {
    where: 'Trên một phương án',
    keys: [
      { keys: ['J', ']'], does: 'Phương án sau trong danh sách' },
      { keys: ['K', '['], does: 'Phương án trước trong danh sách' },
      { keys: ['C'], does: 'Viết góp ý' },
      { keys: ['U'], does: 'Về danh sách' },
    ],
  },
];

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export type TableAct = { kind: 'move'; by: 1 | -1; extend: boolean } | { kind: 'toggle' | 'range' | 'all' | 'open' };

/** What a key asks for in the table; null when it is none of ours. */
export function tableAct({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): TableAct | null {
  if (altKey) return null;
  const letter = key.toLowerCase();
  if (ctrlKey || metaKey) return letter === 'a' ? { kind: 'all' } : null;
  if (letter === 'arrowdown' || letter === 'j') return { kind: 'move', by: 1, extend: shiftKey };
  if (letter === 'arrowup' || letter === 'k') return { kind: 'move', by: -1, extend: shiftKey };
  if (letter === ' ') return { kind: shiftKey ? 'range' : 'toggle' };
  if (letter === 'x') return { kind: 'toggle' };
  return letter === 'enter' ? { kind: 'open' } : null;
}

export type ProposalAct = 'next' | 'previous' | 'comment' | 'list' | 'help';
const ON_PROPOSALS: Readonly<Record<string, ProposalAct>> = {
  j: 'next',
  ']': 'next',
  k: 'previous',
  '[': 'previous',
  c: 'comment',
  u: 'list',
  '?': 'help',
};

/** What a key asks for on the page of a proposal; null when it is none of ours. */
export function proposalAct({ key, ctrlKey, metaKey, altKey }: Press): ProposalAct | null {
  return altKey || ctrlKey || metaKey ? null : (ON_PROPOSALS[key.toLowerCase()] ?? null);
}

/** Whether single keys are ours there: on the page itself and outside of boxes, menus and tabs (WCAG 2.1.4). */
export function takesKeys(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.matches('textarea, select, input:not([type=checkbox])')) return false;
  return target === document.body || (target.closest('main') !== null && target.closest('[role=tablist], [role=menu]') === null);
}
