// The state line that never lies: what is on the server, what is on its way, what is not, since when and why.
import { formatMoment } from '#procedures/text/date.ts';

/** Why nothing reaches the server now. `offline` and `server` are tried again by themselves, the others wait for a person. */
export type Trouble = { why: 'offline' | 'server' | 'session' | 'barred' | 'refused'; message: string };

export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  | { kind: 'conflict'; since: string; count: number }
  | { kind: 'unsaved'; since: string; trouble: Trouble };

const WORDS: Record<Exclude<Trouble['why'], 'barred' | 'refused'>, string> = {
  offline: 'mất kết nối, đang thử lại',
  server: 'máy chủ chưa trả lời, đang thử lại',
  session: 'phiên làm việc đã hết, hãy đăng nhập lại',
};

/** `Đã lưu 08:41`, `Đang lưu…`, `Chưa lưu từ 08:41 — mất kết nối, đang thử lại`; `now` decides whether the day is told. */
export function saveSentence(state: SaveState, now: string): string {
  switch (state.kind) {
    case 'saved':
      return `Đã lưu ${clock(state.at, now)}`;
    case 'saving':
      return 'Đang lưu…';
    case 'conflict':
      return `Chưa lưu ${state.count} mục từ ${clock(state.since, now)} — người khác cũng vừa sửa, cần chọn`;
    case 'unsaved': {
      const { why, message } = state.trouble;
      return `Chưa lưu từ ${clock(state.since, now)} — ${why === 'barred' || why === 'refused' ? message : WORDS[why]}`;
    }
  }
}

function clock(moment: string, now: string): string {
  const [time = '', day = ''] = formatMoment(moment).split(' ');
  return formatMoment(now).endsWith(day) ? time : `${time} ${day}`;
}
