// One run of the local system in this process: start, announce, and when asked to, stop everything that was started.
import { announcement } from './announcement.ts';
import { startLocalSystem } from './start.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A second signal within this many milliseconds is the same wish, told twice (a terminal tells npm and us). */
const SAME_WISH = 1_000;
/** How often to look whether npm is still there, in milliseconds. */
const LOOK = 500;

/** Starts by `environment`; `give` ends the process when the running system can not go on. */
export async function run(environment: NodeJS.ProcessEnv, give: (failure: Error) => void): Promise<void> {
  const parent = process.ppid;
  const system = await startLocalSystem(environment, (failure) => void system.stop().finally(() => give(failure)));
  console.log(announcement(system));

  let asked = 0;
  const stop = () => {
    // Asked again, it goes at once; the store's guard ends the store.
    if (asked && Date.now() - asked > SAME_WISH) process.exit(130);
    if (asked) return;
    asked = Date.now();
    console.log('Đang dừng…');
    void system.stop().finally(() => process.exit(0));
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  if (environment['npm_lifecycle_event']) whenGone(parent, () => asked || stop());
}

/** `npm start` ended by a signal ends the shell between it and us without a word to us; then we are nobody's child. */
function whenGone(parent: number, act: () => void): void {
  setInterval(() => process.ppid !== parent && act(), LOOK).unref();
}
