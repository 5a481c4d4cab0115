// The measure of a redesign: before, after, cut, target; documents and steps on their own lines, never mixed into the percentage.
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Measure } from '#procedures/proposal/proposal.ts';
import { applyMarks } from './apply-marks.ts';
import { countDeclared, counts } from './count.ts';
import type { CountingRule } from './counting-rule.ts';
import { cut, meetsTarget, missingToTarget } from './cut.ts';
import type { AddedField, Marks } from './mark.ts';
import { markOf } from './marks.ts';
import type { Tally } from './redesign.ts';
import { allowedTreatments } from './treatments.ts';

/**
 * Before and after under the rule, and what became of every counted field of the baseline; unmarked fields are `keep`.
 * The treatments add up to `before`; `added` are the added fields that count, all of them in `after`.
 */
export function tally(procedure: Procedure, marks: Marks, added: readonly AddedField[], rule: CountingRule): Tally {
  return tallyOf(procedure, applyMarks(procedure, marks, added), marks, added, rule);
}

/** `threshold` in hundredths of a percent. */
export function measure(procedure: Procedure, marks: Marks, added: readonly AddedField[], rule: CountingRule, threshold: number): Measure {
  const redesigned = applyMarks(procedure, marks, added);
  const { before, after, ...rest } = tallyOf(procedure, redesigned, marks, added, rule);
  return {
    rule: rule.id,
    before,
    after,
    added: rest.added,
    cut: cut(before, after),
    target: threshold,
    meets: meetsTarget(before, after, threshold),
    missing: missingToTarget(before, after, threshold),
    treatments: rest.treatments,
    documents: { before: procedure.documents.length, after: redesigned.documents.length },
    steps: { before: procedure.steps.length, after: redesigned.steps.length },
  };
}

function tallyOf(procedure: Procedure, redesigned: Procedure, marks: Marks, added: readonly AddedField[], rule: CountingRule): Tally {
  const treatments: Record<string, number> = Object.fromEntries(allowedTreatments('field').map((treatment) => [treatment, 0]));
  const forms = new Set(procedure.forms.map((form) => form.id));
  let before = 0;
  for (const form of procedure.forms) {
    for (const field of form.fields) {
      if (!counts(field, rule).counts) continue;
      const treatment = markOf(marks, field.id)?.treatment ?? 'keep';
      treatments[treatment] = (treatments[treatment] ?? 0) + 1;
      before += 1;
    }
  }
  const addedCounting = added.filter((one) => forms.has(one.form) && counts(one.field, rule).counts).length;
  return { before, after: countDeclared(redesigned, rule), added: addedCounting, treatments };
}
