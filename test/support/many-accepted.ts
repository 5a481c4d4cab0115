// Hundreds of accepted proposals straight into the store, as the size of a whole Department: what HTTP would take minutes for.
import { createHash } from 'node:crypto';
import type { Stores } from '#functions/store/stores.ts';
import { lineOf } from '#procedures/plan/line-of.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import { drawUp } from '#procedures/proposal/draw-up.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';
import type { Marks } from '#procedures/redesign/mark.ts';
import { openRedesign } from '#procedures/redesign/open-redesign.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import { aProcedure } from './build.ts';
import { aFullMark, aRevision, ruleV1 } from './redesign.ts';
import { RECOMMENDED } from './submitting.ts';
import { OFFICE, OTHER_OFFICE } from './workspace.ts';

const MARKS: Marks = { 'ho-ten': aFullMark('remove'), 'so-ban-sao': aFullMark('remove', RECOMMENDED) };
const AT = '2026-01-08T01:41:00Z';
const NAME = 'Cấp chính sách nội trú cho học sinh, sinh viên tham gia chương trình đào tạo trình độ cao đẳng, trung cấp (minh họa)';

/** `count` redesigns in turn of two offices, each of its own procedure, in the state `accepted`; numbered from `first` on. */
export async function manyAccepted(stores: Stores, count: number, { first = 0, name = NAME } = {}): Promise<Redesign[]> {
  const all = Array.from({ length: count }, (_, index) => acceptedOne(first + index, name));
  for (let from = 0; from < count; from += 8) {
    const batch = all.slice(from, from + 8);
    await stores.procedures.publishFirst(batch.map(({ revision, office }) => ({ revision, office, rule: ruleV1() })));
    await stores.lines.save(
      batch.map(({ revision, office }) => ({
        from: null,
        to: lineOf(DEMONSTRATION_PLAN, revision.procedure, { office: office.id }, ruleV1()),
      })),
    );
    await stores.redesigns.moveAll(
      batch.map(({ redesign, proposal }) => {
        const by = { subject: 'tham-dinh', name: 'Người thẩm định (minh họa)', role: 'reviewer' } as const;
        return { redesign, base: null, proposal, event: { at: AT, by, action: 'accept', redesign: redesign.id, version: 1 } };
      }),
    );
  }
  return all.map(({ redesign }) => redesign);
}

function acceptedOne(index: number, name: string) {
  const office = index % 2 === 0 ? OFFICE : OTHER_OFFICE;
  const id = `8.${String(index).padStart(6, '0')}`;
  const revision = aRevision(aProcedure({ id, code: id, name: `${name}, thủ tục thứ ${index + 1}`, internal: index % 3 === 0 }));
  const opened = openRedesign({
    id: `nhieu-${index}`,
    plan: DEMONSTRATION_PLAN,
    revision,
    office: office.id,
    by: 'Người soạn (minh họa)',
    at: AT,
    rule: ruleV1(),
  });
  const marked: Redesign = { ...opened, marks: MARKS };
  const content = drawUp({
    redesign: marked,
    baseline: revision,
    plan: DEMONSTRATION_PLAN,
    rule: ruleV1(),
    registers: [],
    grounds: [],
    by: opened.openedBy,
    at: AT,
  });
  const proposal: Proposal = { ...content, hash: createHash('sha256').update(canonicalJson(content)).digest('hex') };
  const { number, hash, measure } = proposal;
  const { before, after, meets, missing } = measure;
  const frozen = { number, hash, at: AT, by: opened.openedBy, before, after, meets, missing };
  const redesign: Redesign = { ...marked, state: 'accepted', proposals: 1, frozen, acceptedAt: AT };
  return { office, revision, redesign, proposal };
}
