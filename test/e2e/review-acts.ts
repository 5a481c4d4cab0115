// What browser tests of the review begin with: proposals and comments made past the screens, each by the person who may.
import type { APIResponse, Page } from 'playwright-core';
import type { Comment } from '#procedures/review/comment.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Person } from '#procedures/review/person.ts';
import { edit, send, stored } from './acts.ts';

/** Why a mark stands, complete. */
export const WHY = {
  ground: 'necessity',
  reason: 'Không dùng khi quyết định (minh họa).',
  authority: 'decide',
} as const satisfies Partial<Mark>;

/** A complete mark that removes a field. */
export const removed = (element: string): Edit => ({ kind: 'mark', element, mark: { treatment: 'remove', ...WHY } });

/** Begins the redesign of a procedure as its specialist, or finds it open. */
export async function begin(page: Page, procedure: string): Promise<string> {
  const { redesign } = (await answered(await send(page, '/api/redesigns', { procedure }))) as { redesign: Redesign };
  return redesign.id;
}

/** An action on a redesign, on whatever version the server has. */
export async function act(page: Page, redesign: string, action: string, data: unknown = undefined): Promise<unknown> {
  const { version } = await stored(page, redesign);
  return answered(await send(page, `/api/redesigns/${redesign}/${action}`, data, version));
}

/** Begins, marks and submits a redesign. */
export async function propose(page: Page, procedure: string, edits: readonly Edit[]): Promise<string> {
  const redesign = await begin(page, procedure);
  await edit(page, redesign, edits);
  await act(page, redesign, 'submit');
  return redesign;
}

/** A comment of the reviewer, on an element or on the whole. */
export async function say(page: Page, redesign: string, text: string, element?: string): Promise<Comment> {
  return (await answered(await send(page, `/api/redesigns/${redesign}/comments`, { text, ...(element && { element }) }))) as Comment;
}

/** All comments of a redesign. */
export async function comments(page: Page, redesign: string): Promise<Comment[]> {
  const { origin } = new URL(page.url());
  const body = (await (await page.request.get(`${origin}/api/redesigns/${redesign}/comments`)).json()) as { comments: Comment[] };
  return body.comments;
}

/** A new person, entered by the administrator. */
export async function enter(admin: Page, person: Pick<Person, 'name' | 'role' | 'office'> & { email: string }): Promise<Person> {
  return (await answered(await send(admin, '/api/people', person))) as Person;
}

async function answered(answer: APIResponse): Promise<unknown> {
  if (!answer.ok()) throw new Error(`${answer.url()} ${answer.status()}: ${await answer.text()}`);
  return answer.status() === 204 ? null : answer.json();
}
