import { describe, expect, test } from 'vitest';
import { ApiError, failureFrom, failureOf, unreachable } from '#lib/failure.ts';

describe('a failed request', () => {
  test('shows the words of the problem that the server sent', () => {
    const failure = failureOf(403, {
      type: '/problems/forbidden',
      title: 'Không được phép',
      status: 403,
      detail: 'Chỉ phòng chủ trì được sửa.',
    });
    expect(failure).toMatchObject({
      status: 403,
      code: 'forbidden',
      title: 'Không được phép',
      detail: 'Chỉ phòng chủ trì được sửa.',
      places: [],
    });
  });

  test('lists every place that is wrong, whether issue, refusal or gap', () => {
    const refusals = [
      { code: 'has-dependants', element: 'ngay-sinh', message: 'còn mục phụ thuộc', dependants: [{ id: 'cha', label: 'Cha' }] },
    ];
    const failure = failureOf(422, {
      issues: [{ path: 'edits[0]', message: 'thiếu' }],
      refusals,
      gaps: [{ element: 'ho-ten', message: 'thiếu căn cứ' }],
    });
    expect(failure.places).toEqual([
      { path: 'edits[0]', message: 'thiếu' },
      { path: 'ngay-sinh', message: 'còn mục phụ thuộc' },
      { path: 'ho-ten', message: 'thiếu căn cứ' },
    ]);
    expect(failure.refusals).toEqual(refusals);
  });

  test('keeps who wrote what stands on the server now', () => {
    const failure = failureOf(409, {
      type: '/problems/version-conflict',
      writtenBy: 'Người khác (minh họa)',
      writtenAt: '2026-01-08T01:41:00Z',
    });
    expect(failure).toMatchObject({ code: 'version-conflict', writtenBy: 'Người khác (minh họa)', writtenAt: '2026-01-08T01:41:00Z' });
  });

  test.each([undefined, null, '<html>502</html>', 42])('is a Vietnamese sentence with the status when the body is %j', (body) => {
    const failure = failureOf(502, body);
    expect(failure.code).toBe('502');
    expect(failure.detail).toContain('mã 502');
  });

  test('without an answer tells a dead server from a machine that is offline', () => {
    expect(unreachable(true).title).toBe('Không liên lạc được máy chủ');
    expect(unreachable(false).title).toBe('Máy tính đang mất kết nối mạng');
    expect(unreachable(false).detail).toContain('vẫn còn trên trang này');
  });

  test('of our own code shows no technical words', () => {
    expect(failureFrom(new TypeError('x is not a function')).detail).not.toContain('function');
    expect(failureFrom(new ApiError(unreachable(true))).code).toBe('offline');
  });
});
