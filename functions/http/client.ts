// The one file of the server that the web app may import: the typed client and the shapes that it answers with.
import { hc } from 'hono/client';
import type { App } from './app.ts';
import type { PaperName } from './paper-page.ts';
import type { SubmissionFile } from './routes/submission-papers.ts';

export type { Block, OfficialPaper, Row, Section, Table, Text } from '#functions/documents/blocks.ts';
export type { CatalogueRow } from '#functions/store/catalogue-row.ts';
export type { PaperName, PaperPage } from './paper-page.ts';
export type { Problem } from './problem.ts';
export type { SubmissionFile } from './routes/submission-papers.ts';

/** Computed here once, so that editors need not compute it at every call. */
export type Client = ReturnType<typeof hc<App>>;

/** A client of the API at `baseUrl` (`/` from its own origin). */
export const createClient = (...given: Parameters<typeof hc>): Client => hc<App>(...given);

export type FileFormat = 'docx' | 'xlsx';

/** Where the file of a proposal is. */
export const proposalFile = (redesign: string, number: number, format: FileFormat): string =>
  `/api/redesigns/${encodeURIComponent(redesign)}/proposals/${number}/files/${format}`;

/** Where the file of a definition is. */
export const definitionFile = (procedure: string, revision: number, format: FileFormat): string =>
  `/api/procedures/${encodeURIComponent(procedure)}/revisions/${revision}/files/${format}`;

/** Where the file of a report is; of the current plan where none is named. */
export const reportFile = (template: string, period: string, format: FileFormat, plan?: string): string =>
  `/api/reports/${encodeURIComponent(template)}/files/${format}?${new URLSearchParams({ period, ...(plan !== undefined && { plan }) })}`;

/** Where the journal of a month is as a file, with the query of the journal. */
export const journalFile = (query: Record<string, string>): string => `/api/journal/files/xlsx?${new URLSearchParams(query)}`;

/** Where a file of a submission is. */
export const submissionFile = (submission: string, file: SubmissionFile): string =>
  `/api/submissions/${encodeURIComponent(submission)}/files/${file}`;

/** Where a part of a paper of a submission is, as a PaperPage: `from` and `count` name procedures of the annex, from 0. */
export const submissionPaper = (submission: string, paper: PaperName, from = 0, count = 10): string =>
  `/api/submissions/${encodeURIComponent(submission)}/papers/${paper}?from=${from}&count=${count}`;

/** The same for the guest whose link opens a dossier; asked for with the token in the Authorization header. */
export const guestPaper = (paper: PaperName, from = 0, count = 10): string => `/api/guest/papers/${paper}?from=${from}&count=${count}`;
