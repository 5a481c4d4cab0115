// A store from before plans had a scope: its procedures come into the scope of its plan, redesigns that are there are followed, and the
// demonstration plan becomes the present one, unless somebody changed it. Every step can be done again: one that was cut short is no loss.
import { createHash } from 'node:crypto';
import type { Event } from '#functions/store/event.ts';
import type { Stores } from '#functions/store/stores.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { DEMONSTRATION_PLAN } from '#procedures/plan/plans.ts';
import { canonicalJson } from '#procedures/proposal/canonical.ts';
import type { CountingRule } from '#procedures/redesign/counting-rule.ts';
import { bringCatalogueIntoScope } from './scope.ts';

/** SHA-256 of the canonical JSON of the demonstration plans that were shipped before the present one. */
const SHIPPED_BEFORE = new Set([
  '0a176cef45f83787a3506c1c43e4f86dc68ecd3c203cfc16456bb037df29e9ca',
  'd02f9bc3e18154ffc187848d5ecc29482c5702f04826479e72d4895a5bb85049',
]);

/** Does nothing on a store that is up to date. `at` is the moment that the history tells. */
export async function bringUpToDate(stores: Stores, plan: Plan, rule: CountingRule, at: string): Promise<void> {
  // Plans are listed since they have a scope. The list is written last.
  if ((await stores.plans.list()).some(({ id }) => id === plan.id)) return;
  const event = (action: Event['action'], more: Pick<Event, 'version' | 'about'> & Partial<Event>): Event => ({
    at,
    by: { subject: 'tinhgon', name: 'Tinh Gọn', role: 'admin' },
    action,
    ...more,
  });
  await bringCatalogueIntoScope(stores, plan, rule);
  await stores.recount({
    plan: plan.id,
    repair: true,
    event: ({ id: redesign, procedure, version }) =>
      event('recount', { redesign, procedure, version, about: 'ghi thêm số liệu của phương án đã trình' }),
  });
  const isShipped = SHIPPED_BEFORE.has(createHash('sha256').update(canonicalJson(plan)).digest('hex'));
  const next: Plan = { ...(isShipped ? DEMONSTRATION_PLAN : plan), version: plan.version + 1 };
  const about = isShipped
    ? 'kế hoạch minh họa được thay bằng bản đi kèm phiên bản phần mềm này'
    : 'kế hoạch được đưa vào danh sách kế hoạch';
  await stores.plans.change(next, event('editPlan', { plan: plan.id, version: next.version, about }));
}
