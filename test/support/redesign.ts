// Builders around a redesign: marks, added fields, the fields on which guards and counts are tried. Names are made up (minh họa).
import type { Field } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { COUNTING_RULES } from '#procedures/redesign/counting-rules.ts';
import type { AddedField, Mark, Treatment } from '#procedures/redesign/mark.ts';
import { openRedesign } from '#procedures/redesign/open-redesign.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aField, aForm, aProcedure } from './build.ts';

/** Counting rule v1. */
export function ruleV1(): CountingRule {
  const [rule] = COUNTING_RULES;
  if (rule === undefined) throw new Error('There is no counting rule.');
  return rule;
}

export function aMark(treatment: Treatment, overrides: Partial<Mark> = {}): Mark {
  return { treatment, ...overrides };
}

/** A mark that lacks nothing. */
export function aFullMark(treatment: Treatment, overrides: Partial<Mark> = {}): Mark {
  return aMark(treatment, { ground: 'necessity', reason: 'Không dùng khi quyết định.', authority: 'decide', ...overrides });
}

export function anAddedField(field: Partial<Field> = {}, overrides: Partial<AddedField> = {}): AddedField {
  return { form: 'don', field: aField({ id: 'moi', label: 'Trường mới', ...field }), ...overrides };
}

/** Fields with these ids, each depending on the one that `conditions` names for it. */
export function aProcedureOf(ids: readonly string[], conditions: Readonly<Record<string, string>> = {}): Procedure {
  const fields = ids.map((id) => {
    const on = conditions[id];
    return aField({ id, label: id.toUpperCase(), ...(on === undefined ? {} : { requirement: 'conditional', condition: { field: on } }) });
  });
  return aProcedure({ forms: [aForm({ fields })] });
}

export function aRevision(procedure: Procedure = aProcedure()): Revision {
  return { procedure, number: 1, publishedAt: '2026-01-05T01:00:00Z', publishedBy: 'Hệ thống (minh họa)', origin: 'minh-hoa.json' };
}

export function aRedesign(procedure: Procedure = aProcedure(), overrides: Partial<Redesign> = {}): Redesign {
  const opened = openRedesign({
    id: 'btc-1',
    plan: DEMONSTRATION_PLAN,
    revision: aRevision(procedure),
    office: 'quan-ly-chat-luong',
    by: 'Nguyễn Thị Mẫu (minh họa)',
    at: '2026-01-08T01:41:00Z',
    rule: ruleV1(),
  });
  return { ...opened, ...overrides };
}
