import { describe, expect, test } from 'vitest';
import { redesignGaps } from '#procedures/redesign/completeness.ts';
import type { Mark, Marks } from '#procedures/redesign/mark.ts';
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import { aProcedure } from '../../support/build.ts';
import { aFullMark, aMark, anAddedField } from '../../support/redesign.ts';

const LISTS = { registers: REGISTERS, grounds: GROUNDS };
const gaps = (marks: Marks, added: Parameters<typeof redesignGaps>[2] = []) =>
  redesignGaps(aProcedure(), marks, added, LISTS).map((gap) => `${gap.element}: ${gap.missing}`);
const lacks = (mark: Mark) => redesignGaps(aProcedure(), { 'ho-ten': mark }, [], LISTS).map((gap) => gap.missing);

describe('a mark is complete when it can answer for itself', () => {
  test('an unmarked or kept element needs nothing', () => {
    expect(gaps({})).toEqual([]);
    expect(gaps({ 'ho-ten': aMark('keep') })).toEqual([]);
  });

  test('every other mark needs ground, reason and authority', () => {
    expect(lacks(aMark('remove'))).toEqual(['ground', 'reason', 'authority']);
    expect(lacks(aMark('makeOptional'))).toEqual(['ground', 'reason', 'authority']);
    expect(lacks(aFullMark('remove'))).toEqual([]);
  });

  test('a ground must be one of the list', () => {
    expect(lacks(aFullMark('remove', { ground: 'tu-nghi-ra' }))).toEqual(['ground']);
  });

  test('a recommendation needs the clause to amend and a timetable', () => {
    expect(lacks(aFullMark('remove', { authority: 'recommend' }))).toEqual(['amends', 'timetable']);
    const amends = 'khoản 3 Điều 20 Thông tư số 24/2024/TT-BGDĐT';
    expect(lacks(aFullMark('remove', { authority: 'recommend', amends, timetable: '2026 - 2027' }))).toEqual([]);
  });

  test('to retrieve needs a data item, a fallback, and to say that the register is not connected', () => {
    expect(lacks(aFullMark('retrieve'))).toEqual(['dataItem', 'fallback']);
    expect(lacks(aFullMark('retrieve', { dataItem: 'population/1', fallback: 'Yêu cầu bổ sung.' }))).toEqual(['connection']);
    expect(lacks(aFullMark('retrieve', { dataItem: 'population/1', fallback: 'Yêu cầu bổ sung.', notConnected: true }))).toEqual([]);
    expect(lacks(aFullMark('retrieve', { dataItem: 'population/99', fallback: 'Yêu cầu bổ sung.' }))).toEqual(['dataItem']);
  });

  test('a ground that the office has taken off its list is not to be cited any more, and the gap says so', () => {
    const grounds = GROUNDS.filter(({ id }) => id !== 'necessity');
    const mark = aFullMark('remove', { ground: 'necessity' });
    expect(redesignGaps(aProcedure(), { 'ho-ten': mark }, [], { ...LISTS, grounds })).toEqual([
      {
        element: 'ho-ten',
        missing: 'ground',
        message: '“Họ và tên” có căn cứ không còn trong danh mục đang áp dụng. Hãy chọn căn cứ khác.',
      },
    ]);
    expect(lacks(mark)).toEqual([]);
  });

  test('a connected register needs no such word', () => {
    const connected = REGISTERS.map((register) => ({ ...register, connectedSince: '2026-01-01' }));
    const mark = aFullMark('prefill', { dataItem: 'population/1' });
    expect(redesignGaps(aProcedure(), { 'ho-ten': mark }, [], { ...LISTS, registers: connected })).toEqual([]);
    expect(lacks(mark)).toEqual(['connection']);
  });

  test('to merge needs the field that answers, to change needs the new values', () => {
    expect(lacks(aFullMark('merge'))).toEqual(['into']);
    expect(gaps({ 'buoc-1': aFullMark('change') })).toEqual(['buoc-1: values']);
    expect(gaps({ 'buoc-1': aFullMark('change', { values: {} }) })).toEqual(['buoc-1: values']);
    expect(gaps({ 'ho-so-don': aFullMark('change', { values: { copies: 2 } }) })).toEqual([]);
  });

  test('a change to what already stands there is none', () => {
    expect(gaps({ 'ho-so-don': aFullMark('change', { values: { copies: 0 } }) })).toEqual(['ho-so-don: values']);
  });

  test('an added field needs a reason and an authority, no ground', () => {
    expect(gaps({}, [anAddedField()])).toEqual(['moi: reason', 'moi: authority']);
    expect(gaps({}, [anAddedField({}, { reason: 'Để khỏi khai tám mục khác.', authority: 'decide' })])).toEqual([]);
  });
});

describe('gaps', () => {
  test('come in the order of the sheet, whatever the order of the marks', () => {
    const full = { reason: 'Trùng.', authority: 'decide' } as const;
    const marks = {
      result: aMark('change', { ...full, ground: 'necessity' }),
      'ngay-sinh': aMark('remove', full),
      'ho-ten': aMark('remove', full),
    };
    expect(gaps(marks)).toEqual(['ho-ten: ground', 'ngay-sinh: ground', 'result: values']);
  });

  test('name the element and say how to mend it', () => {
    expect(redesignGaps(aProcedure(), { 'ho-ten': aMark('remove', { ground: 'necessity', authority: 'decide' }) }, [], LISTS)).toEqual([
      { element: 'ho-ten', missing: 'reason', message: '“Họ và tên” chưa có lý do. Hãy viết một câu vì sao đề xuất như vậy.' },
    ]);
  });
});
