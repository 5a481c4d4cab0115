// Back to an earlier version, and on to a newer baseline: one line of the history each, and nothing is lost without a word.
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import type { Lost } from '#procedures/redesign/carry-over.ts';
import { applyEdits } from '#procedures/redesign/edit.ts';
import type { Content } from '#procedures/redesign/edit.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { withWriter } from '#procedures/redesign/writers.ts';
import { Id } from '#procedures/text/label.ts';
import { Access } from '../access.ts';
import { answerRedesign } from '../answer-redesign.ts';
import { carrying } from '../carrying.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { before } from '../event-line.ts';
import { createFooting } from '../footing.ts';
import { moved, save } from '../moving.ts';
import { pastOf } from '../past.ts';
import { ProblemError } from '../problem.ts';
import { body, byId, etag, ifMatch } from '../validate.ts';

const Rewinding = z.strictObject({ version: z.int().check(z.gte(1)) });
const CarryingOver = z.strictObject({ leave: z.optional(z.array(Id).check(z.maxLength(2500))) });

/**
 * `/api/redesigns/:id`, restoring and carrying over. Both changes ask for the version in `If-Match` (428, 409); 403 for whoever `may`
 * refuses; 422 with a sentence where there is nothing to go back to, where a carry-over stands between, where no newer revision is there, or
 * where leaving one thing behind would lose another.
 */
export const redesignBaseline = (deps: AppDeps) => {
  const { redesigns, history } = deps.stores;
  const access = new Access(deps);
  const answer = answerRedesign(redesigns);
  const footing = createFooting(deps.stores);
  const carry = carrying(deps.stores, footing);
  return new Hono<SignedInEnv>()
    .post('/:id/rewind', byId, ifMatch, body(Rewinding), async (c) => {
      const { version } = c.req.valid('json');
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'rewind');
      const [{ revision, rule }, edits] = await Promise.all([footing.of(change.redesign), editsBackTo(version, change.redesign)]);
      const rewound = applyEdits(change.redesign, revision.procedure, edits, rule, change.by);
      if (!rewound.ok)
        throw new ProblemError('refused', rewound.refusals.map(({ message }) => message).join(' '), { refusals: rewound.refusals });
      const redesign = { ...rewound.redesign, state: change.next, writers: withWriter(change.redesign, change.person.subject) };
      const more = { edits, from: before(change.redesign, edits), about: `về phiên bản ${version}` };
      return answer(c, await save(redesigns, change, 'rewind', redesign, more));
    })
    .get('/:id/baseline', byId, async (c) => {
      const { redesign } = await access.read(c.var.subject, c.req.valid('param').id);
      const { newest, superseded, kept, lost, tally } = await carry(redesign);
      return c.json({ baseline: redesign.revision, newest: newest.number, superseded, kept, lost, tally }, 200);
    })
    .post('/:id/carry-over', byId, ifMatch, body(CarryingOver), async (c) => {
      const { leave = [] } = c.req.valid('json');
      const change = await access.change(c.var.subject, c.req.valid('param').id, c.req.valid('header')['if-match'], 'carryOver');
      const { newest, superseded, kept, lost, dragged, content, tally, edits } = await carry(change.redesign, leave);
      if (!superseded) throw new ProblemError('refused', `Bản tái cấu trúc đang dựa trên phiên bản mới nhất (phiên bản ${newest.number}).`);
      if (dragged.length > 0) throw new ProblemError('refused', dragging(dragged));
      const { name: procedureName, code: procedureCode, internal } = newest.procedure;
      const writers = withWriter(change.redesign, change.person.subject);
      const on = { revision: newest.number, procedureName, procedureCode, internal };
      const redesign = { ...moved(change), ...on, ...content, tally, writers };
      const more = {
        edits,
        from: behind(change.redesign, content),
        about: `từ phiên bản ${change.redesign.revision} sang phiên bản ${newest.number}`,
      };
      await save(redesigns, change, 'carryOver', redesign, more);
      return c.json({ redesign, kept, lost }, 200, { ETag: etag(redesign.version) });
    });

  /** The edits that lead back; throws `refused` where none do. */
  async function editsBackTo(version: number, redesign: Redesign) {
    const { contentAt, editsTowards, firstOnBaseline } = await import('#procedures/redesign/rewind.ts');
    const past = await pastOf(history, redesign.id);
    const first = firstOnBaseline(past);
    if (version >= redesign.version)
      throw new ProblemError('refused', `Chỉ đưa về được một phiên bản trước phiên bản ${redesign.version} đang có.`);
    if (version < first) throw new ProblemError('refused', acrossCarryOver(version, first));
    if (editsTowards(contentAt(past, redesign.version), redesign).length > 0) throw new ProblemError('refused', UNTOLD);
    const edits = editsTowards(redesign, contentAt(past, version));
    if (edits.length === 0) throw new ProblemError('refused', `Nội dung đang có giống hệt phiên bản ${version}, không có gì để đưa về.`);
    return edits;
  }
};

const acrossCarryOver = (version: number, first: number): string =>
  `Phiên bản ${version} dựa trên định nghĩa cũ của thủ tục; bản soạn đã chuyển sang định nghĩa mới từ phiên bản ${first}. Chỉ đưa về được từ phiên bản ${first} trở đi.`;
/** Nothing is lost that nobody was told of: what hangs on something left behind is left behind by name, too. */
const dragging = (dragged: readonly Lost[]): string =>
  `Để lại như vậy thì các đề xuất sau cũng không chuyển sang được: ${dragged.map(({ because }) => because).join(' ')} Hãy chọn để lại cả các đề xuất này, hoặc chuyển cùng.`;
const UNTOLD = 'Lịch sử của bản tái cấu trúc này không kể đủ các thay đổi, nên không đưa về thời điểm trước được.';

/** What stood there and was not taken along, for the history. */
function behind(redesign: Redesign, content: Content) {
  const gone = (id: string) => !Object.hasOwn(content.marks, id) && !content.added.some(({ field }) => field.id === id);
  const marks = Object.entries(redesign.marks).filter(([id]) => gone(id));
  const added = redesign.added.filter(({ field }) => gone(field.id)).map((one) => [one.field.id, one] as const);
  return Object.fromEntries([...marks, ...added]);
}
