// The API and the files app behind one address, as CloudFront and API Gateway put them on AWS.
import { createApp } from '#functions/http/app.ts';
import { answersWithFile, createDocumentsApp, type Writers } from '#functions/http/documents-app.ts';
import type { AppDeps } from '#functions/http/environment.ts';

/** Each writer is loaded when its first file is asked for: starting up need not wait for Word and Excel. */
const WRITERS: Writers = {
  proposalDocx: async (proposal) => (await import('#functions/documents/proposal-word.ts')).proposalWord(proposal),
  proposalXlsx: async (proposal) => (await import('#functions/documents/proposal-workbook.ts')).proposalWorkbook(proposal),
  definitionDocx: async (revision) => (await import('#functions/documents/definition-word.ts')).definitionWord(revision),
  definitionXlsx: async (revision) => (await import('#functions/documents/definition-workbook.ts')).definitionWorkbook(revision),
};

/** Everything under `/api`. */
export function createApi(deps: AppDeps): (request: Request) => Response | Promise<Response> {
  const api = createApp(deps);
  const files = createDocumentsApp({ ...deps, writers: WRITERS });
  return (request) => (answersWithFile(new URL(request.url).pathname) ? files : api).fetch(request);
}
