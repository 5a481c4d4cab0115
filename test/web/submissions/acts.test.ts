import { describe, expect, test } from 'vitest';
import { actsIn } from '#lib/submissions/acts.ts';
import type { SubmissionState } from '#procedures/proposal/submission.ts';
import type { Role } from '#procedures/review/person.ts';

const person = (role: Role) => ({ subject: role, name: `Người (minh họa)`, role, office: 'van-phong', officeName: 'Văn phòng Sở' });

/** By hand, from product.md §1 and the issue: who sees which button in which state, `-` where it says why not. */
const BUTTONS: Record<SubmissionState, Record<Role, string>> = {
  drafting: {
    reviewer: 'offer withdraw',
    leader: '-offer -withdraw',
    specialist: '-offer -withdraw',
    admin: '-offer -withdraw',
  },
  offered: {
    reviewer: '-signOff sendBack',
    leader: 'signOff sendBack',
    specialist: '-signOff -sendBack',
    admin: '-signOff -sendBack',
  },
  signed: { reviewer: '-reopen', leader: 'reopen', specialist: '-reopen', admin: '-reopen' },
  decided: { reviewer: '', leader: '', specialist: '', admin: '' },
  withdrawn: { reviewer: '', leader: '', specialist: '', admin: '' },
};

describe('the buttons of a submission', () => {
  test.for(Object.entries(BUTTONS) as [SubmissionState, Record<Role, string>][])('that is %s are those of its state', ([state, roles]) => {
    for (const [role, expected] of Object.entries(roles)) {
      const shown = actsIn(state, person(role as Role), false).map(({ act, because }) => (because === '' ? act : `-${act}`));
      expect(shown.join(' ')).toBe(expected);
    }
  });
  test('offer nothing while nothing is bundled, and say so', () => {
    expect(actsIn('drafting', person('reviewer'), true)[0]).toMatchObject({ act: 'offer', because: 'Tờ trình chưa có phương án nào.' });
  });
  test('say why in a sentence', () => {
    expect(actsIn('offered', person('reviewer'), false)[0]?.because).toMatch(/^Chỉ lãnh đạo Sở được .+\.$/u);
  });
});
