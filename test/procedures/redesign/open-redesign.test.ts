import { expect, test } from 'vitest';
import { Redesign } from '#procedures/redesign/redesign.ts';
import { aProcedure } from '../../support/build.ts';
import { aRedesign } from '../../support/redesign.ts';

test('a new redesign is a draft without marks on a frozen revision, with what is asked today', () => {
  const redesign = aRedesign();
  expect(Redesign.parse(redesign)).toEqual(redesign);
  expect(redesign).toMatchObject({
    version: 1,
    state: 'draft',
    plan: 'ke-hoach-minh-hoa',
    procedure: '9.000001',
    procedureCode: '9.000001',
    revision: 1,
    marks: {},
    added: [],
    proposals: 0,
    tally: { before: 4, after: 4, added: 0 },
  });
});

test('a procedure without a code opens as well', () => {
  const { code: _, ...procedure } = aProcedure();
  expect(aRedesign(procedure)).not.toHaveProperty('procedureCode');
});
