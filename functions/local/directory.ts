// Who may be chosen on this machine: the demonstration people, and whoever an administrator has entered by e-mail since.
import type { Stores } from '#functions/store/stores.ts';
import { type Person, ROLES } from '#procedures/review/person.ts';
import { emailKey } from '#procedures/text/email.ts';

/** An account of the local identity provider. Its `subject` is its own; an address is vouched for only as an administrator typed it. */
export type LocalAccount = Pick<Person, 'subject' | 'name' | 'role' | 'officeName'> & { email?: string };
export type Directory = () => Promise<LocalAccount[]>;

const PAGE = 500;

/** Everybody in the workspace who has not left, as accounts: the demonstration people first, then by role and name. */
export const createDirectory =
  ({ people }: Pick<Stores, 'people'>): Directory =>
  async () => {
    const everybody: Person[] = [];
    let after: string | undefined;
    do {
      const page = await people.page({ after, limit: PAGE });
      everybody.push(...page.rows);
      after = page.next ?? undefined;
    } while (after !== undefined);
    const rank = ({ role, demonstration }: Person) => ROLES.indexOf(role) + (demonstration ? 0 : ROLES.length);
    return everybody
      .filter(({ leftAt }) => leftAt === undefined)
      .toSorted((a, b) => rank(a) - rank(b))
      .map(accountOf);
  };

function accountOf({ subject, name, role, officeName, email, demonstration }: Person): LocalAccount {
  const account = { name, role, officeName };
  // A person who was entered by e-mail has no account yet: at a real provider it would be any, here it is called by the address.
  return email === undefined || demonstration ? { ...account, subject } : { ...account, subject: `thu:${emailKey(email)}`, email };
}
