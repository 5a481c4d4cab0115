// Where the same datum is asked again in one dossier: same data item of a register, or the same label.
import type { Field } from '#procedures/definition/field.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Grave, acute, tilde, hook above, dot below: the five written tones. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** `fields` in form order. `times` counts askings: parts of one data item in one section about one person (an address in three boxes) are one. */
export type Repeat = { fields: readonly Field[]; times: number };

/** By id of a counted field: what asks the same datum, itself included; only data asked more than once. */
export function repeats(procedure: Procedure, counts: (field: Field) => boolean): Map<string, Repeat> {
  const fields = procedure.forms.flatMap((form) =>
    form.fields.filter(counts).map((field) => ({ field, asking: `${form.id} ${field.section} ${field.whose}` })),
  );
  const groups = new Map<string, typeof fields>();
  for (const one of fields) for (const key of keysOf(one.field)) groups.set(key, [...(groups.get(key) ?? []), one]);
  const found = new Map<string, Repeat>();
  for (const { field } of fields) {
    const together = new Set(keysOf(field).flatMap((key) => groups.get(key) ?? []));
    const repeated = fields.filter((one) => together.has(one));
    const times = askings(repeated);
    if (times > 1) found.set(field.id, { fields: repeated.map((one) => one.field), times });
  }
  return found;
}

/** Askings of one datum: in each place as many as its most repeated label. */
function askings(places: readonly { field: Field; asking: string }[]): number {
  const most = (here: readonly { field: Field }[]) =>
    Math.max(...[...Map.groupBy(here, (one) => label(one.field)).values()].map((alike) => alike.length));
  return [...Map.groupBy(places, (one) => one.asking).values()].reduce((sum, here) => sum + most(here), 0);
}

function keysOf(field: Field): string[] {
  return field.dataItem === undefined ? [label(field)] : [label(field), `item ${field.dataItem}`];
}

function label(field: Field): string {
  const words = field.label.toLowerCase().normalize('NFD').match(WORD) ?? [];
  return `label ${words.map(sound).join(' ')}`;
}

/** The tone behind its syllable: `hoà` and `hòa` are one word, `khóa` and `khoa` are two. Takes and gives NFD. */
function sound(word: string): string {
  return word.replace(TONE, '') + (word.match(TONE)?.join('') ?? '');
}
