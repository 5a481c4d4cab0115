// Asking the server for a comparison; rejects with ApiError.
import { ask } from '#lib/ask.ts';
import { createClient } from '#functions/http/client.ts';
import type { Comparison } from '#procedures/proposal/compare.ts';
import type { ProposalSide, Side } from './sides.ts';

const { comparison } = createClient('/').api.redesigns[':id'].proposals[':number'];

/** On the left another proposal or the definition in force, on the right the proposal. */
export const fetchComparison = (left: Side, right: ProposalSide): Promise<Comparison> => {
  const query = left === 'inForce' ? { with: left } : { redesign: left.redesign, number: `${left.number}` };
  return ask(comparison.$get({ param: { id: right.redesign, number: `${right.number}` }, query }));
};
