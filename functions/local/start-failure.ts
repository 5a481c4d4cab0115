/** A reason not to start that the person at the keyboard can act on: `message` is one Vietnamese sentence. */
export class StartFailureError extends Error {
  override readonly name = 'StartFailureError';
  readonly code = 'start-failure';
}

/** Code of a failed system call (`EADDRINUSE`, `EACCES`…), or an empty text. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
