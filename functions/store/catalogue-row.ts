// One line of the catalogue: what the index holds of a procedure, so that lists open no definition.
import * as z from 'zod';
import { countDeclared } from '#procedures/redesign/count.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { State } from '#procedures/redesign/redesign.ts';
import { definitionGaps } from '#procedures/definition/gaps.ts';
import { ProcedureCode } from '#procedures/definition/procedure.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import type { Office } from '#procedures/plan/plan.ts';
import { Id, Label } from '#procedures/text/label.ts';

export const CatalogueRow = z.strictObject({
  id: Id,
  code: ProcedureCode.optional(),
  name: Label,
  internal: z.boolean(),
  area: Label.optional(),
  office: Id,
  officeName: Label,
  levels: z.array(Label),
  /** Whether it has a declaration form with fields. */
  hasForm: z.boolean(),
  /** Declared information of the newest revision, under the rule in force when it was published. */
  declared: z.int().min(0),
  /** How many things the definition still lacks. */
  gaps: z.int().min(0),
  /** Number of the newest revision. */
  revision: z.int().min(1),
  /** The redesign that is open, if one is. */
  redesign: z.strictObject({ id: Id, state: State }).optional(),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;

/** The row of a revision, in charge of `office`, counted by `rule`. */
export function catalogueRow({ procedure, number }: Revision, office: Pick<Office, 'id' | 'name'>, rule: CountingRule): CatalogueRow {
  const { id, code, name, internal, area, levels, forms } = procedure;
  return {
    id,
    code,
    name,
    internal,
    area,
    office: office.id,
    officeName: office.name,
    levels,
    hasForm: forms.some((form) => form.fields.length > 0),
    declared: countDeclared(procedure, rule),
    gaps: definitionGaps(procedure).length,
    revision: number,
  };
}
