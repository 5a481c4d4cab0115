import type { Procedure } from '#procedures/definition/procedure.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { countDeclared } from '#procedures/redesign/count.ts';
import type { LineSettings, PlanLine } from './line.ts';

/** The line of a procedure that comes into the scope of `plan`, counted by the plan's rule: version 1, no redesign yet. */
export function lineOf(plan: string, procedure: Procedure, settings: LineSettings, rule: CountingRule): PlanLine {
  const { id, code, name, internal, area, timesPerYear, subjectsPerYear } = procedure;
  const line: PlanLine = {
    ...settings,
    version: 1,
    plan,
    procedure: id,
    procedureName: name,
    internal,
    declared: countDeclared(procedure, rule),
  };
  if (code !== undefined) line.procedureCode = code;
  if (area !== undefined) line.area = area;
  if (timesPerYear !== undefined && subjectsPerYear !== undefined) line.definedDossiers = timesPerYear * subjectsPerYear;
  return line;
}
