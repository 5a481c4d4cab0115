// The JSON Schema for editors says the same as the reader.
import { describe, expect, test } from 'vitest';
import { definitionJsonSchema } from '#procedures/definition/json-schema.ts';

const FILE = new URL('../../../procedures/definitions/definition.schema.json', import.meta.url);

describe('the JSON Schema of a definition file', () => {
  // When this fails after a change of the schemas: npx vitest run test/procedures/definition/json-schema.test.ts -u
  test('is the one that lies beside the definitions', async () => {
    await expect(`${JSON.stringify(definitionJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(FILE.pathname);
  });

  test('names each part, and lets a form be written out or used', () => {
    const schema = definitionJsonSchema();
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      properties: {
        $schema: { type: 'string' },
        steps: { items: { $ref: '#/$defs/Step' } },
        forms: { items: { anyOf: [{ required: ['use'] }, { $ref: '#/$defs/Form' }] } },
      },
    });
  });
});
