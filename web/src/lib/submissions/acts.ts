// What can be done to a submission in its state, and why this person may not: all of it read from the one table (transitions.ts).
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import { type Person, type Role } from '#procedures/review/person.ts';
import { mayWithSubmission } from '#procedures/review/transitions.ts';

/** The actions that move a submission from one state to another. */
export type Act = 'offer' | 'sendBack' | 'signOff' | 'reopen' | 'withdraw';
export type OfferedAct = { act: Act; label: string; primary: boolean; /** Why not; empty when the person may. */ because: string };

const LABELS: Record<Act, string> = {
  signOff: 'Ký duyệt…',
  offer: 'Trình lãnh đạo ký',
  sendBack: 'Đưa về soạn lại…',
  reopen: 'Rút chữ ký…',
  withdraw: 'Hủy tờ trình…',
};
const PRIMARY: ReadonlySet<Act> = new Set<Act>(['offer', 'signOff']);
const ROLES: readonly Role[] = ['specialist', 'reviewer', 'leader', 'admin'];

/**
 * The acts that somebody could do in this state, the way forward first; those that this person may not do say why.
 * `empty`: nothing is bundled yet, so there is nothing to offer.
 */
export function actsIn(state: SubmissionState, person: Person, empty: boolean): OfferedAct[] {
  const acts = (Object.keys(LABELS) as Act[]).filter((act) =>
    ROLES.some((role) => mayWithSubmission({ ...person, role, leftAt: undefined }, act, state).allowed),
  );
  return acts.map((act) => {
    const permission = mayWithSubmission(person, act, state);
    const because = permission.allowed ? '' : permission.because;
    const lacking = empty && act === 'offer' ? 'Tờ trình chưa có phương án nào.' : '';
    return { act, label: LABELS[act], primary: PRIMARY.has(act), because: because || lacking };
  });
}
