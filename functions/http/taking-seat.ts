// Taking a seat: from the account that the identity provider vouches for to the person of the workspace.
import { StaleError } from '#functions/store/errors.ts';
import type { Person } from '#procedures/review/person.ts';
import { mayInWorkspace } from '#procedures/review/transitions.ts';
import { bound } from '#procedures/review/seat.ts';
import type { AppDeps } from './environment.ts';
import { workspaceLine } from './event-line.ts';
import type { Account } from './identity.ts';

/** The person who may enter, or why this account may not, in sentences for the page that says so. */
export type Seated = { person: Person } | { because: string };

/** Two browsers of one person may come for the first time at once: one of them then finds the account bound. */
const ATTEMPTS = 3;

/** Finds the person of an account. One who was entered by e-mail is bound to it at the first sign-in, which is a line of the history. */
export const takingSeat =
  ({ stores: { people, history }, now }: Pick<AppDeps, 'stores' | 'now'>) =>
  async ({ subject, email }: Account): Promise<Seated> => {
    for (let attempt = 1; ; attempt++) {
      const person = await people.signingIn(subject, email);
      if (!person) return { because: unknown(email) };
      const at = now().toISOString();
      const permission = mayInWorkspace(person, 'enter');
      if (!permission.allowed) {
        await history.record(workspaceLine(person, 'signIn', at, { because: permission.because }));
        return { because: `${permission.because} Nếu đây là nhầm lẫn, hãy liên hệ quản trị.` };
      }
      if (person.subject === subject || person.identity === subject) return { person };
      if (person.identity !== undefined) {
        await history.record(workspaceLine(person, 'signIn', at, { because: OTHER_ACCOUNT }));
        return { because: `${OTHER_ACCOUNT} Hãy đăng nhập bằng tài khoản đã dùng trước đây, hoặc liên hệ quản trị.` };
      }
      const next = bound(person, subject, at);
      try {
        await people.bind(next, person, subject, workspaceLine(next, 'signIn', at, { about: 'Lần đăng nhập đầu', version: next.version }));
        return { person: next };
      } catch (error) {
        if (!(error instanceof StaleError) || attempt === ATTEMPTS) throw error;
      }
    }
  };

const OTHER_ACCOUNT = 'Thư điện tử này đã gắn với một tài khoản đăng nhập khác.';

function unknown(email: string | undefined): string {
  const which = email === undefined ? 'Tài khoản này' : `Tài khoản có thư điện tử ${email}`;
  return `${which} chưa có trong hệ thống. Hãy liên hệ quản trị để được thêm vào.`;
}
