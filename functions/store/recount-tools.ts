// What every part of a recount works with.
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Event } from './event.ts';
import type { LineStore } from './line-store.ts';
import type { RedesignStore } from './redesign-store.ts';
import type { Storage } from './storage.ts';

/** `repair`: also mends. `event`: the line of the history of a redesign that is mended. */
export type Recounting = { plan: string; repair: boolean; event: (redesign: Redesign) => Event };
/** `target` of the plan for declared information, in hundredths of a percent: every line is reckoned with it. */
export type Recounter = Recounting & { target: number | undefined; storage: Storage; redesigns: RedesignStore; lines: LineStore };
