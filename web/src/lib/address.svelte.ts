// The address follows what is typed and filtered, so that a view can be sent to a colleague and survives a reload.
import { beforeNavigate, goto, replaceState } from '$app/navigation';
import { page } from '$app/state';

/** Milliseconds of quiet before the address is written; browsers limit how often it may change. */
const QUIET = 250;

/** Call while a component is set up. Writes the address a moment after its last change, or at once when the page is left before that. */
export function followAddress(address: () => string): void {
  const isNew = (wanted: string) => wanted !== location.pathname + location.search;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: string | null = null;

  $effect(() => {
    const wanted = address();
    waiting = wanted;
    timer = setTimeout(() => {
      waiting = null;
      if (isNew(wanted)) void goto(wanted, { replace: true, reset: false });
    }, QUIET);
    return () => clearTimeout(timer);
  });

  // Another `goto` would break off the way to the next page.
  beforeNavigate(({ to }) => {
    if (to?.url.pathname === location.pathname) return;
    clearTimeout(timer);
    if (waiting !== null && isNew(waiting) && to !== null) replaceState(waiting, page.state);
    waiting = null;
  });
}
