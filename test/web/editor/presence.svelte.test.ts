import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Presence } from '#lib/editor/presence.svelte.ts';
import { ApiError, unreachable } from '#lib/failure.ts';
import type { Presence as Row } from '#procedures/review/presence.ts';
import { beat, company } from '#procedures/review/presences.ts';
import { failure } from './server.ts';

const [A, B] = ['Nguyễn Văn An (minh họa)', 'Trần Thị Bình (minh họa)'];

/** The other end of the wire: the rules of the real server over rows in memory. */
function aRoom() {
  const rows = new Map<string, Row>();
  const pages: Presence[] = [];
  const enter = (name: string, tab: string, { saves = true } = {}) => {
    /** `errors`: what the coming signs of life meet, one each. */
    const page = { saved: [] as string[], refreshed: 0, unsaved: false, saves, errors: [] as Error[] };
    const presence = new Presence({
      wire: {
        beat: async ({ tab: own, ...sign }) => {
          const error = page.errors.shift();
          if (error) throw error;
          const now = new Date().toISOString();
          const before = [...rows.values()];
          const answer = beat(before, { subject: name, tab: own, name, officeName: 'Phòng (minh họa)' }, sign, now);
          rows.set(own, answer.own);
          const { took } = answer;
          return { ...company(before, answer.own, now), tookOver: took && { from: took.subject, name: took.name } };
        },
        leave: (own) => void rows.delete(own),
      },
      me: name,
      tab,
      unsaved: () => page.unsaved,
      save: async () => {
        page.saved.push('saved');
        if (page.saves) page.unsaved = false;
        return page.saves;
      },
      refresh: async () => void (page.refreshed += 1),
      now: () => new Date().toISOString(),
    });
    pages.push(presence);
    presence.start();
    return { presence, page };
  };
  return { rows, enter, close: () => pages.forEach((page) => page.stop()) };
}

/** Lets time pass, and with it the signs of life. */
const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

let room: ReturnType<typeof aRoom>;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-07-20T01:41:00Z') });
  room = aRoom();
});
afterEach(() => {
  room.close();
  vi.useRealTimers();
});

/** Somebody edits, somebody else has come to look. */
async function together(options: { saves?: boolean } = {}) {
  const an = room.enter(A, 'a', options);
  await wait(0);
  an.page.unsaved = true;
  an.presence.began();
  const binh = room.enter(B, 'b');
  // Until both have seen one another.
  await wait(10_000);
  return { an, binh };
}

describe('who else is there', () => {
  test('is seen with what they do, and is gone when they leave', async () => {
    const { an, binh } = await together();
    expect(binh.presence.others.map(({ name, editing }) => [name, editing])).toEqual([[A, true]]);
    expect(an.presence.others.map(({ name, editing }) => [name, editing])).toEqual([[B, false]]);
    binh.presence.stop();
    await wait(10_000);
    expect(an.presence.others).toEqual([]);
  });
  test('of two windows of one person the other one is called so', async () => {
    room.enter(A, 'a');
    const other = room.enter(A, 'a2');
    await wait(10_000);
    expect(other.presence.others.map(({ name }) => name)).toEqual(['Bạn (ở cửa sổ khác)']);
  });
  test('who only looks sees what the other saves; who edits is left in peace', async () => {
    const { an, binh } = await together();
    await wait(30_000);
    expect(binh.page.refreshed).toBeGreaterThan(2);
    expect(an.page.refreshed).toBe(0);
  });
  test('is not known without an answer, and known again with the next one', async () => {
    const { binh } = await together();
    binh.page.errors.push(new ApiError(unreachable(true)));
    await wait(5000);
    expect(binh.presence.others).toEqual([]);
    await wait(10_000);
    expect(binh.presence.others).toHaveLength(1);
  });
});

describe('taking over', () => {
  test('never happens by itself: asked and not answered, everything stays as it is, and one is told so', async () => {
    const { an, binh } = await together();
    binh.presence.ask();
    await wait(5000);
    expect(an.presence.asking).toMatchObject({ by: B });
    expect(binh.presence.asked).toMatchObject({ name: A, silent: false });
    await wait(60_000);
    expect(binh.presence.asked).toMatchObject({ silent: true });
    expect([an.presence.editing, binh.presence.editing, an.presence.handedTo]).toEqual([true, false, null]);
  });
  test('first lets the other save, then the other only looks and the one who asked has the newest', async () => {
    const { an, binh } = await together();
    binh.presence.ask();
    await wait(5000);
    await an.presence.handOver();
    expect(an.page).toMatchObject({ saved: ['saved'], unsaved: false });
    expect(an.presence.handedTo).toMatchObject({ name: B });
    const before = binh.page.refreshed;
    await wait(5000);
    expect(binh.presence.tookFrom).toMatchObject({ name: A });
    expect(binh.page.refreshed).toBe(before + 1);
    expect([an.presence.editing, binh.presence.editing]).toEqual([false, true]);
  });
  test('does not happen while something cannot be saved; the one who edits goes on editing', async () => {
    const { an, binh } = await together({ saves: false });
    binh.presence.ask();
    await wait(5000);
    await an.presence.handOver();
    await wait(10_000);
    expect(an.presence.handedTo).toBeNull();
    expect(an.presence.problem).toMatch(/^Chưa bàn giao/u);
    expect([an.presence.editing, binh.presence.editing]).toEqual([true, false]);
  });
  test('can be asked back, the same way', async () => {
    const { an, binh } = await together();
    binh.presence.ask();
    await wait(5000);
    await an.presence.handOver();
    await wait(5000);
    an.presence.ask();
    await wait(5000);
    expect(binh.presence.asking).toMatchObject({ by: A });
    await binh.presence.handOver();
    await wait(5000);
    expect(an.presence).toMatchObject({ editing: true, handedTo: null });
    expect(binh.presence).toMatchObject({ editing: false, handedTo: { name: A } });
  });
  test('whoever has handed over may go on beside the other where no answer comes', async () => {
    const { an, binh } = await together();
    binh.presence.ask();
    await wait(5000);
    await an.presence.handOver();
    await wait(5000);
    await an.presence.editAlong();
    expect(an.presence.handedTo).toBeNull();
    an.presence.began();
    await wait(10_000);
    expect([an.presence.editing, binh.presence.editing]).toEqual([true, true]);
  });
  test('a request that was put aside stays away, a new one is shown', async () => {
    const { an, binh } = await together();
    binh.presence.ask();
    await wait(5000);
    an.presence.putAside();
    await wait(10_000);
    expect(an.presence.asking).toBeNull();
    binh.presence.withdraw();
    await wait(5000);
    binh.presence.ask();
    await wait(5000);
    expect(an.presence.asking).toMatchObject({ by: B });
  });
  test('a request that was lost on the way is sent again, one that was refused is not', async () => {
    const { binh } = await together();
    binh.page.errors.push(failure(503, 'store-unavailable'));
    binh.presence.ask();
    await wait(10_000);
    expect(binh.presence.asked).toMatchObject({ name: A });
    binh.presence.withdraw();
    await wait(0);
    binh.page.errors.push(failure(403, 'forbidden'));
    binh.presence.ask();
    await wait(20_000);
    expect(binh.presence.asked).toBeNull();
  });
});
