// Counting declared information under a rule: one per datum that the applicant supplies.
import type { Field } from '#procedures/definition/field.ts';
import { FILLER_NAMES, KIND_NAMES } from '#procedures/definition/names.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { CountingRule } from './counting-rule.ts';

/** Whether the field is one unit of declared information under the rule, and why, as a Vietnamese sentence. */
export function counts(field: Field, rule: CountingRule): { counts: boolean; why: string } {
  if (rule.excludedKinds.includes(field.kind)) return { counts: false, why: `Không tính: ${KIND_NAMES[field.kind].toLowerCase()}.` };
  if (!rule.countedFillers.includes(field.filledBy))
    return { counts: false, why: `Không tính: do ${lower(FILLER_NAMES[field.filledBy])} ghi.` };
  if (field.prefilled === true && !rule.prefillCounts) return { counts: false, why: 'Không tính: được điền sẵn, người dân chỉ xác nhận.' };
  return { counts: true, why: reason(field) };
}

/** How many fields of all forms count. A column counts once whatever its rows, a composite once whatever its parts. */
export function countDeclared(procedure: Procedure, rule: CountingRule): number {
  let total = 0;
  for (const form of procedure.forms) for (const field of form.fields) if (counts(field, rule).counts) total += 1;
  return total;
}

function reason(field: Field): string {
  if (field.prefilled === true) return 'Tính một: được điền sẵn nhưng người dân vẫn phải xác nhận.';
  if (field.group !== undefined) return 'Tính một: mỗi cột của nhóm lặp lại tính một lần.';
  if (field.parts !== undefined) return 'Tính một: thông tin ghép.';
  if (field.requirement === 'conditional') return 'Tính một: thông tin có điều kiện vẫn được tính.';
  if (field.requirement === 'optional') return 'Tính một: thông tin tùy chọn vẫn được tính.';
  return 'Tính một: người nộp phải cung cấp.';
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
