// Problems as RFC 9457 has them: a stable type for programs, a Vietnamese detail for people, and what is wrong where.
import type { Versioned } from '#functions/store/errors.ts';
import type { Redesign } from '#procedures/redesign/redesign.ts';
import type { Gap } from '#procedures/redesign/completeness.ts';
import type { Refusal } from '#procedures/redesign/refusal.ts';

const KINDS = {
  'bad-request': [400, 'Yêu cầu không đọc được'],
  'not-signed-in': [401, 'Chưa đăng nhập'],
  forbidden: [403, 'Không được phép'],
  'not-found': [404, 'Không tìm thấy'],
  'version-conflict': [409, 'Đã có người sửa trước'],
  'already-open': [409, 'Đã có bản tái cấu trúc khác'],
  'too-large': [413, 'Nội dung quá lớn'],
  'bad-input': [422, 'Dữ liệu gửi lên chưa đúng'],
  refused: [422, 'Thay đổi không thực hiện được'],
  incomplete: [422, 'Phương án chưa đủ để trình'],
  'precondition-required': [428, 'Thiếu số phiên bản'],
  'too-many': [429, 'Quá nhiều yêu cầu'],
  unexpected: [500, 'Lỗi của hệ thống'],
  'store-unavailable': [503, 'Kho dữ liệu tạm thời không trả lời'],
} as const;

export type ProblemCode = keyof typeof KINDS;
export type ProblemStatus = (typeof KINDS)[ProblemCode][0];

/** A place in what was sent, such as `edits[0].mark.reason`, and what is wrong there, in Vietnamese. */
export type PlacedIssue = { path: string; message: string };

/** What a problem may carry besides its type: `current`, `writtenBy` and `writtenAt` belong to version-conflict. */
export type ProblemMore = {
  issues?: PlacedIssue[];
  refusals?: Refusal[];
  gaps?: Gap[];
  current?: Redesign | Versioned;
  writtenBy?: string;
  writtenAt?: string;
};

export type Problem = ProblemMore & {
  /** `/problems/<code>`. */
  type: string;
  title: string;
  status: number;
  detail: string;
};

/** Thrown by handlers, answered by `onError`. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: ProblemStatus;
  readonly problem: Problem;

  /** `detail` is a Vietnamese sentence for people; status and title follow from the code. */
  constructor(code: ProblemCode, detail: string, more: ProblemMore = {}) {
    const [status, title] = KINDS[code];
    super(detail);
    this.code = code;
    this.status = status;
    this.problem = { type: `/problems/${code}`, title, status, detail, ...more };
  }
}

/** The 404 problem; `what` is a Vietnamese noun phrase that completes “Không tìm thấy …”. Returned, not thrown. */
export const notFound = (what: string): ProblemError => new ProblemError('not-found', `Không tìm thấy ${what}.`);
