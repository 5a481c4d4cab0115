/**
 * JSON with the keys of every object in one fixed order, without spaces and without `undefined`: equal values give equal bytes, so the
 * hash of a proposal does not depend on how a store ordered its attributes (the idea of RFC 8785).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part)
      ? Object.fromEntries(
          Object.keys(part)
            .toSorted()
            .map((key) => [key, part[key]]),
        )
      : part,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
