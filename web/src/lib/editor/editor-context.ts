import { createContext } from 'svelte';
import type { Talk } from '#lib/talk/talk.svelte.ts';
import type { Presence } from './presence.svelte.ts';
import type { RedesignEditor } from './redesign-editor.svelte.ts';

/** The editor of the page; a context and not a module variable, so that two can be open. */
export const [useEditor, provideEditor] = createContext<RedesignEditor>();

/** The talk about its redesign, and who else is there. */
export const [useTalk, provideTalk] = createContext<Talk>();
export const [usePresence, providePresence] = createContext<Presence>();
