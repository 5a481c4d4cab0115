// One line of the list of redesigns: what the index holds, so that lists open no redesign.
import type * as z from 'zod';
import { Redesign } from '#procedures/redesign/redesign.ts';

export const RedesignRow = Redesign.pick({
  id: true,
  procedure: true,
  procedureCode: true,
  procedureName: true,
  internal: true,
  office: true,
  state: true,
  tally: true,
  proposals: true,
  updatedAt: true,
  updatedBy: true,
  submittedAt: true,
  version: true,
});
export type RedesignRow = z.infer<typeof RedesignRow>;

/** The row of a redesign. */
export function redesignRow(redesign: Redesign): RedesignRow {
  const { id, procedure, procedureCode, procedureName, internal, office, state, tally } = redesign;
  const { proposals, updatedAt, updatedBy, submittedAt, version } = redesign;
  return {
    id,
    procedure,
    procedureCode,
    procedureName,
    internal,
    office,
    state,
    tally,
    proposals,
    updatedAt,
    updatedBy,
    submittedAt,
    version,
  };
}
