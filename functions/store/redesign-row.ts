// One line of the list of redesigns: what the index holds, so that lists open no redesign.
import * as z from 'zod/mini';
import { Redesign } from '#procedures/redesign/redesign.ts';

const COLUMNS = {
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
  revision: true,
  frozen: true,
  returnedAt: true,
  acceptedAt: true,
  submission: true,
  decided: true,
  decidedAt: true,
  effect: true,
  version: true,
} as const;

/** `changedBy`: the subject of whoever made the last change. That and `revision` are absent on rows older than these keys. */
export type RedesignRow = Omit<Pick<Redesign, keyof typeof COLUMNS>, 'revision'> & {
  revision?: number | undefined;
  changedBy?: string | undefined;
};

let schema: ReturnType<typeof pick> | undefined;
const pick = () =>
  z.extend(z.pick(Redesign, COLUMNS), { revision: z.optional(Redesign.shape.revision), changedBy: z.optional(z.string()) });

/** The schema of a row, made when the first list is read. */
export const redesignRowSchema = () => (schema ??= pick());

/** The row of a redesign that `changedBy` has just changed. */
export function redesignRow(redesign: Redesign, changedBy: string): RedesignRow {
  const columns = Object.keys(COLUMNS).map((column) => [column, redesign[column as keyof typeof COLUMNS]]);
  return { ...(Object.fromEntries(columns) as Pick<Redesign, keyof typeof COLUMNS>), changedBy };
}
