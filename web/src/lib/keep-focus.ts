// A button that does its work and goes must not take the keyboard with it.

/** After something that had the focus may have left the page: if nothing has it now, the place takes it. */
export function keepFocus(place: HTMLElement | null | undefined = document.querySelector('main')): void {
  setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    if (place && place.tabIndex < 0) place.tabIndex = -1;
    place?.focus();
  });
}
