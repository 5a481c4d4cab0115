// Why a mark was made, on which law, from which register, by whose power: the texts that Word and Excel print alike,
// read from the frozen lists of the proposal and never from today's.
import type { Proposal } from './proposal.ts';
import type { Justification, Mark } from '#procedures/redesign/mark.ts';
import type { Register } from '#procedures/registers/register.ts';
import { formatShortDay } from '#procedures/text/date.ts';
import { NOT_KNOWN } from '#procedures/text/wording.ts';

export const NOT_CONNECTED = 'chưa kết nối';

/** The citation as it was on the day; one that the office still has to confirm says so. */
export function groundText(proposal: Proposal, id: string | undefined): string {
  if (!id) return NOT_KNOWN;
  const ground = proposal.grounds.find((one) => one.id === id);
  if (!ground) return id;
  return ground.unconfirmed ? `${ground.citation} (dẫn chiếu cần đơn vị xác nhận)` : ground.citation;
}

const registerOf = (proposal: Proposal, mark: Mark): Register | undefined =>
  proposal.registers.find((one) => one.id === mark.dataItem?.split('/')[0]);

/** The register and its item that a mark names; empty where the mark needs none. */
export function registerText(proposal: Proposal, mark: Mark): string {
  if (!mark.dataItem) return '';
  const register = registerOf(proposal, mark);
  const item = register?.items.find((one) => one.id === mark.dataItem?.split('/')[1]);
  const number = item?.number ? ` (mục ${item.number})` : '';
  return `${register ? register.name : mark.dataItem}${item ? `: ${item.name}${number}` : ''}`;
}

/** "The law lists it" and "we can query it" are two facts; the second is always printed. Empty where the mark needs no register. */
export function connectionText(proposal: Proposal, mark: Mark): string {
  if (!mark.dataItem) return '';
  const register = registerOf(proposal, mark);
  if (!register?.connectedSince || mark.notConnected) return NOT_CONNECTED;
  return `đã kết nối từ ${formatShortDay(register.connectedSince)}`;
}

/** Register, item and whether it is connected here; empty where the mark needs no register. */
export const sourceText = (proposal: Proposal, mark: Mark): string =>
  mark.dataItem ? `${registerText(proposal, mark)} – ${connectionText(proposal, mark)}` : '';

/** The reason in the words of its author; “Chưa có thông tin” where none was given. */
export const reasonText = (justification: Justification): string => justification.reason ?? NOT_KNOWN;
