import { createContext } from 'svelte';
import type { RedesignEditor } from './redesign-editor.svelte.ts';

/** The editor of the page; a context and not a module variable, so that two can be open. */
export const [useEditor, provideEditor] = createContext<RedesignEditor>();
