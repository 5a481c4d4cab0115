// The keys of the editor, as data for the handler and for the list that `?` shows.
import type { Treatment } from '#procedures/redesign/mark.ts';
import { TREATMENT_KEYS, TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';

const TREATMENTS = Object.keys(TREATMENT_KEYS) as Treatment[];

/** `K` is Khai thác, so the letters that walk are J (down) and I (up), beside the arrows. */
export const KEY_LIST: readonly { keys: string[]; does: string }[] = [
  { keys: ['Mũi tên xuống', 'J'], does: 'Xuống mục sau' },
  { keys: ['Mũi tên lên', 'I'], does: 'Lên mục trước' },
  { keys: ['Shift + mũi tên'], does: 'Chọn thêm mục liền kề' },
  { keys: ['X', 'Cách'], does: 'Chọn hoặc bỏ chọn mục này' },
  { keys: ['Ctrl A'], does: 'Chọn tất cả các mục được tính' },
  ...TREATMENTS.map((treatment) => ({
    keys: treatment === 'prefill' ? ['Đ', 'D'] : [TREATMENT_KEYS[treatment]],
    does: TREATMENT_NAMES[treatment],
  })),
  { keys: ['Enter', 'L'], does: 'Mở ô lý do' },
  { keys: [']', '['], does: 'Tới góp ý đang mở sau, trước' },
  { keys: ['Ctrl Z'], does: 'Hoàn tác' },
  { keys: ['Ctrl Y', 'Ctrl Shift Z'], does: 'Làm lại' },
  { keys: ['Esc'], does: 'Đóng bảng xử lý, bỏ chọn nhiều mục' },
  { keys: ['?'], does: 'Danh sách phím tắt' },
];

export type KeyAct =
  | { kind: 'move'; by: number; extend: boolean }
  | { kind: 'treat'; treatment: Treatment }
  | { kind: 'talk'; by: 1 | -1 }
  | { kind: 'undo' | 'redo' | 'reason' | 'close' | 'help' | 'all' | 'toggle' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a key press asks for; null when it is none of ours. Typing `đ` with a Vietnamese keyboard is `D`. */
export function keyAct({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): KeyAct | null {
  if (altKey) return null;
  const letter = key.toLowerCase().replace('đ', 'd');
  if (ctrlKey || metaKey) {
    if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' };
    if (letter === 'y') return { kind: 'redo' };
    if (letter === 'a') return { kind: 'all' };
    return null;
  }
  if (letter === 'arrowdown' || letter === 'j') return { kind: 'move', by: 1, extend: shiftKey };
  if (letter === 'arrowup' || letter === 'i') return { kind: 'move', by: -1, extend: shiftKey };
  if (letter === '?') return { kind: 'help' };
  if (letter === ']' || letter === '[') return { kind: 'talk', by: letter === ']' ? 1 : -1 };
  if (letter === 'escape') return { kind: 'close' };
  if (letter === 'enter' || letter === 'l') return { kind: 'reason' };
  if (letter === ' ' || letter === 'x') return { kind: 'toggle' };
  const treatment = TREATMENTS.find((one) => TREATMENT_KEYS[one].toLowerCase() === letter);
  return treatment === undefined ? null : { kind: 'treat', treatment };
}
