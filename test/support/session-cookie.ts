import { Hono } from 'hono';
import { createSessions } from '#functions/http/session.ts';

/** The cookie that the workspace itself gives to `subject` when its sessions are sealed with `secret` and served over https. */
export async function sessionCookie(secret: string, subject: string): Promise<string> {
  const sessions = createSessions({ secret: async () => secret, secure: true });
  const app = new Hono().get('/', async (c) => {
    await sessions.begin(c, subject);
    return c.body(null, 204);
  });
  const answer = await app.request('https://tinh-gon.example/');
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
