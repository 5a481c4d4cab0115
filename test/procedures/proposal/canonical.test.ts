import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#procedures/proposal/canonical.ts';

describe('canonical JSON', () => {
  test('has sorted keys, no spaces and no undefined', () => {
    expect(canonicalJson({ b: [2, { d: 1, c: undefined }], a: 'ê', _: null })).toBe('{"_":null,"a":"ê","b":[2,{"d":1}]}');
  });

  test('keeps a key that looks like a prototype', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}');
  });

  test('is the same however an object was built', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  test('says the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
