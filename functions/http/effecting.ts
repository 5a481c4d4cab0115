// Putting approved proposals into effect: one transaction each, of the redesign and of the revision that it becomes.
import { StaleError, VersionConflictError } from '#functions/store/errors.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Decision, Outcome } from '#procedures/proposal/decision.ts';
import { takeEffect } from '#procedures/proposal/take-effect.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { may } from '#procedures/review/transitions.ts';
import { dayOf } from '#procedures/text/date.ts';
import type { NotMoved } from './bundling.ts';
import { eventLine } from './event-line.ts';
import type { Handling } from './submission-access.ts';

type Parts = Pick<Stores, 'redesigns' | 'procedures' | 'history'>;
type Hands = Pick<Handling, 'person' | 'by'>;
/** `revision` is the one in force from now on. */
type Done = { redesign: string; revision: number };
export type InEffect = { done: Done[]; refused: NotMoved[] };

const ATTEMPTS = 5;

/** Puts the named redesigns into effect one by one; what cannot be is told with its reason. */
export async function putIntoEffect(stores: Parts, hands: Hands, decision: Decision, ids: readonly string[]): Promise<InEffect> {
  const outcomes = new Map(decision.outcomes.map((outcome) => [outcome.redesign, outcome]));
  const all: InEffect = { done: [], refused: [] };
  for (const id of new Set(ids)) {
    const outcome = outcomes.get(id);
    const one = outcome ? await attempted(stores, hands, decision, outcome) : 'Quyết định này không nêu phương án đó.';
    if (typeof one === 'string') all.refused.push({ redesign: id, because: one });
    else all.done.push(one);
  }
  return all;
}

/** What became of one, or why it could not be. */
async function attempted(stores: Parts, { person, by }: Hands, decision: Decision, outcome: Outcome): Promise<Done | string> {
  for (let attempt = 1; ; attempt++) {
    const base = await stores.redesigns.read(outcome.redesign);
    if (base?.decided?.submission !== decision.submission) return 'Kết quả của quyết định chưa được ghi cho phương án này.';
    const permission = may(person, 'takeEffect', base);
    if (!permission.allowed) {
      const { because } = permission;
      await stores.history.record(eventLine(person, 'takeEffect', base, by.at, { because, submission: decision.submission }));
      return because;
    }
    try {
      return await effect(stores, { person, by }, decision, outcome, { ...base, state: permission.next }, base);
    } catch (error) {
      const isOvertaken = error instanceof StaleError || error instanceof VersionConflictError;
      if (!isOvertaken) throw error;
      if (attempt === ATTEMPTS) return 'Thủ tục đang được người khác thay đổi. Hãy thử lại.';
    }
  }
}

async function effect(
  { redesigns, procedures }: Parts,
  { person, by }: Hands,
  decision: Decision,
  outcome: Outcome,
  next: Redesign,
  base: Redesign,
): Promise<Done | string> {
  const [proposal, head] = await Promise.all([redesigns.proposal(base.id, base.proposals), procedures.head(base.procedure)]);
  const inForce = head && (await procedures.revision(base.procedure, head.row.revision));
  if (!proposal || !inForce) return 'Không tìm thấy phương án đã trình hoặc phiên bản đang có hiệu lực của thủ tục.';
  const taken = takeEffect({ proposal, outcome, decision, inForce, today: dayOf(by.at), by: by.name, at: by.at });
  if (!taken.ok) return taken.because.join(' ');
  const { revision, standing } = taken;
  const number = revision?.number ?? inForce.number;
  const redesign: Redesign = {
    ...next,
    version: base.version + 1,
    updatedBy: by.name,
    updatedAt: by.at,
    effect: { from: decision.effectiveFrom, revision: number, at: by.at, standing },
  };
  const states = { from: base.state, to: redesign.state };
  const about = revision ? `Phiên bản ${number} của thủ tục` : 'Không có nội dung nào phải sửa trong thủ tục';
  const event = eventLine(person, 'takeEffect', redesign, by.at, {
    states,
    submission: decision.submission,
    proposal: proposal.number,
    about,
  });
  if (!revision) await redesigns.moveAll([{ redesign, base, event }]);
  else {
    const note = { id: redesign.id, state: redesign.state };
    const published = await procedures.publication({ revision, rule: proposal.rule }, note);
    await redesigns.moveAll([{ redesign, base, event, head: published.head }], [published.revision]);
  }
  return { redesign: base.id, revision: number };
}
