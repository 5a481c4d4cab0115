// Taking effect (thực thi): what the province decides of an approved proposal becomes the next revision of the definition.
import { elements } from '#procedures/definition/elements.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { same } from '#procedures/definition/same.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import { carryOver } from '#procedures/redesign/carry-over.ts';
import { refusals } from '#procedures/redesign/guards.ts';
import type { Marks } from '#procedures/redesign/mark.ts';
import type { Standing } from '#procedures/redesign/redesign.ts';
import { leavesTheForm } from '#procedures/redesign/treatments.ts';
import { formatDay, formatShortDay } from '#procedures/text/date.ts';
import { quoted } from '#procedures/text/wording.ts';
import { type ApprovedPart, approvedPart, ownPart, standingOfPart } from './approved-part.ts';
import type { Decision, Outcome } from './decision.ts';
import type { Proposal } from './proposal.ts';

/** `revision` is null where nothing of the definition changes: everything that was approved is recommended, or stands there already. */
export type Effect = { ok: true; revision: Revision | null; standing: Standing } | { ok: false; because: string[] };

/**
 * The revision that carries out the decision on `proposal`, on top of `inForce`. `today` is a Vietnamese day; `by` a name, `at` a moment.
 * Where the baseline was superseded the marks are carried over. Refuses with reasons before the day of effect, and when anything that was
 * approved no longer fits what is in force, or cannot stand while the recommendations are open.
 */
export function takeEffect(parts: {
  proposal: Proposal;
  outcome: Outcome;
  decision: Decision;
  inForce: Revision;
  today: string;
  by: string;
  at: string;
}): Effect {
  const { proposal, outcome, decision, inForce, today, by, at } = parts;
  if (today < decision.effectiveFrom) {
    return { ok: false, because: [`Chưa đến ngày có hiệu lực (${formatShortDay(decision.effectiveFrom)}).`] };
  }
  const own = ownPart(approvedPart(proposal, outcome));
  const fitted = inForce.number === proposal.baseline.number ? standing(own, inForce.procedure) : carried(own, proposal.baseline, inForce);
  if (!fitted.ok) return fitted;
  const procedure = applyMarks(inForce.procedure, fitted.part.marks, fitted.part.added);
  const revision = same(procedure, inForce.procedure)
    ? null
    : {
        procedure,
        number: inForce.number + 1,
        publishedAt: at,
        publishedBy: by,
        origin: originOf(decision, proposal),
        decision: {
          number: decision.number,
          date: decision.date,
          authority: decision.authority,
          effectiveFrom: decision.effectiveFrom,
          submission: decision.submission,
          redesign: proposal.redesign,
          proposal: proposal.number,
          hash: proposal.hash,
        },
      };
  return { ok: true, revision, standing: standingOfPart(proposal, own) };
}

type Fitted = { ok: true; part: ApprovedPart } | { ok: false; because: string[] };

/** The province's own part by itself: a field on which something hangs that is only recommended can not go yet. */
function standing(part: ApprovedPart, procedure: Procedure): Fitted {
  const because = refusals(procedure, part.marks, part.added).map(
    ({ message }) => `${message} Phần còn lại là kiến nghị, chưa thực thi được.`,
  );
  return because.length > 0 ? { ok: false, because } : { ok: true, part };
}

/** The part on a newer revision, whole or not at all. What that revision no longer asks for anyway has nothing left to do. */
function carried({ marks, added }: ApprovedPart, baseline: Revision, inForce: Revision): Fitted {
  const there = new Map(elements(inForce.procedure).map((element) => [element.id, element]));
  const open: Marks = Object.fromEntries(Object.entries(marks).filter(([id, mark]) => there.has(id) || !leavesTheForm(mark.treatment)));
  const { content, lost } = carryOver({ marks: open, added }, baseline.procedure, inForce.procedure);
  const before = new Map(elements(baseline.procedure).map((element) => [element.id, element]));
  const overtaken = Object.entries(open)
    .filter(([id, mark]) => mark.treatment === 'change' && there.has(id) && !same(before.get(id), there.get(id)))
    .map(
      ([id]) => `${quoted(before.get(id)?.label ?? id)} đã được sửa ở phiên bản ${inForce.number}, khác nội dung mà quyết định dựa vào.`,
    );
  const because = [...lost.map((one) => one.because), ...overtaken];
  return because.length > 0 ? { ok: false, because } : { ok: true, part: content };
}

const originOf = ({ number, date, authority }: Decision, proposal: Proposal): string =>
  `Quyết định số ${number} ${formatDay(date)} của ${authority}, phương án số ${proposal.number}`;
