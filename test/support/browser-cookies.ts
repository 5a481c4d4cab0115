// As much of a browser as signing in needs: it keeps cookies by path, follows redirects and sends a form.

type Cookie = { value: string; path: string };
type Visit = { status: number; address: string; body: string; headers: Headers };

/** A fresh browser without cookies; `kept` is the session it ends up with. */
export function cookieBrowser() {
  const jar = new Map<string, Cookie>();

  function remember(headers: Headers, path: string) {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', ...value] = pair.split('=');
      const own = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? path;
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=Thu, 01 Jan 1970/i.test(attribute));
      if (gone) jar.delete(`${own} ${name}`);
      else jar.set(`${own} ${name}`, { value: value.join('='), path: own });
    }
  }

  function cookiesFor(path: string): string {
    const fitting = [...jar].filter(([, cookie]) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')));
    return fitting.map(([key, { value }]) => `${key.split(' ')[1]}=${value}`).join('; ');
  }

  async function visit(address: string, init: RequestInit = {}, hops = 12): Promise<Visit> {
    const { pathname } = new URL(address);
    const headers = new Headers(init.headers);
    headers.set('cookie', cookiesFor(pathname));
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    remember(answer.headers, pathname);
    const location = answer.headers.get('location');
    if (location === null || hops === 0) return { status: answer.status, address, body: await answer.text(), headers: answer.headers };
    return visit(new URL(location, address).href, {}, hops - 1);
  }

  return { visit, cookiesFor };
}
