import { AlreadyOpenError } from '#functions/store/errors.ts';
import { openRedesign } from '#procedures/redesign/open-redesign.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Access } from './access.ts';
import type { AppDeps } from './environment.ts';
import { eventLine } from './event-line.ts';
import type { createFooting } from './footing.ts';
import { notFound } from './problem.ts';

/** Opens a redesign of the newest revision, or finds the one that is open already; only for who may open one. */
export const opening =
  ({ stores, newId }: AppDeps, access: Access, footing: ReturnType<typeof createFooting>) =>
  async (subject: string, procedure: string): Promise<{ redesign: Redesign; isNew: boolean }> => {
    const [person, head, plan] = await Promise.all([access.person(subject), stores.procedures.head(procedure), stores.plans.current()]);
    if (!head) throw notFound('thủ tục này');
    await access.permitOpening(person, head.row);
    const { rule, revision } = await footing.of({ plan: plan.id, procedure, revision: head.row.revision });
    const at = access.moment();
    const redesign = openRedesign({ id: newId(), plan, revision, office: head.row.office, by: person.name, at, rule });
    try {
      await stores.redesigns.open(redesign, eventLine(person, 'open', redesign, at));
      return { redesign, isNew: true };
    } catch (error) {
      const present = error instanceof AlreadyOpenError ? await stores.redesigns.read(error.redesign) : null;
      if (!present) throw error;
      return { redesign: present, isNew: false };
    }
  };
