// Submitting: the redesign in its next state, the frozen proposal with its hash, and the line of the history.
import { createHash } from 'node:crypto';
import type { Event } from '#functions/store/event.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import type { Proposal, ProposalContent } from '#procedures/proposal/proposal.ts';
import { frozenOf } from '#procedures/redesign/frozen.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Change } from './access.ts';
import { withWriter } from '#procedures/redesign/writers.ts';
import { eventLine } from './event-line.ts';
import type { Lists } from '#procedures/redesign/completeness.ts';
import type { Footing } from './footing.ts';
import { ProblemError } from './problem.ts';

/** What one submission writes, by the `lists` in force on that day. Throws the problem `incomplete` with every gap while something is missing. */
export async function submission(
  { person, redesign, next, by }: Change,
  { revision: baseline, plan, rule }: Footing,
  lists: Lists,
): Promise<{ redesign: Redesign; proposal: Proposal; event: Event }> {
  const [{ redesignGaps }, { drawUp }] = await Promise.all([
    import('#procedures/redesign/completeness.ts'),
    import('#procedures/proposal/draw-up.ts'),
  ]);
  if (isUntouched(redesign))
    throw new ProblemError('incomplete', 'Chưa có đề xuất nào để trình. Hãy đánh dấu ít nhất một thành phần.', { gaps: [] });
  const gaps = redesignGaps(baseline.procedure, redesign.marks, redesign.added, lists);
  if (gaps.length > 0) throw new ProblemError('incomplete', `Còn ${gaps.length} chỗ phải bổ sung trước khi trình.`, { gaps });
  const proposal = sealed(drawUp({ redesign, baseline, plan, rule, ...lists, by: by.name, at: by.at }));
  const submitted: Redesign = {
    ...redesign,
    state: next,
    version: redesign.version + 1,
    proposals: proposal.number,
    updatedBy: by.name,
    updatedAt: by.at,
    submittedAt: by.at,
    frozen: frozenOf(proposal),
    writers: withWriter(redesign, person.subject),
  };
  const states = { from: redesign.state, to: next };
  return { redesign: submitted, proposal, event: eventLine(person, 'submit', submitted, by.at, { states, proposal: proposal.number }) };
}

/** Whether everything stays as it is: nobody decides on that. */
const isUntouched = ({ marks, added }: Redesign): boolean =>
  added.length === 0 && Object.values(marks).every(({ treatment }) => treatment === 'keep');

/** The content with its hash: lower-case hexadecimal SHA-256 of its canonical JSON. */
function sealed(content: ProposalContent): Proposal {
  return { ...content, hash: createHash('sha256').update(canonicalJson(content)).digest('hex') };
}
