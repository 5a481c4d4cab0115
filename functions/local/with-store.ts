// The store for a command of `tinhgon`: that of one machine, or that of an installation on AWS.
import { createDocumentClient } from '#functions/store/client.ts';
import { createStores, type Stores } from '#functions/store/stores.ts';
import { openDataFolder } from './data-folder.ts';
import { localSettings } from './local-settings.ts';
import { openStore } from './open-store.ts';

/**
 * Does `work` on the store of this machine, in the data folder or wherever DYNAMODB_ENDPOINT says, then closes it. Nobody else may be using
 * it. Throws StartFailureError when it cannot be opened.
 */
export async function withLocalStore<Result>(environment: NodeJS.ProcessEnv, work: (stores: Stores) => Promise<Result>): Promise<Result> {
  const settings = localSettings(environment);
  const folder = openDataFolder(settings.dataFolder);
  try {
    const store = await openStore({ endpoint: settings.endpoint, folder: folder.path, environment }, () => process.exit(1));
    return await work(store.stores).finally(store.stop);
  } finally {
    folder.release();
  }
}

/** The same on the table that TABLE and TENANT name, where people may be at work; without these, on the store of this machine. */
export async function withStore<Result>(environment: NodeJS.ProcessEnv, work: (stores: Stores) => Promise<Result>): Promise<Result> {
  const { TABLE: table, TENANT: tenant, AWS_REGION: region = 'local', DYNAMODB_ENDPOINT: endpoint } = environment;
  if (!table || !tenant) return withLocalStore(environment, work);
  const client = createDocumentClient({ region, ...(endpoint && { endpoint }) });
  return work(createStores({ client, table, tenant })).finally(() => client.destroy());
}
