import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { compare, type Comparison, type Side } from '#procedures/proposal/compare.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import { measure } from '#procedures/redesign/measure.ts';
import { anyPast, anyProcedure } from '../../support/arbitrary-redesign.ts';
import { aProposal, MARKS, ruleOne, theProcedure } from '../../support/proposal.ts';

const side = (parts: Parameters<typeof aProposal>[0] = {}): Side => ({ proposal: aProposal(parts) });
const inForce = (procedure: Procedure, number = 4): Side => ({
  revision: { procedure, number, publishedAt: '2026-10-01T00:00:00Z', publishedBy: 'Nạp tự động', origin: 'Quyết định (minh họa)' },
  rule: ruleOne(),
});
const without = (...ids: string[]) => Object.fromEntries(Object.entries(MARKS).filter(([id]) => !ids.includes(id)));
const { 'gioi-tinh': TAKEN, 'dan-toc': RECOMMENDED } = MARKS as Record<'gioi-tinh' | 'dan-toc', Mark>;
const told = ({ marks }: Comparison) => marks.rows.map(({ element, differs }) => `${element}: ${differs.join(', ')}`);

/** Two proposals of one procedure, at two moments of one redesign. */
const anyTwo = anyProcedure.chain((procedure) =>
  fc.tuple(anyPast(procedure), fc.nat(), fc.nat()).map(([{ versions }, a, b]) =>
    [a, b].map((n): Side => {
      const { marks, added } = versions[n % versions.length] ?? versions[0];
      const overrides = { measure: measure(procedure, marks, added, ruleOne(), 2000) };
      return { proposal: { ...aProposal(), baseline: { ...aProposal().baseline, procedure }, marks, added, ...overrides } };
    }),
  ),
) as fc.Arbitrary<[Side, Side]>;

describe('a comparison', () => {
  test('of one thing with itself says nothing', () => {
    fc.assert(
      fc.property(anyTwo, ([one]) => {
        expect(compare(one, one)).toMatchObject({
          sameProcedure: true,
          marks: { total: 0, rows: [] },
          definition: { total: 0, sentences: [] },
        });
      }),
    );
    expect(compare(inForce(theProcedure()), inForce(theProcedure())).definition.total).toBe(0);
  });

  test('says the same the other way round', () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const there = compare(one, other);
        const back = compare(other, one);
        expect([back.left, back.right]).toEqual([there.right, there.left]);
        const mirrored = back.marks.rows.map(({ left, right, ...rest }) => ({ ...rest, left: right, right: left }));
        const byElement = <Row extends { element: string }>(rows: readonly Row[]) =>
          rows.toSorted((a, b) => (a.element < b.element ? -1 : 1));
        expect(byElement(mirrored)).toEqual(byElement(there.marks.rows));
        expect(back.definition.total === 0).toBe(there.definition.total === 0);
      }),
    );
  });

  test('of proposals that would lead to different definitions says so in sentences', () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const { left, right, definition } = compare(one, other);
        expect(definition.sentences).toHaveLength(definition.total);
        expect(left.declared === right.declared || definition.total > 0).toBe(true);
      }),
    );
  });
});

describe('a resubmission beside the returned proposal', () => {
  const returned = side();

  test('shows what was taken back, what was added, and which reason was mended', () => {
    const marks = { ...without('gioi-tinh'), 'so-dinh-danh': TAKEN, 'dan-toc': { ...RECOMMENDED, reason: 'Không dùng khi cấp.' } };
    const comparison = compare(returned, side({ marks, overrides: { number: 3 } }));
    expect(told(comparison)).toEqual([
      'gioi-tinh: sentence, ground, reason, authority',
      'so-dinh-danh: sentence, ground, reason, authority',
      'dan-toc: reason',
    ]);
    const [taken, , mended] = comparison.marks.rows;
    expect(taken).toMatchObject({
      part: 'field',
      left: { name: expect.stringContaining('“Giới tính”'), sentence: expect.stringContaining('Bỏ mục') },
      right: null,
    });
    expect(mended).toMatchObject({ left: { reason: RECOMMENDED.reason }, right: { reason: 'Không dùng khi cấp.' } });
    expect(comparison.definition.sentences).toEqual([
      expect.stringContaining('Bỏ mục “Số định danh cá nhân”'),
      expect.stringContaining('Thêm mục “Giới tính”'),
    ]);
    expect([comparison.left.proposal?.number, comparison.right.proposal?.number]).toEqual([2, 3]);
  });

  test('has both frozen measures beside it', () => {
    const { left, right } = compare(returned, side({ marks: without('gioi-tinh', 'dan-toc') }));
    expect(right.declared - left.declared).toBe(2);
    expect(left.proposal?.measure.after).toBe(left.declared);
    expect(right.proposal?.measure.after).toBe(right.declared);
  });
});

describe('a proposal beside the definition in force', () => {
  test('says what it would change today, without marks to compare', () => {
    const { left, right, marks, definition } = compare(inForce(theProcedure()), side());
    expect(left).toMatchObject({ revision: 4, declared: 9, documents: 3, steps: 2 });
    expect(left.proposal).toBeUndefined();
    expect(right).toMatchObject({ revision: 3, proposal: { number: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(marks).toEqual({ total: 0, rows: [] });
    expect(definition.sentences).toContainEqual(expect.stringContaining('Bỏ mục “Giới tính”'));
  });
});

describe('proposals of two procedures', () => {
  test('are compared in their numbers and mark by mark where both have the same field, not as one definition', () => {
    const other = theProcedure({ id: '9.000002', name: 'Thủ tục khác (minh họa)' });
    const comparison = compare(side(), side({ procedure: other, marks: without('gioi-tinh') }));
    expect(comparison).toMatchObject({ sameProcedure: false, definition: { total: 0, sentences: [] } });
    expect(told(comparison)).toEqual(['gioi-tinh: sentence, ground, reason, authority']);
  });

  test('where a field of the same id has another name is not the same field', () => {
    const forms = theProcedure().forms.map((form) => ({
      ...form,
      fields: form.fields.map((field) => (field.id === 'gioi-tinh' ? { ...field, label: 'Giới tính khai sinh' } : field)),
    }));
    const other = theProcedure({ id: '9.000002', forms });
    expect(compare(side(), side({ procedure: other })).marks.rows.map(({ left, right }) => [left?.name, right?.name])).toEqual([
      [expect.stringContaining('“Giới tính”'), undefined],
      [undefined, expect.stringContaining('“Giới tính khai sinh”')],
    ]);
  });
});
