// The code of one Lambda: an ESM entry, and in files of their own whatever is loaded only when it is needed.
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type AssetCode, Code } from 'aws-cdk-lib/aws-lambda';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Gives a CommonJS dependency inside the ESM bundle the `require` it looks for. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles `entry` (a path from the root of the repository) as `index.mjs`. Splitting leaves the sign-in library and the credential
 * providers that no Lambda uses out of the entry: parsing them made a third of the cold start. NodejsFunction cannot split.
 */
export function bundle(entry: string): AssetCode {
  return Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: the bundling is always local. But CDK tells one bundle from another by this command.
      image: DockerImage.fromRegistry('scratch'),
      command: [entry],
      local: {
        tryBundle: (folder) => {
          writeBundle(entry, folder);
          return true;
        },
      },
    },
  });
}

/** Writes the bundle of `entry` into a folder. Throws esbuild's own error, with every place it complains about, when it does not build. */
export function writeBundle(entry: string, outdir: string): void {
  buildSync({
    absWorkingDir: root,
    entryPoints: { index: entry },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
}
