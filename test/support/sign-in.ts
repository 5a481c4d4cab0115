import { cookieBrowser } from './browser-cookies.ts';

/** Signs a demonstration person in through the provider's own page; the `cookie` header of the session. */
export async function signIn(origin: string, subject: string): Promise<string> {
  const browser = cookieBrowser();
  const page = await browser.visit(`${origin}/api/session/sign-in?to=/`);
  await choose(browser, page, subject);
  return browser.cookiesFor('/api/');
}

/** Sends the choose-a-person page back with one person chosen. */
export function choose(browser: ReturnType<typeof cookieBrowser>, page: { address: string; body: string }, subject: string) {
  const token = /name="token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const { origin } = new URL(page.address);
  return browser.visit(page.address, { method: 'POST', headers: { origin }, body: new URLSearchParams({ subject, token }) });
}
