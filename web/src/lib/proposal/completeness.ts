// What a reviewer looks at before a verdict: whether every change says why and on which law, and what still rests on promises.
import { definitionGaps } from '#procedures/definition/gaps.ts';
import { changesOf, type ProposedChange } from '#procedures/proposal/changes.ts';
import type { Proposal } from '#procedures/proposal/proposal.ts';

/** `warn`: nothing forbids it, but the reviewer should know. `elements`: where; `details`: what else belongs to it. */
export type Point = { tone: 'good' | 'warn'; text: string; elements: readonly { id: string; name: string }[]; details?: readonly string[] };

const named = (changes: readonly ProposedChange[]) => changes.map(({ id, name }) => ({ id, name }));

/** The points in the order in which they weigh. */
export function completeness(proposal: Proposal): Point[] {
  const changes = changesOf(proposal);
  const lacking = (what: (change: ProposedChange) => unknown) => changes.filter((change) => what(change) === undefined);
  const unconfirmed = new Set(proposal.grounds.filter((ground) => ground.unconfirmed).map(({ id }) => id));
  const added = changes.filter(({ treatment }) => treatment === 'added');
  const points: Point[] = [
    every(
      'lý do',
      lacking(({ justification }) => justification.reason),
    ),
    every(
      'căn cứ',
      lacking(({ justification, treatment }) => (treatment === 'added' ? null : justification.ground)),
    ),
    every(
      'thẩm quyền',
      lacking(({ justification }) => justification.authority),
    ),
  ];
  const warn = (text: string, where: readonly ProposedChange[]) => {
    if (where.length > 0) points.push({ tone: 'warn', text: `${where.length} ${text}`, elements: named(where) });
  };
  warn(
    'thay đổi dựa vào cơ sở dữ liệu chưa kết nối tại tỉnh.',
    changes.filter(({ mark }) => mark?.notConnected),
  );
  warn(
    'thay đổi viện dẫn căn cứ chưa được xác nhận trong danh mục.',
    changes.filter(({ justification: { ground } }) => ground !== undefined && unconfirmed.has(ground)),
  );
  warn(
    'thay đổi là kiến nghị, chỉ có hiệu lực khi cơ quan ban hành sửa văn bản.',
    changes.filter(({ justification }) => justification.authority === 'recommend'),
  );
  warn('mục thêm mới, được tính vào số mục phải khai.', added);
  warn(
    'thay đổi giữ ngoại lệ cho một số đối tượng.',
    changes.filter(({ mark }) => mark?.exceptions),
  );
  const details = definitionGaps(proposal.baseline.procedure).map(({ message }) => message);
  const whole: Point = { tone: 'good', text: 'Định nghĩa dùng để so sánh đầy đủ thông tin.', elements: [] };
  const partial: Point = { tone: 'warn', text: `Định nghĩa dùng để so sánh còn thiếu ${details.length} thông tin.`, elements: [], details };
  points.push(details.length === 0 ? whole : partial);
  return points;
}

function every(what: string, lacking: readonly ProposedChange[]): Point {
  return lacking.length === 0
    ? { tone: 'good', text: `Mọi thay đổi đều có ${what}.`, elements: [] }
    : { tone: 'warn', text: `${lacking.length} thay đổi chưa có ${what}.`, elements: named(lacking) };
}
