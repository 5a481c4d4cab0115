// Finds the embedded store's program: the one named in DYNOXIDE, else the npm package of this platform, else `dynoxide` on the PATH.
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { StartFailureError } from './start-failure.ts';

const PROGRAM = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';

/** Path of an executable store. Throws StartFailureError when this machine has none. */
export function findStoreBinary(environment: NodeJS.ProcessEnv): string {
  const named = environment['DYNOXIDE'];
  const places = named ? [named] : [...packaged(), ...onPath(environment['PATH'] ?? '')];
  const found = places.find(executable);
  if (found) return found;
  throw new StartFailureError(
    named
      ? `Không chạy được chương trình kho dữ liệu ${named} (đặt trong DYNOXIDE).`
      : `Không tìm thấy chương trình kho dữ liệu dynoxide cho máy này (${process.platform}-${process.arch}): hãy chạy lại npm ci, cài dynoxide vào PATH, hoặc đặt DYNAMODB_ENDPOINT.`,
  );
}

function packaged(): string[] {
  const require = createRequire(import.meta.url);
  try {
    return [join(require.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`), '..', PROGRAM)];
  } catch {
    return [];
  }
}

const onPath = (path: string) =>
  path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, PROGRAM));

function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
