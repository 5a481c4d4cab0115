// Whatever goes wrong between the browser and the server, as the one shape that screens show.
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Refusal } from '#procedures/redesign/refusal.ts';

/** Where something is wrong and what. */
type Place = { path: string; message: string };

/** A refused or failed request in plain Vietnamese. `status` 0 = no answer came at all. */
export type Failure = {
  status: number;
  /** Stable code of the problem (`version-conflict`, `forbidden`…); `offline` when no answer came. */
  code: string;
  title: string;
  detail: string;
  places: Place[];
  /** Which edits cannot stand, with what hangs on their elements (`refused`). */
  refusals?: Refusal[];
  /** What stands on the server now, and who wrote it (`version-conflict`). */
  current?: Redesign;
  writtenBy?: string;
  writtenAt?: string;
};

/** A failed request. Screens show `failure`; the message is its title, for the console. */
export class ApiError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.title);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

type Body = {
  type?: string;
  title?: string;
  detail?: string;
  issues?: Place[];
  refusals?: Refusal[];
  gaps?: { element: string; message: string }[];
  current?: Redesign;
  writtenBy?: string;
  writtenAt?: string;
};

const TITLES: Record<number, string> = {
  401: 'Phiên làm việc đã hết',
  403: 'Bạn không có quyền làm việc này',
  404: 'Không tìm thấy',
  409: 'Người khác vừa sửa',
  413: 'Nội dung gửi đi quá lớn',
  503: 'Kho dữ liệu tạm thời không trả lời',
};

/** A problem body (RFC 9457) as a failure; anything else (a proxy's page, an empty body) becomes a plain sentence with the status. */
export function failureOf(status: number, body: unknown): Failure {
  const problem: Body = typeof body === 'object' && body !== null ? body : {};
  return {
    status,
    code: problem.type?.replace('/problems/', '') ?? `${status}`,
    title: problem.title ?? TITLES[status] ?? 'Máy chủ gặp lỗi',
    detail: problem.detail ?? `Máy chủ trả lời mã ${status}. Thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị kèm mã này.`,
    places: placesOf(problem),
    refusals: problem.refusals,
    current: problem.current,
    writtenBy: problem.writtenBy,
    writtenAt: problem.writtenAt,
  };
}

function placesOf({ issues = [], refusals = [], gaps = [] }: Body): Place[] {
  return [...issues, ...[...refusals, ...gaps].map(({ element, message }) => ({ path: element, message }))];
}

/** No answer came: the machine is offline, or the server or the way to it is down. */
export function unreachable(online: boolean): Failure {
  return {
    status: 0,
    code: 'offline',
    title: online ? 'Không liên lạc được máy chủ' : 'Máy tính đang mất kết nối mạng',
    detail: online
      ? 'Máy chủ không trả lời. Những gì bạn đã nhập vẫn còn trên trang này; thử lại sau ít phút.'
      : 'Những gì bạn đã nhập vẫn còn trên trang này. Kiểm tra mạng rồi thử lại.',
    places: [],
  };
}

/** Any thrown value as a failure, for `catch` blocks of screens. */
export function failureFrom(thrown: unknown): Failure {
  if (thrown instanceof ApiError) return thrown.failure;
  return {
    status: 500,
    code: 'unexpected',
    title: 'Trang gặp lỗi',
    detail: 'Tải lại trang rồi thử lại. Nếu vẫn lỗi, báo người quản trị.',
    places: [],
  };
}
