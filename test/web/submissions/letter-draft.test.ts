import { describe, expect, test } from 'vitest';
import { ApiError, unreachable } from '#lib/failure.ts';
import { keptDraft } from '#lib/kept-draft.ts';
import { isKeptLetter, LetterDraft } from '#lib/submissions/letter/letter-draft.svelte.ts';
import { aLetter } from '../../support/submission.ts';

const head = (letter = {}, version = 3) => ({
  version,
  title: 'Đợt 1 (minh họa)',
  grouping: 'kind' as const,
  letter: aLetter(letter),
  updatedBy: 'Đồng nghiệp (minh họa)',
  updatedAt: '2026-09-05T01:41:00Z',
});

/** A browser's storage that outlives the page; `full` refuses to keep anything. */
function aStorage(full = false) {
  const kept = new Map<string, string>();
  const write = (key: string, value: string) => {
    if (full) throw new DOMException('full', 'QuotaExceededError');
    kept.set(key, value);
  };
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: write, removeItem: (key: string) => void kept.delete(key) };
}
const visit = (storage: ReturnType<typeof aStorage>, at = head()) => new LetterDraft(at, keptDraft(storage, 'thu', isKeptLetter));
const type = (draft: LetterDraft, part: 'bases' | 'request', words: string) => {
  draft.text = { ...draft.text, [part]: words };
  draft.keep();
};

describe('a letter that is being typed', () => {
  test('survives a reload until it is saved', async () => {
    const storage = aStorage();
    type(visit(storage), 'bases', 'Luật (minh họa)');
    const again = visit(storage);
    expect(again).toMatchObject({ recovered: true, changed: ['bases'] });
    expect(await again.save(head(), async () => undefined)).toBe(true);
    expect(visit(storage, head({ bases: ['Luật (minh họa)'] }, 4))).toMatchObject({ recovered: false, changed: [] });
  });
  test('stays as it was when saving fails, and says why', async () => {
    const draft = visit(aStorage());
    type(draft, 'bases', 'Luật (minh họa)');
    const lost = async () => {
      throw new ApiError(unreachable(true));
    };
    expect(await draft.save(head(), lost)).toBe(false);
    expect(draft).toMatchObject({ changed: ['bases'], failure: { code: 'offline' } });
    expect(draft.text.bases).toBe('Luật (minh họa)');
  });
  test('says so when the browser keeps nothing', () => {
    const draft = visit(aStorage(true));
    type(draft, 'bases', 'Luật (minh họa)');
    expect(draft.kept).toBe(false);
  });
  test('is put on top of what somebody else has saved since', () => {
    const storage = aStorage();
    type(visit(storage), 'bases', 'Của tôi');
    const again = visit(storage, head({ request: ['Của họ'] }, 4));
    expect(again.text).toMatchObject({ bases: 'Của tôi', request: 'Của họ' });
    expect(again).toMatchObject({ changed: ['bases'], conflicts: [] });
  });
});

describe('a part that two people have written', () => {
  function both() {
    const draft = visit(aStorage());
    type(draft, 'bases', 'Của tôi');
    draft.moveOnto(head({ bases: ['Của họ'] }, 4));
    return draft;
  }

  test('is asked about, and mine stays in the box until then', () => {
    const draft = both();
    expect(draft.conflicts).toEqual([{ part: 'bases', theirs: 'Của họ', by: 'Đồng nghiệp (minh họa)', at: '2026-09-05T01:41:00Z' }]);
    expect(draft.text.bases).toBe('Của tôi');
  });
  test('is still asked about after the page has learnt of the server once more', () => {
    const draft = both();
    draft.moveOnto(head({ bases: ['Của họ'] }, 5));
    expect(draft.conflicts).toMatchObject([{ part: 'bases' }]);
  });
  test('becomes theirs, or stays mine to be saved', () => {
    const [theirs, mine] = [both(), both()];
    theirs.resolve('bases', 'theirs');
    expect(theirs).toMatchObject({ changed: [], conflicts: [] });
    mine.resolve('bases', 'mine');
    expect(mine).toMatchObject({ changed: ['bases'], conflicts: [] });
  });
});
