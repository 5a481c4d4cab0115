import { beforeEach, describe, expect, test } from 'vitest';
import { ProposalDesk } from '#lib/proposal/proposal-desk.svelte.ts';
import { newPlace } from '#lib/talk/talk.svelte.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aProcedure } from '../../support/build.ts';
import { aRedesign } from '../../support/redesign.ts';
import { failure } from '../editor/server.ts';
import { aTalk } from '../talk/a-talk.ts';

const REVIEWER = {
  subject: 'tham-dinh',
  name: 'Người thẩm định (minh họa)',
  role: 'reviewer',
  office: 'van-phong',
  officeName: 'Văn phòng Sở',
} as const;

function aDesk(given: Partial<Redesign> = {}) {
  const redesign = aRedesign(aProcedure(), { state: 'submitted', proposals: 1, version: 4, ...given });
  const asked: string[] = [];
  const errors: Error[] = [];
  const verdict = (state: Redesign['state']) => async (id: string, version: number) => {
    asked.push(`${state} ${id} ${version}`);
    const error = errors.shift();
    if (error) throw error;
    return { ...redesign, state, version: version + 1 };
  };
  const desk = new ProposalDesk({
    redesign,
    person: REVIEWER,
    officeName: 'Phòng (minh họa)',
    accept: verdict('accepted'),
    giveBack: verdict('returned'),
  });
  return { desk, asked, errors, redesign };
}

beforeEach(() => localStorage.clear());

describe('the verdict on a proposal', () => {
  test('what one has written oneself cannot be accepted, and the reason is at hand', () => {
    const { desk } = aDesk({ writers: ['tham-dinh'] });
    expect(desk.may('accept')).toEqual({ allowed: false, because: expect.stringContaining('do chính mình soạn') });
    expect(desk.may('return').allowed).toBe(true);
  });
  test('accepting moves the redesign on; then only returning is left', async () => {
    const { desk } = aDesk();
    expect(await desk.accept()).toBe(true);
    expect(desk.redesign.state).toBe('accepted');
    expect([desk.may('accept').allowed, desk.may('return').allowed]).toEqual([false, true]);
  });
  test('returning first sends the comment that is typed; where that fails nothing is returned and the text stays', async () => {
    const { talk, server } = aTalk();
    const { desk, asked } = aDesk();
    server.next.push(failure(503, 'store-unavailable'));
    talk.type(newPlace(), 'Cần nêu căn cứ (minh họa)');
    expect(await desk.giveBack(talk)).toBe(false);
    expect([asked, talk.typed(newPlace())]).toEqual([[], 'Cần nêu căn cứ (minh họa)']);
    expect(await desk.giveBack(talk)).toBe(true);
    expect(server.comments).toHaveLength(1);
    expect(desk.redesign.state).toBe('returned');
  });
  test('where somebody else was faster, their state is shown and the sentence says so', async () => {
    const { desk, errors, redesign } = aDesk();
    errors.push(failure(409, 'version-conflict', { current: { ...redesign, state: 'returned', version: 5 } }));
    expect(await desk.accept()).toBe(false);
    expect(desk.redesign.state).toBe('returned');
    expect(desk.problem).toContain('“Trả lại”');
  });
});
