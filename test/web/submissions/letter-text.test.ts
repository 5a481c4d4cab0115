import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedParts, type LetterText, mergeText, toContent, toText } from '#lib/submissions/letter/letter-text.ts';
import { aLetter } from '../../support/submission.ts';

const content = (letter = {}) => ({ title: 'Đợt 1 (minh họa)', grouping: 'kind' as const, letter: aLetter(letter) });
const text = (changes: Partial<LetterText> = {}): LetterText => ({ ...toText(content()), ...changes });

const line = fc.stringMatching(/^[a-zA-ZđĐăâêôơư0-9]{1,12}( [a-zđăâêôơư]{1,8}){0,3}$/u);
const lines = fc.array(line, { maxLength: 5 });

describe('the free parts of a letter', () => {
  test('come back from their boxes as they went in, a paragraph to a line', () => {
    fc.assert(
      fc.property(lines, lines, (bases, decisionDuties) => {
        const whole = content({ bases, decisionDuties, subject: 'Về việc (minh họa)' });
        expect(toContent(toText(whole))).toEqual(whole);
      }),
    );
  });
  test('leave out what is empty: no blank paragraph, no empty subject', () => {
    const { letter } = toContent(text({ bases: '  một \n\n\r\n hai\n', subject: '   ' }));
    expect(letter.bases).toEqual(['một', 'hai']);
    expect(letter).not.toHaveProperty('subject');
  });
  test('count as changed only when the paper would change', () => {
    expect(changedParts(text({ bases: 'một\nhai' }), text({ bases: ' một\n\nhai \n' }))).toEqual([]);
    expect(changedParts(text(), text({ verb: 'adopt', necessity: 'Vì (minh họa).' }))).toEqual(['necessity', 'verb']);
  });
});

describe('two people who write one letter', () => {
  const base = text({ bases: 'cũ', request: 'cũ' });

  test('both keep what only one of them wrote', () => {
    const { text: merged, both } = mergeText(base, { ...base, bases: 'của tôi' }, { ...base, request: 'của họ' });
    expect(merged).toMatchObject({ bases: 'của tôi', request: 'của họ' });
    expect(both).toEqual([]);
  });
  test('are asked about what both wrote differently, and not about what both wrote alike', () => {
    const mine = { ...base, bases: 'của tôi', request: 'như nhau' };
    const { text: merged, both } = mergeText(base, mine, { ...base, bases: 'của họ', request: 'như nhau\n' });
    expect(both).toEqual(['bases']);
    expect(merged.bases).toBe('của tôi');
  });
  test('lose nothing of mine, whatever they did', () => {
    fc.assert(
      fc.property(line, line, line, (started, mine, theirs) => {
        const { text: merged, both } = mergeText(text({ bases: started }), text({ bases: mine }), text({ bases: theirs }));
        expect(merged.bases).toBe(mine === started && theirs !== started ? theirs : mine);
        expect(both).toEqual(mine !== started && theirs !== started && mine !== theirs ? ['bases'] : []);
      }),
    );
  });
});
