// What the app is built from, and what a request carries through it.
import type { Stores } from '#functions/store/stores.ts';
import type { IdentityProvider } from './identity.ts';
import type { ProblemCode } from './problem.ts';
import type { Sessions } from './session.ts';
import type { Writers } from './writers.ts';

/** One request in the log: no query, no cookie, no body. */
export type LogLine = {
  at: string;
  method: string;
  path: string;
  status: number;
  milliseconds: number;
  person?: string;
  problem?: ProblemCode;
  /** Of unexpected errors only. */
  error?: string;
};

export type AppDeps = {
  stores: Stores;
  sessions: Sessions;
  identity: IdentityProvider;
  /** Where people open the workspace, `https://…`; changes must come from there. */
  origin: string;
  version: string;
  now: () => Date;
  /** A new identity for a redesign. */
  newId: () => string;
  log: (line: LogLine) => void;
};

/** What the app of the papers and files needs besides. */
export type FileDeps = AppDeps & { writers: Writers };

export type HttpEnv = { Variables: { problem?: ProblemCode; error?: string; subject?: string } };
/** Behind `signedIn`. */
export type SignedInEnv = { Variables: { problem?: ProblemCode; error?: string; subject: string } };
