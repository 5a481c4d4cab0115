// Random small definitions over one pool of ids, so that two of them share some elements, differ in others, and hold them in any order.
import * as fc from 'fast-check';
import type { Field } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { aChannel, aDocument, aField, aForm, aProcedure, aStep } from './build.ts';

const FIELD_IDS = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'];
const FORM_IDS = ['mau-a', 'mau-b'];

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const some = (ids: string[]) => fc.shuffledSubarray(ids);

const fieldOf = (id: string): fc.Arbitrary<Field> =>
  fc
    .record({
      label: fc.constantFrom('Họ và tên', 'Ngày sinh', 'Nơi ở'),
      section: fc.constantFrom('I', 'II', 'III', undefined),
      whose: fc.constantFrom('pupil', 'father', 'mother'),
      requirement: fc.constantFrom('required', 'optional'),
      condition: optional(fc.record({ field: fc.constantFrom(...FIELD_IDS) })),
      choices: optional(some(['Có', 'Không'])),
      prefilled: optional(fc.boolean()),
      parts: optional(fc.constantFrom(2, 3)),
    })
    .map((own) => aField({ id, ...own }));

const itemsOf = <T>(ids: string[], item: (id: string, words: string) => T) =>
  some(ids).chain((chosen) => fc.tuple(...chosen.map((id) => fc.constantFrom('một', 'hai').map((words) => item(id, words)))));

const fees = fc.array(fc.record({ label: fc.constantFrom('Phí', 'Lệ phí'), amount: optional(fc.constantFrom(0, 5000)) }), { maxLength: 2 });

/** A valid definition with at most two forms, seven fields and three of every other element. */
export const arbitraryProcedure: fc.Arbitrary<Procedure> = fc
  .record({
    formIds: some(FORM_IDS),
    fields: some(FIELD_IDS).chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constantFrom(...FORM_IDS), fieldOf(id))))),
    documents: itemsOf(['d1', 'd2', 'd3'], (id, name) => aDocument({ id, name })),
    steps: itemsOf(['s1', 's2', 's3'], (id, text) => aStep({ id, text })),
    channels: itemsOf(['c1', 'c2'], (id, label) => aChannel({ id, label })),
    fees: optional(fees),
    amount: fc.constantFrom(7, 10),
    authority: optional(fc.constantFrom('Sở (minh họa)', 'Phòng (minh họa)')),
    result: optional(fc.constantFrom('Bản sao', 'Giấy xác nhận')),
    legalBases: some(['Luật A (minh họa)', 'Luật B (minh họa)']),
  })
  .map(({ formIds, fields, channels, fees: own, amount, ...rest }) =>
    aProcedure({
      ...rest,
      forms: formIds.map((id) =>
        aForm({ id, title: `Mẫu ${id}`, fields: fields.flatMap(([form, field]) => (form === id ? [field] : [])) }),
      ),
      channels: channels.map((channel) =>
        Object.assign(channel, { fees: own, processingTime: { text: `${amount} ngày`, amount, unit: 'day' as const } }),
      ),
    }),
  );
