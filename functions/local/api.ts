// The API and the files app behind one address, as CloudFront and API Gateway put them on AWS.
import { createApp } from '#functions/http/app.ts';
import { answersWithFile, createDocumentsApp } from '#functions/http/documents-app.ts';
import type { AppDeps } from '#functions/http/environment.ts';
import { WRITERS } from '#functions/writers.ts';

/** Everything under `/api`. */
export function createApi(deps: AppDeps): (request: Request) => Response | Promise<Response> {
  const api = createApp(deps);
  const files = createDocumentsApp({ ...deps, writers: WRITERS });
  return (request) => (answersWithFile(new URL(request.url).pathname) ? files : api).fetch(request);
}
