// Whether the session still stands. A page that meets 401 keeps what is typed and shows the way to sign in again (SessionEnded.svelte);
// one whose person has left in the meantime says so (SeatGone.svelte).

class Session {
  /** True from the first 401 of a running page until a new sign-in is seen. */
  ended = $state(false);
  /** True from the moment on at which the person of a running page has no seat any more. */
  gone = $state(false);
}

export const session = new Session();
