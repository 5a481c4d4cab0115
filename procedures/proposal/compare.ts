// Two frozen proposals side by side, or a proposal beside the definition in force: what a resubmission changed since the returned one, what
// would change if the proposal took effect today. Everything is read from the frozen documents.
import { difference } from '#procedures/definition/difference.ts';
import { interleave } from '#procedures/definition/order.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { Revision } from '#procedures/definition/revision.ts';
import { applyMarks } from '#procedures/redesign/apply-marks.ts';
import { countDeclared } from '#procedures/redesign/count.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import type { Treatment } from '#procedures/redesign/mark.ts';
import { changeSentences } from '#procedures/text/sentences.ts';
import { AUTHORITY_NAMES } from '#procedures/text/wording.ts';
import { changesOf, type ProposedChange } from './changes.ts';
import { groundText } from './justification.ts';
import type { Measure, Proposal } from './proposal.ts';

/** What is compared: a proposal with what it proposes, or a revision as it stands, counted by `rule`. */
export type Side = { proposal: Proposal } | { revision: Revision; rule: CountingRule };

/** Where a side comes from and what it counts. A revision proposes nothing: it has no measure. */
type SideFacts = {
  procedure: string;
  procedureName: string;
  revision: number;
  /** Declared information, documents and steps as they are asked, or as they would be. */
  declared: number;
  documents: number;
  steps: number;
  proposal?: { redesign: string; number: number; hash: string; officeName: string; by: string; at: string; measure: Measure };
};

/** What a proposal says of one element, and what it calls it; texts as the papers print them. */
export type Said = { name: string; treatment: Treatment | 'added'; sentence: string } & Partial<Record<Grounds, string>>;
type Grounds = 'ground' | 'reason' | 'authority' | 'amends' | 'timetable' | 'fallback';
/** An element of which the two say different things; null where a side leaves it as it is. `differs`: in what. */
export type MarkDifference = {
  element: string;
  part: ProposedChange['part'];
  left: Said | null;
  right: Said | null;
  differs: ('sentence' | Grounds)[];
};

/** `definition`: what changes from the left to the right one if both were in force; only of one procedure. Lists end at MOST; totals do not. */
export type Comparison = {
  left: SideFacts;
  right: SideFacts;
  sameProcedure: boolean;
  marks: { total: number; rows: MarkDifference[] };
  definition: { total: number; sentences: string[] };
};

/** As many rows and sentences as are shown at once. */
const MOST = 500;
const SAID: readonly ('sentence' | Grounds)[] = ['sentence', 'ground', 'reason', 'authority', 'amends', 'timetable', 'fallback'];

/**
 * The comparison of two sides. The other way round it says the same the other way round; of one thing with itself it says nothing. Where a
 * side is a revision, nothing is proposed there to compare mark by mark: the definitions say it all.
 */
export function compare(left: Side, right: Side): Comparison {
  const [before, after] = [standing(left), standing(right)];
  const sameProcedure = before.id === after.id;
  const rows = 'proposal' in left && 'proposal' in right ? markDifferences(left.proposal, right.proposal) : [];
  const changes = sameProcedure ? difference(before, after) : [];
  return {
    left: factsOf(left, before),
    right: factsOf(right, after),
    sameProcedure,
    marks: { total: rows.length, rows: rows.slice(0, MOST) },
    definition: { total: changes.length, sentences: changeSentences(changes.slice(0, MOST)) },
  };
}

/** The definition as it is, or as it would be. */
function standing(side: Side): Procedure {
  if ('revision' in side) return side.revision.procedure;
  const { baseline, marks, added } = side.proposal;
  return applyMarks(baseline.procedure, marks, added);
}

function factsOf(side: Side, procedure: Procedure): SideFacts {
  const rule = 'revision' in side ? side.rule : side.proposal.rule;
  const facts = {
    procedure: procedure.id,
    procedureName: procedure.name,
    declared: countDeclared(procedure, rule),
    documents: procedure.documents.length,
    steps: procedure.steps.length,
  };
  if ('revision' in side) return { ...facts, revision: side.revision.number };
  const { redesign, number, hash, officeName, submittedBy: by, submittedAt: at, measure, baseline } = side.proposal;
  return { ...facts, revision: baseline.number, proposal: { redesign, number, hash, officeName, by, at, measure } };
}

/** In the order of the right one; what only the left one says stands behind what it followed there. */
function markDifferences(left: Proposal, right: Proposal): MarkDifference[] {
  const key = left.baseline.procedure.id === right.baseline.procedure.id ? byId : byIdAndName;
  const [lefts, rights] = [told(left, key), told(right, key)];
  const [wases, nows] = [saidById(lefts), saidById(rights)];
  return interleave(lefts, rights).flatMap(({ id, change }): MarkDifference[] => {
    const [was, now] = [wases.get(id) ?? null, nows.get(id) ?? null];
    const differs = differing(was, now);
    return differs.length === 0 ? [] : [{ element: change.id, part: change.part, left: was, right: now, differs }];
  });
}

const byId = ({ part, id }: ProposedChange): string => `${part}\n${id}`;
/** Ids of two procedures mean the same only where the name does too, as on a form that both use. */
const byIdAndName = (change: ProposedChange): string => `${byId(change)}\n${change.name}`;

const told = (proposal: Proposal, key: (change: ProposedChange) => string) =>
  changesOf(proposal).map((change) => ({ id: key(change), change, said: saidOf(proposal, change) }));

const saidById = (all: readonly { id: string; said: Said }[]) => new Map(all.map(({ id, said }) => [id, said]));

function saidOf(proposal: Proposal, { name, treatment, sentence, justification, mark }: ProposedChange): Said {
  const { ground, reason, authority, amends, timetable } = justification;
  return {
    name,
    treatment,
    sentence,
    ...(ground !== undefined && { ground: groundText(proposal, ground) }),
    ...(reason !== undefined && { reason }),
    ...(authority !== undefined && { authority: AUTHORITY_NAMES[authority] }),
    ...(amends !== undefined && { amends }),
    ...(timetable !== undefined && { timetable }),
    ...(mark?.fallback !== undefined && { fallback: mark.fallback }),
  };
}

const differing = (was: Said | null, now: Said | null): MarkDifference['differs'] => SAID.filter((what) => was?.[what] !== now?.[what]);
