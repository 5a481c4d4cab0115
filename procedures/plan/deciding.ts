// Who decides, as a letterhead names it: in whose head the decision stands, and under which lines it is signed.
import { inSentence } from '#procedures/text/agency-name.ts';
import type { Letterhead } from './plan.ts';

/** A title before the name of an agency: then a person decides, not the agency. */
const TITLE = /^(?:(?:q\.|quyền)\s+)?(?:chủ tịch|tổng giám đốc|giám đốc|bộ trưởng|tổng cục trưởng|cục trưởng)\s+(?=\S)/iu;

/** The agency in whose head the decision stands: the Chairman's is the people's committee. */
export function decidingAgency({ decider, parentAgency }: Letterhead): string | undefined {
  const agency = decider?.replace(TITLE, '') ?? parentAgency;
  return agency && inSentence(agency);
}

/**
 * Lines under which the decision is signed. `TM.` stands only before a body that decides as one: a decision of the Chairman is his own
 * (NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II khoản 7; domain.md §1.3).
 */
export function decisionTitles({ decider, decisionSignature }: Letterhead): readonly string[] {
  const titles = decisionSignature?.titles ?? [];
  return decider !== undefined && !TITLE.test(decider) ? titles : titles.filter((title) => !/^\s*TM\s*\./iu.test(title));
}
