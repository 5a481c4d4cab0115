// What a page says when something breaks that no code of ours has foreseen: no technical English, and what one can do.
import type { HandleClientError } from '@sveltejs/kit/hooks';
import { failureFrom, unreachable } from '#lib/failure.ts';

/** A part of the app that could not be fetched (words of Vite and of the browsers): offline, or a new version has replaced the files. */
const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && /preload|dynamically imported|module script|fetch/iu.test(error.message);

/** Title and detail of the error page, in Vietnamese. What was not foreseen also goes to the console; what `load` threw stays as it is. */
export const handleError: HandleClientError = ({ kind, error }) => {
  // Thrown by `load`, already in plain words.
  if (kind === 'app') return;
  if (kind === 'framework')
    return { message: 'Không có trang này', detail: 'Địa chỉ có thể đã gõ nhầm, hoặc nội dung đã chuyển chỗ khác.' };
  reportError(error);
  const { title, detail } = isMissingPart(error) ? unreachable(navigator.onLine) : failureFrom(error);
  return { message: title, detail };
};
