// Who decides and who proposes, as the letterhead names them: agencies and the titles of those at their head.
import type { Letterhead } from '#procedures/plan/plan.ts';
import { inSentence } from '#procedures/text/agency-name.ts';
import { BLANK } from './official-style.ts';

/** Who decides; a line to fill in where the letterhead does not say it. */
export const decidingAuthority = ({ decider }: Letterhead): string => (decider === undefined ? BLANK : inSentence(decider));

/** The agency that proposes; a line to fill in where the letterhead does not name it. */
export const proposingAgency = ({ agency }: Letterhead): string => (agency === undefined ? BLANK : inSentence(agency));

/** Whether it is a people's committee, in either spelling. */
export const isCommittee = (agency: string): boolean => /^(?:ủy|uỷ) ban nhân dân\s/iu.test(agency.normalize('NFC'));

/** The head of an agency where the title is beyond doubt, else the agency itself. */
export function headOf(agency: string): string {
  if (/^sở\s/iu.test(agency)) return `Giám đốc ${agency}`;
  return isCommittee(agency) ? `Chủ tịch ${agency}` : agency;
}

/** Whom the letter is addressed to. */
export const addressee = (letterhead: Letterhead): string =>
  letterhead.recipient === undefined ? decidingAuthority(letterhead) : inSentence(letterhead.recipient);
