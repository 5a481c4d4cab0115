// Where the project's source folder lies beside the repository: are codes, names, labels and numbers really those of the source?
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { countDeclared } from '#procedures/redesign/count.ts';
import { ruleV1 } from '../../support/redesign.ts';
import { shippedProcedures } from '../../support/shipped-definitions.ts';

const FOLDER = new URL('../../../../shared/data/procedures/', import.meta.url);
const present = existsSync(FOLDER);

const text = z.string().transform((value) => value.normalize('NFC').trim());
const Source = z.object({
  code: text.nullable(),
  name: text,
  internal: z.boolean(),
  sector: z.string(),
  field: text.nullable(),
  decisionNo: text.nullable(),
  channels: z.array(z.object({ kind: z.string(), label: text, processingTime: text.nullable() })).nullable(),
  documents: z.array(z.object({ name: text, original: z.number().nullable(), copies: z.number().nullable() })).nullable(),
  result: text.nullable(),
  legalBasis: z.array(text).nullable(),
  forms: z
    .array(z.object({ id: z.string(), title: text, declaredFieldCount: z.number(), fields: z.array(z.object({ label: text })) }))
    .nullable(),
});

const sources = present
  ? readdirSync(FOLDER)
      .map((file) => ({ file, ...Source.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))) }))
      .filter((source) => source.sector === 'education')
  : [];
const shipped = shippedProcedures();

function procedureOf(source: (typeof sources)[number]): Procedure | undefined {
  return shipped.get(source.code ?? `khong-ma-${source.file.replace(/\.json$/, '')}`);
}

const official = (source: (typeof sources)[number]) => (source.forms ?? []).filter((form) => !/^edu-(?:hcmue|ktcn)-/.test(form.id));

describe.skipIf(!present)(
  `the shipped definitions beside their source${present ? '' : `: not compared, for ${FOLDER.pathname} is not there`}`,
  () => {
    test('are all there', () => {
      expect(sources).toHaveLength(shipped.size);
      expect(sources.filter((source) => !procedureOf(source))).toEqual([]);
    });

    test.each(sources.map((source) => [source.code ?? source.name, source] as const))('%s has the same facts', (_, source) => {
      const procedure = procedureOf(source);
      expect(procedure).toMatchObject({ name: source.name, internal: source.internal, area: source.field });
      expect(procedure?.decision ?? null).toBe(source.decisionNo);
      expect(procedure?.legalBases).toEqual(source.legalBasis ?? []);
      expect(procedure?.channels.map((channel) => [channel.kind, channel.label, channel.processingTime?.text ?? 'N/A'])).toEqual(
        (source.channels ?? []).map((channel) => [channel.kind, channel.label, channel.processingTime ?? 'N/A']),
      );
      expect(procedure?.forms.map((form) => form.title)).toEqual(official(source).map((form) => form.title));
    });

    test('count as the annotators counted', () => {
      for (const source of sources) {
        const procedure = procedureOf(source);
        const declared = official(source).reduce((sum, form) => sum + form.declaredFieldCount, 0);
        expect(procedure && countDeclared(procedure, ruleV1())).toBe(declared);
      }
    });

    test('have the labels of the sheets, except where the source had only the key of an electronic form', () => {
      for (const source of sources) {
        for (const [at, form] of official(source).entries()) {
          const labels = procedureOf(source)?.forms[at]?.fields.map((field) => field.label) ?? [];
          expect(labels).toEqual(form.fields.map(({ label }, row) => (label.startsWith('data[') ? labels[row] : label)));
        }
      }
    });

    test('carry the numbers of copies over', () => {
      for (const source of sources) {
        const numbers = new Set((source.documents ?? []).map(({ original, copies }) => `${original}/${copies}`));
        const carried = (procedureOf(source)?.documents ?? []).map(({ originals = null, copies = null }) => `${originals}/${copies}`);
        const strange = carried.filter((pair) => pair !== 'null/null' && !numbers.has(pair));
        expect(strange).toEqual([]);
      }
    });
  },
);
