// The store of one machine: the embedded one in the data folder, or whatever DYNAMODB_ENDPOINT names; table made, stores ready.
import { createDocumentClient } from '#functions/store/client.ts';
import { createStores, type Stores } from '#functions/store/stores.ts';
import { createTable } from './create-table.ts';
import { startEmbeddedStore } from './embedded-store.ts';
import { StartFailureError, systemCode } from './start-failure.ts';
import { findStoreBinary } from './store-binary.ts';

export const TABLE_NAME = 'tinh-gon';
export const TENANT = 'local';
/** The SDK wants a region; an engine of one's own does not care which. */
const REGION = 'local';

type OpenStore = { stores: Stores; stop: () => Promise<void> };
type Wanted = { endpoint?: string; folder: string; environment: NodeJS.ProcessEnv };

/** Opens the store. Throws StartFailureError when it does not come up; `onFailure` is told when it is lost later for good. */
export async function openStore({ endpoint: given, folder, environment }: Wanted, onFailure: (failure: Error) => void): Promise<OpenStore> {
  const embedded = given ? undefined : await startEmbeddedStore(findStoreBinary(environment), folder, onFailure);
  const endpoint = given ?? embedded?.endpoint ?? '';
  const client = createDocumentClient({ endpoint, region: REGION });
  const stop = async () => {
    client.destroy();
    await embedded?.stop();
  };
  try {
    await createTable(client, TABLE_NAME);
  } catch (error) {
    await stop();
    const why = systemCode(error) || (error instanceof Error ? error.name : String(error));
    throw new StartFailureError(
      given ? `Không dùng được kho dữ liệu tại ${given} (${why}).` : `Không mở được kho dữ liệu trong ${folder} (${why}).`,
    );
  }
  return { stores: createStores({ client, table: TABLE_NAME, tenant: TENANT }), stop };
}
