// One run of the local system in this process: start, announce, and on a signal stop everything that was started.
import { announcement } from './announcement.ts';
import { startLocalSystem } from './start.ts';

/** Starts by `environment`; `give` ends the process when the running system can not go on. */
export async function run(environment: NodeJS.ProcessEnv, give: (failure: Error) => void): Promise<void> {
  const system = await startLocalSystem(environment, (failure) => void system.stop().finally(() => give(failure)));
  console.log(announcement(system));

  let stopping = false;
  const stop = () => {
    // Asked twice, it goes at once; the store's guard ends the store.
    if (stopping) process.exit(130);
    stopping = true;
    console.log('Đang dừng…');
    void system.stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}
