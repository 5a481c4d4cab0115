// A person as it is typed in boxes.
import { cleanText } from '#lib/editor/changed-mark.ts';
import type { Person, Role } from '#procedures/review/person.ts';
import type { PersonInput } from '#procedures/review/person-input.ts';

export type PersonDraft = { name: string; email: string; role: Role; office: string };
export type PersonErrors = Partial<Record<keyof PersonDraft, string>>;

/** What the boxes show of a person, or of nobody yet. */
export const personDraft = (person: Pick<Person, 'name' | 'email' | 'role' | 'office'> | null, office: string): PersonDraft =>
  person
    ? { name: person.name, email: person.email ?? '', role: person.role, office: person.office }
    : { name: '', email: '', role: 'specialist', office };

/** What is sent; only for a draft without errors. */
export function inputOf({ name, email, role, office }: PersonDraft): PersonInput {
  const address = cleanText(email);
  return { name: cleanText(name) ?? '', ...(address !== undefined && { email: address }), role, office };
}

const ADDRESS = /^[^\s@]+@[^\s@]+$/u;

/** What is wrong, box by box. `needsEmail`: whoever signs in by e-mail needs an address. */
export function personErrors({ name, email }: PersonDraft, needsEmail: boolean): PersonErrors {
  const errors: PersonErrors = {};
  const address = cleanText(email);
  if (cleanText(name) === undefined) errors.name = 'Nhập họ tên.';
  if (address === undefined && needsEmail) errors.email = 'Nhập thư điện tử: lần đăng nhập đầu nhận ra người này nhờ nó.';
  if (address !== undefined && !ADDRESS.test(address)) errors.email = 'Nhập địa chỉ như ten@coquan.gov.vn.';
  return errors;
}
