// The two sides of a comparison, and how the address names them.

/** A frozen proposal; on the left it may also be the definition in force. */
export type ProposalSide = { redesign: string; number: number };
export type Side = ProposalSide | 'inForce';

const IN_FORCE = 'hien-hanh';

/** `id/2`, or the word for the definition in force. */
export const sideText = (side: Side): string => (side === 'inForce' ? IN_FORCE : `${side.redesign}/${side.number}`);

/** What an address says; null for what names no side. */
export function readSide(text: string | null): Side | null {
  if (text === IN_FORCE) return 'inForce';
  const { redesign, number } = /^(?<redesign>[^/]+)\/(?<number>[1-9]\d*)$/u.exec(text ?? '')?.groups ?? {};
  return redesign === undefined || number === undefined ? null : { redesign, number: Number(number) };
}
