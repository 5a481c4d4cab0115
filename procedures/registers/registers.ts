import type { DataItem, Register } from './register.ts';
import REGISTERS_FILE from './registers.json' with { type: 'json' };

/** The State databases that the workspace is shipped with (domain.md §5). Whether one is connected here is for the office to say: none is, so far. */
export const REGISTERS: readonly Register[] = REGISTERS_FILE;

/** The register and the item of a reference such as `population/4`, or undefined where the list has none. */
export function findDataItem(registers: readonly Register[], reference: string): { register: Register; item: DataItem } | undefined {
  const [registerId, itemId] = reference.split('/');
  const register = registers.find((one) => one.id === registerId);
  const item = register?.items.find((one) => one.id === itemId);
  return register === undefined || item === undefined ? undefined : { register, item };
}
