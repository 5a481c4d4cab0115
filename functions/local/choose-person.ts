// The provider's own page: shows the people, takes one choice, hands it to the provider. Only this browser's own form is believed.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { Directory } from './directory.ts';
import { choosePerson, notice, type Page } from './pages.ts';

/** A chosen subject and a token fit many times over. */
const BODY_LIMIT = 4096;

/** Answers `GET` and `POST` of one interaction of `provider`. */
export function createChoosePerson(provider: Provider, directory: Directory, origin: string) {
  const key = randomBytes(32);
  const tokenFor = (uid: string) => createHmac('sha256', key).update(uid).digest('hex');

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // The interaction is found by its HttpOnly SameSite cookie; without it there is nothing to choose for.
    const details = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!details) return send(response, 400, notice('Phiên đăng nhập đã hết hạn', 'Hãy về trang đầu và đăng nhập lại.'));
    const people = await directory();
    if (request.method === 'GET') return send(response, 200, choosePerson(people, tokenFor(details.uid)));
    if (request.method !== 'POST') return send(response, 405, notice('Không dùng được', 'Trang này chỉ để chọn người dùng.'));

    const form = await readForm(request);
    const person = people.find(({ subject }) => subject === form?.get('subject'));
    const foreign = request.headers.origin !== undefined && request.headers.origin !== origin;
    if (foreign || !same(form?.get('token') ?? '', tokenFor(details.uid))) {
      return send(response, 403, notice('Không nhận lựa chọn này', 'Lựa chọn không đến từ trang chọn người dùng của phiên đăng nhập này.'));
    }
    if (!person) return send(response, 400, choosePerson(people, tokenFor(details.uid)));
    await provider.interactionFinished(request, response, { login: { accountId: person.subject, remember: false } });
  };
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function send(response: ServerResponse, status: number, page: Page): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.policy,
    'cache-control': 'no-store',
  });
  response.end(page.html);
}
