import { describe, expect, test } from 'vitest';
import { follow } from '#procedures/plan/follow.ts';
import { PlanLine } from '#procedures/plan/line.ts';
import { lineOf, renewedLine } from '#procedures/plan/line-of.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { aField, aForm, aProcedure } from '../../support/build.ts';
import { aFollowed, aStanding } from '../../support/plan-line.ts';
import { ruleV1 } from '../../support/redesign.ts';

const plan = DEMONSTRATION_PLAN;
const procedure = aProcedure({ timesPerYear: 2, subjectsPerYear: 300 });
const settings = { office: 'van-phong', deadline: '2026-06-30' };

describe('the line of a procedure', () => {
  test('says what the definition says, counted by the rule, with the target of the plan', () => {
    const line = lineOf(plan, procedure, settings, ruleV1());
    expect(line).toEqual({
      ...settings,
      version: 1,
      plan: plan.id,
      procedure: procedure.id,
      procedureCode: procedure.code,
      procedureName: procedure.name,
      internal: false,
      area: procedure.area,
      declared: 4,
      target: 2000,
      definedDossiers: 600,
    });
    expect(PlanLine.parse(line)).toEqual(line);
  });

  test('knows no dossiers where the definition says only half of it, or more than anybody handles', () => {
    const dossiers = (timesPerYear?: number, subjectsPerYear?: number) =>
      lineOf(plan, aProcedure({ timesPerYear, subjectsPerYear }), settings, ruleV1()).definedDossiers;
    expect([dossiers(2), dossiers(undefined, 3), dossiers(1_000_000, 1_000_000), dossiers(0, 5)]).toEqual([
      undefined,
      undefined,
      undefined,
      0,
    ]);
  });

  test('after a new revision says what that one says, and keeps what people set', () => {
    const line = lineOf(plan, procedure, { ...settings, dossiersPerYear: 7 }, ruleV1());
    const next = aProcedure({ name: 'Tên mới (minh họa)', forms: [aForm({ fields: [aField()] })] });
    const renewed = renewedLine(line, plan, next, ruleV1());
    expect(renewed).toMatchObject({ ...settings, version: 2, procedureName: 'Tên mới (minh họa)', declared: 1, dossiersPerYear: 7 });
    expect(renewed).not.toHaveProperty('definedDossiers');
  });

  test('keeps what it declared while a redesign stands on the earlier revision', () => {
    const line = follow(lineOf(plan, procedure, settings, ruleV1()), aFollowed({ state: 'submitted', standing: aStanding(4, 3) }));
    const renewed = renewedLine(line, plan, aProcedure({ forms: [] }), ruleV1());
    expect(renewed).toMatchObject({ declared: 4, latest: line.latest, version: 3 });
  });
});
