// A form cut into the sections and repeating groups that the paper shows, in reading order.
import type { Field } from '#procedures/definition/field.ts';
import type { Form } from '#procedures/definition/form.ts';

/** Fields that follow one another and belong to one repeating group (`group`), or to none. */
type Block = { group?: string; fields: Field[] };
export type Section = { key: string; title?: string; blocks: Block[] };

/** The sections of a form. A title that comes back after another section opens a new section: paper is read from top to bottom. */
export function sectionsOf(form: Form): Section[] {
  const sections: Section[] = [];
  for (const field of form.fields) {
    let section = sections.at(-1);
    if (section === undefined || section.title !== field.section) {
      section = { key: `${form.id}:${sections.length}`, title: field.section, blocks: [] };
      sections.push(section);
    }
    const block = section.blocks.at(-1);
    if (block !== undefined && block.group === field.group) block.fields.push(field);
    else section.blocks.push({ group: field.group, fields: [field] });
  }
  return sections;
}

/** Running numbers of the fields that are counted, through all forms of a procedure: the same numbers as the ticks. */
export function fieldNumbers(forms: readonly Form[], counts: (field: Field) => boolean): Map<string, number> {
  const counted = forms.flatMap((form) => form.fields).filter(counts);
  return new Map(counted.map((field, index) => [field.id, index + 1]));
}
