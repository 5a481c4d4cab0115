// A bundle in a process of its own, handed events as the Lambda runtime does.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { GatewayAnswer } from './api-gateway-event.ts';

const CHILD = join(import.meta.dirname, 'lambda-child.mjs');

export type LambdaFunction = ReturnType<typeof startFunction>;

/** What Lambda sets by itself: region and credentials. `endpoint` is the store's. */
export const lambdaEnvironment = (endpoint: string) => ({
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-secret',
  AWS_SESSION_TOKEN: 'not-a-token',
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
});

/** Starts the bundle with exactly this environment. Events are answered one after another. */
export function startFunction(bundle: string, environment: Record<string, string>) {
  const child = fork(CHILD, [bundle], { execArgv: [], env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'exit');

  /** The answer, or an Error with everything that the function printed when it ended instead. */
  async function invoke(event: APIGatewayProxyEventV2): Promise<GatewayAnswer> {
    const answered = once(child, 'message');
    child.send(event, () => {});
    const first = await Promise.race([answered.then(([answer]) => answer as GatewayAnswer), ended.then(() => null)]);
    if (first === null) throw new Error(output);
    return first;
  }

  async function stop(): Promise<void> {
    child.kill('SIGKILL');
    await ended;
  }

  return { invoke, stop, output: () => output };
}
