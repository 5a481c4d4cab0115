// A file of the server, saved by the browser under the name that the server gives it.
import { ApiError, failureOf, unreachable } from './failure.ts';
import { session } from './session.svelte.ts';

/** Fetches the file and hands it to the browser; throws ApiError when the server refuses or does not answer. */
export async function download(address: string): Promise<void> {
  const response = await fetch(address).catch(() => {
    throw new ApiError(unreachable(navigator.onLine));
  });
  if (response.status === 401) session.ended = true;
  if (!response.ok) throw new ApiError(failureOf(response.status, await response.json().catch(() => undefined)));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileName(response.headers.get('content-disposition')) ?? address.split('/').at(-1) ?? '';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The name in a Content-Disposition header: `filename*` (RFC 6266, with Vietnamese letters) before plain `filename`. */
export function fileName(header: string | null): string | undefined {
  const encoded = header?.match(/filename\*=UTF-8''([^;]+)/iu)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return header?.match(/filename="?([^";]+)"?/iu)?.[1];
}
