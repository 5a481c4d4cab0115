import type { Context } from 'hono';
import { html } from 'hono/html';

/** A page of one sentence, for the moments when no app is loaded that could say it: on the way to the identity provider and back. */
export function noticePage(c: Context, status: 400 | 403 | 502, title: string, sentence: string) {
  return c.html(
    html`<!doctype html>
      <html lang="vi">
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} – Tinh Gọn</title>
        <h1>${title}</h1>
        <p>${sentence}</p>
        <p><a href="/api/session/sign-in">Đăng nhập lại</a></p>
      </html>`,
    status,
  );
}
