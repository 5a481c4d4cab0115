// Who decides and who proposes, as the letterhead names them: agencies and the titles of those at their head.
import type { Letterhead } from '#procedures/plan/plan.ts';
import { inSentence } from '#procedures/text/agency-name.ts';
import { BLANK } from './official-style.ts';

/** A title before the name of an agency: then a person decides, not the agency. */
const TITLE = /^(?:(?:q\.|quyền)\s+)?(?:chủ tịch|tổng giám đốc|giám đốc|bộ trưởng|tổng cục trưởng|cục trưởng)\s+(?=\S)/iu;

/** The agency in whose head the decision stands: the Chairman's is the people's committee. */
export function decidingAgency({ decider, parentAgency }: Letterhead): string | undefined {
  const agency = decider?.replace(TITLE, '') ?? parentAgency;
  return agency && inSentence(agency);
}

/** Who decides; a line to fill in where the letterhead does not say it. */
export const decidingAuthority = ({ decider }: Letterhead): string => (decider === undefined ? BLANK : inSentence(decider));

/**
 * Lines under which the decision is signed. `TM.` stands only before a body that decides as one: a decision of the Chairman is his own
 * (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II khoản 7; domain.md §1.3).
 */
export function decisionTitles({ decider, decisionSignature }: Letterhead): readonly string[] {
  const titles = decisionSignature?.titles ?? [];
  return decider !== undefined && !TITLE.test(decider) ? titles : titles.filter((title) => !/^\s*TM\s*\./iu.test(title));
}

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
