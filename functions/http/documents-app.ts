// The papers and files: Word, Excel, and pages as data. An app of its own, so that the API does not carry the writers.
import { Hono } from 'hono/quick';
import { baseApp } from './base.ts';
import type { FileDeps, SignedInEnv } from './environment.ts';
import { definitionFiles } from './routes/definition-files.ts';
import { guestPapers } from './routes/guest-papers.ts';
import { journalFiles } from './routes/journal-files.ts';
import { proposalFiles } from './routes/proposal-files.ts';
import { reportFiles } from './routes/report-files.ts';
import { submissionPapers } from './routes/submission-papers.ts';
import { signedIn } from './signed-in.ts';

/** Every address of this app; infra/api-stack.ts names the same ones for AWS. */
const ADDRESSES = [
  /^\/api\/procedures\/[^/]+\/revisions\/[^/]+\/files\/[^/]+$/,
  /^\/api\/redesigns\/[^/]+\/proposals\/[^/]+\/files\/[^/]+$/,
  /^\/api\/submissions\/[^/]+\/(?:papers|files)\/[^/]+$/,
  /^\/api\/reports\/[^/]+\/files\/[^/]+$/,
  /^\/api\/journal\/files\/[^/]+$/,
  /^\/api\/guest\/papers\/[^/]+$/,
];

/** Whether a path is for this app, where both stand behind one address. */
export const answersWithFile = (pathname: string): boolean => ADDRESSES.some((address) => address.test(pathname));

/** The app on its stores and writers. Every file that leaves is a line of the history. */
export function createDocumentsApp(deps: FileDeps) {
  const files = new Hono<SignedInEnv>()
    .use(signedIn(deps))
    .route('/procedures', definitionFiles(deps))
    .route('/redesigns', proposalFiles(deps))
    .route('/submissions', submissionPapers(deps))
    .route('/reports', reportFiles(deps))
    .route('/journal', journalFiles(deps));
  return baseApp(deps).basePath('/api').route('/guest/papers', guestPapers(deps)).route('/', files);
}
