import { tick } from 'svelte';

/** Brings the chosen tab of a row into sight: on a narrow screen a late one lies beyond the edge. */
export async function showChosenTab(row: HTMLElement | null): Promise<void> {
  await tick();
  row?.querySelector('[data-state="active"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}
