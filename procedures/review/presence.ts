// Presence (đang mở): one open tab of one person on a redesign. It is no history: it vanishes when the tab does.
import * as z from 'zod/mini';
import { Label, Moment } from '#procedures/text/label.ts';

/** Chosen by the browser; one person may have several tabs open. */
export const TabId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/));
const Tab = z.strictObject({ subject: z.string(), tab: TabId });

export const Presence = z.extend(Tab, {
  name: Label,
  officeName: Label,
  since: Moment,
  /** The last sign of life. */
  at: Moment,
  /** Since when this tab edits; absent while it only looks. */
  editing: z.optional(Moment),
  /** Has changes that are not saved yet. */
  unsaved: z.boolean(),
  /** Asks the one who edits to hand over. */
  asks: z.optional(z.strictObject({ of: Tab, at: Moment })),
  /** Has saved and hands over to the one who asked. */
  yields: z.optional(z.strictObject({ to: Tab, at: Moment })),
});
export type Tab = z.infer<typeof Tab>;
export type Presence = z.infer<typeof Presence>;
