// One line of the catalogue: what the index holds of a procedure, so that lists open no definition.
import * as z from 'zod/mini';
import { State } from '#procedures/redesign/redesign.ts';
import { Id, Label } from '#procedures/text/label.ts';

export const CatalogueRow = z.strictObject({
  id: Id,
  code: z.optional(Label),
  name: Label,
  internal: z.boolean(),
  area: z.optional(Label),
  office: Id,
  officeName: Label,
  levels: z.array(Label),
  /** Whether it has a declaration form with fields. */
  hasForm: z.boolean(),
  /** Declared information of the newest revision, under the rule in force when it was published. */
  declared: z.int().check(z.gte(0)),
  /** How many things the definition still lacks. */
  gaps: z.int().check(z.gte(0)),
  /** Number of the newest revision. */
  revision: z.int().check(z.gte(1)),
  /** The redesign that is open, if one is. */
  redesign: z.optional(z.strictObject({ id: Id, state: State })),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;
