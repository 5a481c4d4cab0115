// Who runs below a process, read from /proc (Linux).
import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the children of `pid`. */
export function childrenOf(pid: number): number[] {
  const numbers = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return numbers.filter((one) => stateOf(one)?.parent === pid);
}

/** The program that a process runs, with its words. */
export const commandOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');

/** Whether it runs; what has ended and only waits to be collected does not. */
export const runs = (pid: number): boolean => !['Z', 'X', undefined].includes(stateOf(pid)?.state);

function stateOf(pid: number): { state: string; parent: number } | undefined {
  try {
    // `pid (name) state ppid …`; the name may hold spaces and brackets.
    const [state = 'X', parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
