// The one port of the local system: hands each request to the API, the identity provider or the web app, for this machine's own browser only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Provider } from 'oidc-provider';
import { createChoosePerson } from './choose-person.ts';
import type { Directory } from './directory.ts';
import { handToProvider, INTERACTION_PATH, OIDC_PATH } from './identity-provider.ts';
import { loopbackHosts, type LocalSettings } from './local-settings.ts';
import { notice } from './pages.ts';
import { StartFailureError, systemCode } from './start-failure.ts';

type Fetch = (request: Request) => Response | Promise<Response>;
type Parts = { api: Fetch; web: Fetch; provider: Provider; directory: Directory };

/** How long requests under way may take once the server is to stop, in milliseconds. */
const DRAIN = 3_000;

/** A server of `parts`, not listening yet. */
export function createLocalServer({ port, origin }: LocalSettings, { api, web, provider, directory }: Parts): Server {
  // With its own light Request and Response: an answer goes out in one write, not through a stream.
  const apiListener = getRequestListener(api);
  const webListener = getRequestListener(web, { overrideGlobalObjects: false });
  const choosePerson = createChoosePerson(provider, directory, origin);
  const names = loopbackHosts(port);

  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'same-origin');
    // Another name for this address is a foreign page that made its name point here (DNS rebinding).
    if (!names.has(request.headers.host ?? '')) return plain(response, 421, `Tinh Gọn chỉ trả lời tại ${origin}.`);
    if (isElsewhere(request, path, origin)) return void response.writeHead(307, { location: `${origin}${request.url}` }).end();
    if (path.startsWith(INTERACTION_PATH)) return void choosePerson(request, response).catch(() => failed(response));
    if (path === OIDC_PATH || path.startsWith(`${OIDC_PATH}/`)) return handToProvider(provider, request, response);
    return void (path.startsWith('/api/') ? apiListener : webListener)(request, response);
  });
}

/** Cookies belong to one name of this machine: pages and sign-in live at the printed address, whichever name was typed. */
function isElsewhere({ method, headers }: IncomingMessage, path: string, origin: string): boolean {
  const isPage = method === 'GET' && (!path.startsWith('/api/') || path === '/api/session/sign-in');
  return isPage && `http://${headers.host}` !== origin;
}

/** Listens on the address of `settings`. Throws StartFailureError when the port is taken or not ours to take. */
export function listen(server: Server, { port, host }: LocalSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = systemCode(error);
      const why =
        code === 'EADDRINUSE' ? 'đã có chương trình khác dùng' : code === 'EACCES' ? 'không được phép dùng' : `không mở được (${code})`;
      reject(new StartFailureError(`Cổng ${port} ${why}: hãy dừng chương trình đó, hoặc đặt PORT sang cổng khác.`));
    });
    server.listen(port, host, resolve);
  });
}

/** Takes no new requests, lets those under way finish for a moment, then cuts the rest. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN);
  await closed;
  clearTimeout(limit);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function failed(response: ServerResponse): void {
  const page = notice('Không đăng nhập được', 'Đã có lỗi khi đăng nhập. Hãy về trang đầu và thử lại.');
  if (!response.headersSent)
    response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': page.policy });
  response.end(page.html);
}
