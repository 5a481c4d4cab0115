// Guest links of a submission: made and withdrawn by Văn phòng Sở, seen by everyone signed in.
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono/quick';
import * as z from 'zod/mini';
import { type GuestLink, GuestLinkInput } from '#procedures/proposal/guest-link.ts';
import { linkState } from '#procedures/proposal/link-state.ts';
import { formatMoment } from '#procedures/text/date.ts';
import { Id } from '#procedures/text/label.ts';
import type { AppDeps, SignedInEnv } from '../environment.ts';
import { submissionLine } from '../event-line.ts';
import { hashOfToken } from '../guest-access.ts';
import { notFound } from '../problem.ts';
import { SubmissionAccess } from '../submission-access.ts';
import { body, byId, path } from '../validate.ts';

const byLink = path(z.object({ id: Id, link: Id }));
const TOKEN_BYTES = 32;
const DAY = 24 * 60 * 60 * 1000;

/**
 * `/api/submissions/:id/links`: the links with whether each opens (`{links}`), a new one with its token, which is shown this once and kept
 * nowhere (201 `{link, token}`), and the withdrawing of one, which can be asked again (`{link}`).
 */
export const submissionLinks = (deps: AppDeps) => {
  const { links } = deps.stores;
  const access = new SubmissionAccess(deps);
  return new Hono<SignedInEnv>()
    .get('/:id/links', byId, async (c) => {
      const { submission, by } = await access.withSubmission(c.var.subject, c.req.valid('param').id, 'readSubmission');
      const all = await links.list(submission.id);
      return c.json({ links: all.map((link) => ({ ...link, state: linkState(link, submission.signed, by.at) })) }, 200);
    })
    .post('/:id/links', byId, body(GuestLinkInput), async (c) => {
      const { label, days } = c.req.valid('json');
      const { person, submission, by } = await access.withSubmission(c.var.subject, c.req.valid('param').id, 'share');
      if (!submission.signed) throw notFound('tờ trình đã ký');
      const link: GuestLink = {
        id: deps.newId(),
        submission: submission.id,
        signing: submission.signed.number,
        label,
        createdBy: by.name,
        createdAt: by.at,
        expiresAt: new Date(Date.parse(by.at) + days * DAY).toISOString(),
      };
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const about = `Tạo liên kết cho ${label}, mở được đến ${formatMoment(link.expiresAt)}`;
      await links.create(link, hashOfToken(token), submissionLine(person, 'share', submission, by.at, { about }));
      return c.json({ link: { ...link, openings: 0, state: 'open' as const }, token }, 201);
    })
    .post('/:id/links/:link/withdraw', byLink, async (c) => {
      const { id, link: wanted } = c.req.valid('param');
      const { person, submission, by } = await access.withSubmission(c.var.subject, id, 'share');
      const link = await links.read(submission.id, wanted);
      if (!link) throw notFound('liên kết này');
      const withdrawn = { ...link, withdrawn: link.withdrawn ?? { by: by.name, at: by.at } };
      const event = submissionLine(person, 'share', submission, by.at, { about: `Thu hồi liên kết của ${link.label}` });
      if (!link.withdrawn) await links.withdraw(withdrawn, event);
      return c.json({ link: { ...withdrawn, state: 'withdrawn' as const } }, 200);
    });
};
