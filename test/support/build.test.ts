import { expect, test } from 'vitest';
import { Procedure } from '#procedures/definition/procedure.ts';
import { aProcedure } from './build.ts';

test('the procedure that tests start from is a valid definition', () => {
  expect(Procedure.parse(aProcedure())).toEqual(aProcedure());
});
