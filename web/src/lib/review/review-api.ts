// What is asked of the server about reviewing: verdicts, comments, visits. Every function resolves or throws ApiError.
import { ask, at, by } from '#lib/ask.ts';
import { createClient } from '#functions/http/client.ts';
import type { Comment } from '#procedures/review/comment.ts';

const { redesigns } = createClient('/').api;
const one = redesigns[':id'];

/** All comments, oldest first; they come in pages. */
async function comments(id: string): Promise<Comment[]> {
  const all: Comment[] = [];
  let after: string | null = null;
  do {
    const query: { after?: string } = after === null ? {} : { after };
    const page: { comments: Comment[]; next: string | null } = await ask(one.comments.$get({ ...by(id), query }));
    all.push(...page.comments);
    after = page.next;
  } while (after !== null);
  return all;
}

export const reviewApi = {
  accept: (id: string, version: number) => ask(one.accept.$post(at(id, version))),
  giveBack: (id: string, version: number) => ask(one.return.$post({ ...at(id, version), json: {} })),
  visit: (id: string) => ask(one.visit.$put(by(id))),
  comments,
  comment: (id: string, json: { element?: string; proposal?: number; text: string }) => ask(one.comments.$post({ ...by(id), json })),
  reply: (id: string, comment: string, text: string) =>
    ask(one.comments[':comment'].replies.$post({ param: { id, comment }, json: { text } })),
  resolve: (id: string, { id: comment, version }: Comment, resolved: boolean) =>
    ask(one.comments[':comment'].resolved.$post({ param: { id, comment }, header: at(id, version).header, json: { resolved } })),
};
