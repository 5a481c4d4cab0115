// Keeps the embedded store (a DynamoDB-compatible server on one SQLite file) running beside this process.
import { freePort } from './free-port.ts';
import { StartFailureError } from './start-failure.ts';
import { startStoreProcess, StorePortTakenError, type StoreProcess } from './store-process.ts';

type EmbeddedStore = { endpoint: string; stop: () => Promise<void> };

/** Ports tried, one after the other, and falls in a row after which the store is given up. */
const PORTS = 5;
const FALLS = 5;
/** A store that ran this long, in milliseconds, has got over its last fall. */
const STEADY = 60_000;

/**
 * Starts `binary` on `<folder>/store.db`. When it falls later it is started again on the same port and file: what it acknowledged is there.
 * `onGivenUp` is told once it can not be kept running. Throws StartFailureError when it does not come up at all.
 */
export async function startEmbeddedStore(binary: string, folder: string, onGivenUp: (failure: Error) => void): Promise<EmbeddedStore> {
  const first = await startOnFreePort(binary, folder);
  let running = first.running;
  let stopping = false;
  void keepRunning().catch(onGivenUp);

  async function keepRunning(): Promise<void> {
    for (let falls = 0, since = Date.now(); ; since = Date.now()) {
      await running.ended;
      if (stopping) return;
      falls = Date.now() - since > STEADY ? 1 : falls + 1;
      if (falls > FALLS) throw new StartFailureError('Kho dữ liệu nhiều lần dừng đột ngột, không giữ cho chạy tiếp được.');
      running = await startStoreProcess(binary, folder, first.port);
      if (stopping) return running.end();
    }
  }

  return {
    endpoint: `http://127.0.0.1:${first.port}`,
    stop: async () => {
      stopping = true;
      await running.end();
    },
  };
}

async function startOnFreePort(binary: string, folder: string): Promise<{ running: StoreProcess; port: number }> {
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    try {
      return { running: await startStoreProcess(binary, folder, port), port };
    } catch (error) {
      if (!(error instanceof StorePortTakenError) || tried === PORTS) throw error;
    }
  }
}
