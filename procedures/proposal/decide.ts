// Whether a decision as it was typed in fits the signed submission: every proposal once, parts that exist and can stand, days in order.
import { refusals } from '#procedures/redesign/guards.ts';
import { dayOf, formatShortDay } from '#procedures/text/date.ts';
import { quoted } from '#procedures/text/wording.ts';
import { approvedPart, changedIds } from './approved-part.ts';
import type { DecisionInput, Outcome } from './decision.ts';
import type { ProposalContent } from './proposal.ts';
import type { Entry, SignedContent } from './submission.ts';

/** A place in the input, such as `outcomes[3].reason`, and what is wrong there, in Vietnamese. */
export type DecisionIssue = { path: string; message: string };

/** Everything wrong that can be seen without opening a proposal. `today` is the Vietnamese day of the recording. */
export function decisionIssues(input: DecisionInput, signed: Pick<SignedContent, 'entries' | 'signedAt'>, today: string): DecisionIssue[] {
  return [...dayIssues(input, dayOf(signed.signedAt), today), ...outcomeIssues(input.outcomes, signed.entries)];
}

/** What is wrong with a decision in part on `proposal`; `path` is the place of the outcome. None for any other outcome. */
export function partIssues(path: string, outcome: Outcome, proposal: ProposalContent): DecisionIssue[] {
  if (outcome.outcome !== 'partly') return [];
  const name = quoted(proposal.baseline.procedure.name);
  const changed = changedIds(proposal);
  const named = new Set(outcome.marks);
  const issue = (message: string): DecisionIssue => ({ path: `${path}.marks`, message: `${name}: ${message}` });
  const unknown = [...named].filter((id) => !changed.includes(id));
  if (unknown.length > 0) return [issue(`phương án không có thay đổi nào mang mã ${unknown.slice(0, 5).map(quoted).join(', ')}.`)];
  if (named.size === changed.length) {
    return [issue('đã chọn tất cả các thay đổi. Nếu được phê duyệt toàn bộ, hãy ghi kết quả “Phê duyệt”.')];
  }
  const { marks, added } = approvedPart(proposal, outcome);
  return refusals(proposal.baseline.procedure, marks, added).map(({ message }) =>
    issue(`phần được phê duyệt không đứng được một mình. ${message}`),
  );
}

function dayIssues({ date, effectiveFrom }: DecisionInput, signed: string, today: string): DecisionIssue[] {
  const issues: DecisionIssue[] = [];
  if (date < signed) {
    const message = `Ngày quyết định (${formatShortDay(date)}) trước ngày tờ trình được ký duyệt (${formatShortDay(signed)}). Hãy xem lại ngày trên quyết định.`;
    issues.push({ path: 'date', message });
  }
  if (date > today)
    issues.push({ path: 'date', message: `Ngày quyết định (${formatShortDay(date)}) chưa tới. Hãy xem lại ngày trên quyết định.` });
  if (effectiveFrom < date) {
    const message = `Ngày có hiệu lực (${formatShortDay(effectiveFrom)}) trước ngày quyết định (${formatShortDay(date)}). Hãy xem lại điều khoản hiệu lực.`;
    issues.push({ path: 'effectiveFrom', message });
  }
  return issues;
}

function outcomeIssues(outcomes: readonly Outcome[], entries: readonly Entry[]): DecisionIssue[] {
  const names = new Map(entries.map(({ redesign, name }) => [redesign, quoted(name)]));
  const seen = new Set<string>();
  const issues = outcomes.flatMap((outcome, index) => {
    const name = names.get(outcome.redesign);
    const isRepeated = seen.has(outcome.redesign);
    seen.add(outcome.redesign);
    return issuesOfOutcome(`outcomes[${index}]`, outcome, name, isRepeated);
  });
  const missing = entries.filter(({ redesign }) => !seen.has(redesign));
  return [...issues, ...missing.map(({ name }) => ({ path: 'outcomes', message: `${quoted(name)}: chưa ghi kết quả.` }))];
}

function issuesOfOutcome(path: string, outcome: Outcome, name: string | undefined, isRepeated: boolean): DecisionIssue[] {
  if (name === undefined)
    return [{ path: `${path}.redesign`, message: `Tờ trình đã ký không có phương án mang mã ${quoted(outcome.redesign)}.` }];
  if (isRepeated) return [{ path: `${path}.redesign`, message: `${name}: được ghi kết quả hai lần.` }];
  const issues: DecisionIssue[] = [];
  if (outcome.outcome !== 'approved' && outcome.reason === undefined) {
    const what = outcome.outcome === 'rejected' ? 'không được phê duyệt' : 'chỉ được phê duyệt một phần';
    issues.push({ path: `${path}.reason`, message: `${name}: ${what} nhưng chưa ghi lý do.` });
  }
  if (outcome.outcome === 'partly' && outcome.marks === undefined) {
    issues.push({ path: `${path}.marks`, message: `${name}: phê duyệt một phần nhưng chưa chọn thay đổi nào được phê duyệt.` });
  }
  if (outcome.outcome !== 'partly' && outcome.marks !== undefined) {
    issues.push({ path: `${path}.marks`, message: `${name}: chỉ chọn từng thay đổi khi phê duyệt một phần.` });
  }
  return issues;
}
