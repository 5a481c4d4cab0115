// A frozen proposal beside another one, or beside the definition in force.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import type { Side } from '#procedures/proposal/compare.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { notFound } from '../problem.ts';
import { Ordinal, path, query } from '../validate.ts';

const byProposal = path(z.object({ id: Id, number: Ordinal }));
const Other = z.union([z.object({ with: z.literal('inForce') }), z.object({ redesign: Id, number: Ordinal })]);

/**
 * `/api/redesigns/:id/proposals/:number/comparison`, `?with=inForce` or `?redesign=&number=`: on the left what the proposal is compared
 * with, on the right the proposal. 404 where one of them is not there.
 */
export const redesignComparison = (deps: AppDeps) => {
  const { redesigns, procedures } = deps.stores;
  const access = new Access(deps);

  return new Hono<SignedInEnv>().get('/:id/proposals/:number/comparison', byProposal, query(Other), async (c) => {
    const { id, number } = c.req.valid('param');
    const other = c.req.valid('query');
    const [proposal, { compare }] = await Promise.all([proposalOf(c.var.subject, id, number), import('#procedures/proposal/compare.ts')]);
    const left: Side =
      'with' in other ? await inForce(proposal) : { proposal: await proposalOf(c.var.subject, other.redesign, other.number) };
    return c.json(compare(left, { proposal }), 200);
  });

  async function proposalOf(subject: string, redesign: string, number: number): Promise<Proposal> {
    const [proposal] = await Promise.all([redesigns.proposal(redesign, number), access.read(subject, redesign)]);
    if (!proposal) throw notFound('phương án này');
    return proposal;
  }

  async function inForce({ baseline, rule }: Proposal): Promise<Side> {
    const { id } = baseline.procedure;
    const head = await procedures.head(id);
    const revision = head && (await procedures.revision(id, head.row.revision));
    if (!revision) throw notFound('phiên bản đang có hiệu lực của thủ tục');
    return { revision, rule };
  }
};
