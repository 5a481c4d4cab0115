import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Event } from '#functions/store/event.ts';
import { CursorError } from '#functions/store/errors.ts';
import type { JournalFilter } from '#functions/store/journal.ts';
import type { Stores } from '#functions/store/stores.ts';
import { type EmbeddedStore, openStores, startEmbeddedStore } from '../../support/embedded-store.ts';

let server: EmbeddedStore;
let stores: Stores;
beforeAll(async () => {
  server = await startEmbeddedStore();
  ({ stores } = await openStores(server.endpoint));
});
afterAll(() => server.stop());

const by = (subject: string): Event['by'] => ({ subject, name: `Người ${subject} (minh họa)`, role: 'specialist' });
const line = (at: string, more: Partial<Event> = {}): Event => ({ at, by: by('a'), action: 'edit', version: 1, ...more });

/** All pages of a month under a filter, with how many requests they took. */
async function all(month: string, filter: JournalFilter = {}, limit?: number) {
  const events: string[] = [];
  let requests = 0;
  let after: string | undefined;
  do {
    const page = await stores.journal.page({ month, ...filter, limit, after });
    events.push(...page.events.map(({ at }) => at));
    after = page.next ?? undefined;
    requests += 1;
  } while (after !== undefined);
  return { events, requests };
}

describe('the journal', () => {
  it('holds the lines of everything that has a history, newest first, each in its month of Vietnam', async () => {
    const lines = [
      line('2031-01-31T16:59:59.000Z', { redesign: 'r1', procedure: '1.000001' }),
      // Midnight in Vietnam has passed: it is February there.
      line('2031-01-31T17:00:00.000Z', { submission: 's1' }),
      line('2031-02-01T08:00:00.000Z', { plan: 'p1' }),
      line('2031-02-02T08:00:00.000Z', { procedure: '1.000002' }),
      line('2031-02-03T08:00:00.000Z'),
    ];
    for (const one of lines) await stores.history.record(one);
    expect((await all('2031-01')).events).toEqual(['2031-01-31T16:59:59.000Z']);
    expect((await all('2031-02')).events).toEqual(
      lines
        .slice(1)
        .map(({ at }) => at)
        .toReversed(),
    );
    expect((await all('2031-03')).events).toEqual([]);
  });

  it('keeps a line short, and its whole text with what it is about', async () => {
    const about = 'Rất dài (minh họa). '.repeat(100).trim();
    const mark = { kind: 'mark', element: 'ho-ten', mark: { treatment: 'remove' } } as const;
    await stores.history.record(line('2031-04-01T08:00:00.000Z', { redesign: 'r2', about, edits: [mark, mark] }));
    const { events } = await stores.journal.page({ month: '2031-04' });
    expect(events[0]?.about?.length).toBeLessThanOrEqual(301);
    expect(about).toContain(events[0]?.about?.slice(0, -1));
    expect(events[0]?.edits).toBe(2);
    expect((await stores.history.page({ redesign: 'r2' })).events[0]).toMatchObject({ about, edits: [mark, mark] });
  });

  it('can be read by person, procedure, action and refusal, page by page, without losing or repeating a line', async () => {
    const all50 = Array.from({ length: 50 }, (_, index) =>
      line(`2031-05-01T08:${String(index).padStart(2, '0')}:00.000Z`, {
        by: by(index % 3 === 0 ? 'a' : 'b'),
        procedure: index % 2 === 0 ? '1.000001' : '1.000002',
        action: index % 5 === 0 ? 'submit' : 'edit',
        redesign: `r-${index % 7}`,
        because: index % 10 === 0 ? 'Không được (minh họa).' : undefined,
      }),
    );
    for (const one of all50) await stores.history.record(one);
    const expected = (fits: (one: Event, index: number) => boolean) =>
      all50
        .filter(fits)
        .map(({ at }) => at)
        .toReversed();
    for (const limit of [1, 7, 50, 100]) {
      expect((await all('2031-05', {}, limit)).events).toEqual(expected(() => true));
      expect((await all('2031-05', { person: 'a' }, limit)).events).toEqual(expected((one) => one.by.subject === 'a'));
      expect((await all('2031-05', { procedure: '1.000002', action: 'submit' }, limit)).events).toEqual(
        expected((one) => one.procedure === '1.000002' && one.action === 'submit'),
      );
      expect((await all('2031-05', { refused: true }, limit)).events).toEqual(expected((one) => one.because !== undefined));
      expect((await all('2031-05', { person: 'c' }, limit)).events).toEqual([]);
    }
  });

  it('gives lines of the same moment all', async () => {
    const at = '2031-06-01T08:00:00.000Z';
    for (let n = 0; n < 9; n++) await stores.history.record(line(at, { redesign: `r-${n % 2}` }));
    expect((await all('2031-06', {}, 2)).events).toHaveLength(9);
  });

  it('is left by whoever comes with a foreign mark', async () => {
    for (const after of ['x', Buffer.from('khác').toString('base64url'), Buffer.from('2031-06-01#a#b').toString('base64url')]) {
      await expect(stores.journal.page({ month: '2031-06', after })).rejects.toBeInstanceOf(CursorError);
    }
  });
});
