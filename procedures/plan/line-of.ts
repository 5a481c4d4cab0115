import type { Procedure } from '#procedures/definition/procedure.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { countDeclared } from '#procedures/redesign/count.ts';
import type { LineSettings, PlanLine } from './line.ts';
import type { Plan } from './plan.ts';
import { declaredTarget } from './target.ts';

/** More dossiers than anybody handles in a year: a definition that says so is not ranked by it. */
const MOST_DOSSIERS = 1_000_000_000;

/** The line of a procedure that comes into the scope of `plan`, counted by the plan's rule: version 1, no redesign yet. */
export function lineOf(plan: Pick<Plan, 'id' | 'targets'>, procedure: Procedure, settings: LineSettings, rule: CountingRule): PlanLine {
  const { id, code, name, internal, area, timesPerYear, subjectsPerYear } = procedure;
  const target = declaredTarget(plan);
  const line: PlanLine = {
    ...settings,
    version: 1,
    plan: plan.id,
    procedure: id,
    procedureName: name,
    internal,
    declared: countDeclared(procedure, rule),
  };
  if (code !== undefined) line.procedureCode = code;
  if (area !== undefined) line.area = area;
  if (target !== undefined) line.target = target.threshold;
  if (timesPerYear !== undefined && subjectsPerYear !== undefined) {
    const dossiers = timesPerYear * subjectsPerYear;
    if (dossiers <= MOST_DOSSIERS) line.definedDossiers = dossiers;
  }
  return line;
}

/**
 * The line after a new revision of its procedure: name, code, area and dossiers are those of `procedure`; version + 1. What it declares
 * stays while a redesign stands on an earlier revision.
 */
export function renewedLine(line: PlanLine, plan: Pick<Plan, 'id' | 'targets'>, procedure: Procedure, rule: CountingRule): PlanLine {
  const { office, deadline, expectedCut, dossiersPerYear, dossiersSource, latest, achieved, rejected } = line;
  const renewed = lineOf(plan, procedure, { office }, rule);
  return {
    ...renewed,
    version: line.version + 1,
    declared: latest ? line.declared : renewed.declared,
    ...(deadline !== undefined && { deadline }),
    ...(expectedCut !== undefined && { expectedCut }),
    ...(dossiersPerYear !== undefined && { dossiersPerYear }),
    ...(dossiersSource !== undefined && { dossiersSource }),
    ...(latest && { latest }),
    ...(achieved && { achieved }),
    ...(rejected && { rejected }),
  };
}
