// The address follows what is typed and filtered, so that a view can be sent to a colleague and survives a reload.
import { goto } from '$app/navigation';

/** Call while a component is set up. Writes the address a moment after its last change; browsers limit how often it may change. */
export function followAddress(address: () => string): void {
  $effect(() => {
    const wanted = address();
    const timer = setTimeout(() => {
      if (wanted !== location.pathname + location.search) void goto(wanted, { replace: true, reset: false });
    }, 250);
    return () => clearTimeout(timer);
  });
}
