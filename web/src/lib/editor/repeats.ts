// Where the same datum is asked again in one dossier: same data item of a register, or the same label.
import type { Field } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { fold } from '#procedures/text/vietnamese.ts';

/** By id of a counted field: all counted fields that ask the same (itself too), in form order; only those asked more than once. */
export function repeats(procedure: Procedure, counts: (field: Field) => boolean): Map<string, readonly Field[]> {
  const groups = new Map<string, Field[]>();
  const fields = procedure.forms.flatMap((form) => form.fields).filter(counts);
  for (const field of fields) for (const key of keysOf(field)) groups.set(key, [...(groups.get(key) ?? []), field]);
  const found = new Map<string, readonly Field[]>();
  for (const field of fields) {
    const together = new Set(keysOf(field).flatMap((key) => groups.get(key) ?? []));
    if (together.size > 1)
      found.set(
        field.id,
        fields.filter((one) => together.has(one)),
      );
  }
  return found;
}

function keysOf(field: Field): string[] {
  const label = `label ${fold(field.label)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
  return field.dataItem === undefined ? [label] : [label, `item ${field.dataItem}`];
}
