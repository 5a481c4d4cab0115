import type { Redesign } from './redesign.ts';

/** Everyone who wrote in a redesign, with the person (a subject) who writes now: none of them may accept it (product.md §1). */
export function withWriter({ writers = [] }: Pick<Redesign, 'writers'>, subject: string): string[] {
  return writers.includes(subject) ? writers : [...writers, subject];
}
