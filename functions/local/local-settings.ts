// What the local server can be told by environment variables, read once and checked.
import * as z from 'zod/mini';
import { StartFailureError } from './start-failure.ts';

/** Addresses that reach this machine only. */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'] as const;

const Settings = z.object({
  PORT: z
    .pipe(z.prefault(z.string().check(z.regex(/^\d{1,5}$/)), '3000'), z.transform(Number))
    .check(z.refine((port) => port >= 1 && port <= 65_535)),
  HOST: z.prefault(z.string(), '127.0.0.1'),
  DATA_DIR: z.prefault(z.string().check(z.minLength(1)), '.data'),
  /** A DynamoDB-compatible engine to use in place of the embedded store. */
  DYNAMODB_ENDPOINT: z.optional(z.url({ protocol: /^https?$/ })),
});

const WRONG: Record<string, string> = {
  PORT: 'PORT phải là một số từ 1 đến 65535',
  DATA_DIR: 'DATA_DIR phải là đường dẫn của một thư mục',
  DYNAMODB_ENDPOINT: 'DYNAMODB_ENDPOINT phải là một địa chỉ http:// hoặc https://',
};

export type LocalSettings = { port: number; host: string; origin: string; dataFolder: string; endpoint?: string };

/** Reads `environment`; an empty variable counts as not set. Throws StartFailureError naming the first wrong one. */
export function localSettings(environment: NodeJS.ProcessEnv): LocalSettings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Settings.safeParse(set);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    throw new StartFailureError(`${WRONG[name] ?? name} (đang đặt ${name}=${environment[name]}).`);
  }
  const { PORT: port, HOST: host, DATA_DIR: dataFolder, DYNAMODB_ENDPOINT: endpoint } = read.data;
  // Whoever reaches this port may choose to be anybody: no other machine may.
  if (!LOOPBACK.some((address) => address === host)) {
    throw new StartFailureError(
      `Danh tính minh họa chỉ được dùng trên máy này: HOST phải là ${LOOPBACK.join(', ')} (đang đặt HOST=${host}).`,
    );
  }
  return { port, host, origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, dataFolder, endpoint };
}

/** The names by which a browser on this machine may call the server. */
export const loopbackHosts = (port: number): ReadonlySet<string> => new Set([`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]);
