// The installation on AWS: data, API and web as three stacks.
import { type App, Tags } from 'aws-cdk-lib';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { readSettings } from './settings.ts';
import { WebStack } from './web-stack.ts';

export interface Installation {
  data: DataStack;
  api: ApiStack;
  web: WebStack;
}

/**
 * Puts the stacks of one department into the app.
 * @throws Error when the context names no usable tenant, or the web application has not been built.
 */
export function installation(app: App): Installation {
  const settings = readSettings(app.node);
  const named = (part: string) => `${settings.tenant}-${part}`;
  const data = new DataStack(app, named('data'));
  const api = new ApiStack(app, named('api'), { settings, table: data.table });
  const web = new WebStack(app, named('web'), { api: api.api });
  Tags.of(app).add('application', 'tinh-gon');
  return { data, api, web };
}
