import type { Procedure } from '#procedures/definition/procedure.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';

/** Fingerprint of a definition's content (SHA-256, lower-case hexadecimal): equal content needs no new revision. */
export async function definitionDigest(procedure: Procedure): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(procedure));
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
