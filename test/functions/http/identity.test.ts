import { expect, it } from 'vitest';
import { verifiedAddress } from '#functions/http/identity.ts';

it('an address counts only when the provider says that it has verified it', () => {
  expect(verifiedAddress({ email: 'a@example.vn', email_verified: true })).toBe('a@example.vn');
  for (const email_verified of [false, undefined, null, 'true', 1, {}]) {
    expect(verifiedAddress({ email: 'a@example.vn', email_verified })).toBeUndefined();
  }
  expect(verifiedAddress({ email_verified: true })).toBeUndefined();
  expect(verifiedAddress({ email: ['a@example.vn'], email_verified: true })).toBeUndefined();
});
