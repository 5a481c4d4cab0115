// Synthesises the real CDK app once a test file: its templates, and the bundles that CDK would upload.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { installation } from '../../infra/installation.ts';

export interface Synthesised {
  data: Template;
  api: Template;
  web: Template;
  /** Path of the bundled Lambda entry whose handler's logical id begins with the given words. */
  bundle: (logicalId: string) => string;
  /** Removes what was written. */
  remove: () => void;
}

/** Writes into the template where the bundle of a function lies. */
const ASSET_PATHS = 'aws:cdk:enable-asset-metadata';

interface LambdaResource {
  Metadata: { 'aws:asset:path': string };
}

export function synthesise(context: Record<string, string> = {}): Synthesised {
  const outdir = mkdtempSync(join(tmpdir(), 'tinh-gon-cdk-'));
  const app = new App({ outdir, context: { ...context, [ASSET_PATHS]: true } });
  const { data, api, web } = installation(app);
  app.synth();
  const apiTemplate = Template.fromStack(api);
  return {
    data: Template.fromStack(data),
    api: apiTemplate,
    web: Template.fromStack(web),
    bundle: (logicalId) => {
      const functions = Object.entries(apiTemplate.findResources('AWS::Lambda::Function') as Record<string, LambdaResource>);
      const found = functions.find(([id]) => id.startsWith(logicalId));
      if (!found) throw new Error(`No function ${logicalId} in the template`);
      return join(outdir, found[1].Metadata['aws:asset:path'], 'index.mjs');
    },
    remove: () => rmSync(outdir, { recursive: true }),
  };
}
