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

export type RedesignRow = Pick<Redesign, keyof typeof COLUMNS>;

let schema: ReturnType<typeof pick> | undefined;
const pick = () => z.pick(Redesign, COLUMNS);

/** The schema of a row, made when the first list is read. */
export const redesignRowSchema = () => (schema ??= pick());

/** The row of a redesign. */
export function redesignRow(redesign: Redesign): RedesignRow {
  return Object.fromEntries(Object.keys(COLUMNS).map((column) => [column, redesign[column as keyof typeof COLUMNS]])) as RedesignRow;
}
