// On what a comment is made: an element of the redesign as it stands, or of one of its frozen proposals.
import type { Stores } from '#functions/store/stores.ts';
import { elements } from '#procedures/definition/elements.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import type { AddedField } from '#procedures/redesign/mark.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Comment } from '#procedures/review/comment.ts';
import type { createFooting } from './footing.ts';
import { notFound } from './problem.ts';

type Place = Pick<Comment, 'element' | 'label' | 'proposal'>;
type Sheet = { procedure: Procedure; added: readonly AddedField[] };
/** A label may have 2,000 characters; what was meant is plain from its beginning. */
const LONGEST_LABEL = 200;

/** Looks up where comments are made. Throws notFound for a proposal or an element that is not there. */
export const commentPlaces =
  ({ redesigns }: Pick<Stores, 'redesigns'>, footing: ReturnType<typeof createFooting>) =>
  async (redesign: Redesign, { element, proposal }: Pick<Comment, 'element' | 'proposal'>): Promise<Place> => {
    const sheet = proposal === undefined ? await present(redesign) : await frozen(redesign, proposal);
    if (element === undefined) return { proposal };
    const label = labelOf(sheet, element);
    if (label === undefined) throw notFound('thành phần được góp ý');
    return { proposal, element, label: label.slice(0, LONGEST_LABEL) };

    async function present({ added }: Redesign): Promise<Sheet> {
      const { revision } = await footing.of(redesign);
      return { procedure: revision.procedure, added };
    }

    async function frozen({ id }: Redesign, number: number): Promise<Sheet> {
      const found = await redesigns.proposal(id, number);
      if (!found) throw notFound('phương án này');
      return { procedure: found.baseline.procedure, added: found.added };
    }
  };

const labelOf = ({ procedure, added }: Sheet, id: string): string | undefined =>
  elements(procedure).find((element) => element.id === id)?.label ?? added.find(({ field }) => field.id === id)?.field.label;
