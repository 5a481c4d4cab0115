// A browser's view of the server: one kept connection, one request at a time.
import { Agent, request } from 'node:http';

type Answer = { status: number; body: string };
type Sent = { json?: unknown; version?: number };

/** A connection to `origin` with the session of `cookie`. The answer resolves once its last byte is there. */
export function keepAlive(origin: string, cookie: string) {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  function ask(method: 'GET' | 'POST', path: string, { json: content, version }: Sent = {}): Promise<Answer> {
    const body = content === undefined ? undefined : JSON.stringify(content);
    const headers = {
      cookie,
      origin,
      ...(body !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    };
    return new Promise((resolve, reject) => {
      const sent = request({ host: hostname, port, path, agent, method, headers }, (answer) => {
        let read = '';
        answer
          .setEncoding('utf8')
          .on('data', (part: string) => (read += part))
          .on('end', () => resolve({ status: answer.statusCode ?? 0, body: read }))
          .on('error', reject);
      });
      sent.on('error', reject).end(body);
    });
  }

  /** The body of an answer that must be a success. */
  async function success(method: 'GET' | 'POST', path: string, sent?: Sent): Promise<string> {
    const { status, body } = await ask(method, path, sent);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${body}`);
    return body;
  }

  const json = async <Body>(method: 'GET' | 'POST', path: string, sent?: Sent): Promise<Body> =>
    JSON.parse(await success(method, path, sent)) as Body;

  return { ask, success, json, close: () => agent.destroy() };
}
