import type { Failure } from '#lib/failure.ts';

declare global {
  namespace App {
    /** What an error page can show: `message` is the title. */
    interface Error {
      detail?: string;
      places?: Failure['places'];
    }
  }
}

export {};
