// The one place where an error becomes an answer.
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import {
  AlreadyOpenError,
  CursorError,
  NotFoundError,
  NotInScopeError,
  OutdatedError,
  StaleError,
  StoreUnavailableError,
  TooLargeError,
  TooManyCommentsError,
  VersionConflictError,
} from '#functions/store/errors.ts';
import type { HttpEnv } from './environment.ts';
import { notFound, ProblemError } from './problem.ts';

/** Answers any error as a problem; what nobody foresaw is logged, never shown. */
export function answerProblem(error: Error, c: Context<HttpEnv>): Response {
  const { code, status, problem } = problemOf(error);
  c.set('problem', code);
  if (code === 'unexpected' || code === 'store-unavailable') c.set('error', traceOf(error));
  return c.body(JSON.stringify(problem), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
}

const OUT_OF_SCOPE =
  'Thủ tục này chưa nằm trong phạm vi kế hoạch nên chưa mở hoặc khôi phục được bản tái cấu trúc. Hãy đề nghị Văn phòng Sở đưa vào kế hoạch trước.';

function problemOf(error: Error): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof VersionConflictError) return conflict(error);
  if (error instanceof OutdatedError) return outdated(error);
  if (error instanceof AlreadyOpenError) return new ProblemError('already-open', 'Thủ tục này đã có một bản tái cấu trúc khác đang mở.');
  if (error instanceof NotInScopeError) return new ProblemError('refused', OUT_OF_SCOPE);
  if (error instanceof StaleError)
    return new ProblemError('store-unavailable', 'Nhiều người đang sửa cùng một chỗ. Hãy thử lại sau ít giây.');
  if (error instanceof NotFoundError) return notFound('dữ liệu được hỏi');
  if (error instanceof TooManyCommentsError) {
    return new ProblemError('refused', 'Bản tái cấu trúc này đã có đủ số góp ý cho phép. Hãy trả lời vào một góp ý đã có.');
  }
  if (error instanceof TooLargeError) {
    return new ProblemError('too-large', 'Nội dung lớn hơn mức lưu được trong một lần. Hãy rút ngắn các lý do, ghi chú, đoạn văn.');
  }
  if (error instanceof CursorError) {
    return new ProblemError('bad-input', 'Dấu trang không đúng. Hãy mở lại danh sách từ đầu.', {
      issues: [{ path: 'after', message: 'Dấu trang không phải do hệ thống cấp.' }],
    });
  }
  if (error instanceof StoreUnavailableError) {
    return new ProblemError('store-unavailable', 'Chưa lưu hay đọc được dữ liệu lúc này. Hãy thử lại sau ít phút.');
  }
  if (error instanceof HTTPException) return refusedByHono(error);
  return new ProblemError('unexpected', 'Hệ thống gặp lỗi khi xử lý yêu cầu này. Lỗi đã được ghi lại.');
}

function conflict({ current }: VersionConflictError): ProblemError {
  const { updatedBy, updatedAt } = current;
  return new ProblemError(
    'version-conflict',
    `Bản đang có là phiên bản ${current.version}, do ${updatedBy} lưu; không phải phiên bản mà thay đổi này dựa vào.`,
    {
      current,
      writtenBy: updatedBy,
      writtenAt: updatedAt,
    },
  );
}

function outdated({ current, written: { by, at } }: OutdatedError): ProblemError {
  const who = by === undefined ? '' : `, do ${by} lưu`;
  const detail = `Bản đang có là phiên bản ${current.version ?? 1}${who}; không phải phiên bản mà thay đổi này dựa vào. Hãy xem lại rồi làm lại.`;
  return new ProblemError('version-conflict', detail, { current, writtenBy: by, writtenAt: at });
}

/** Hono's own refusal: JSON that is none. */
function refusedByHono({ status }: HTTPException): ProblemError {
  if (status === 400) return new ProblemError('bad-request', 'Nội dung gửi lên không phải JSON đúng cách viết.');
  return new ProblemError('unexpected', 'Hệ thống gặp lỗi khi xử lý yêu cầu này. Lỗi đã được ghi lại.');
}

function traceOf(error: Error): string {
  const cause = error.cause instanceof Error ? ` ← ${error.cause.name}: ${error.cause.message}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
