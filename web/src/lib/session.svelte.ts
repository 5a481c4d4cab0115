// Whether the session still stands. A page that meets 401 keeps what is typed and shows the way to sign in again (SessionEnded.svelte).

class Session {
  /** True from the first 401 of a running page until a new sign-in is seen. */
  ended = $state(false);
}

export const session = new Session();
