// Several marks seen as one: the value that all share, or that they differ.

export type Common<Value> = { value: Value | undefined; mixed: boolean };

/** `mixed` where the values are not all the same; the value is then absent. */
export function common<Value>(values: readonly (Value | undefined)[]): Common<Value> {
  const [first, ...others] = values;
  const mixed = others.some((other) => other !== first);
  return { value: mixed ? undefined : first, mixed };
}
