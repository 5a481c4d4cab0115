import { expect, test } from 'vitest';
import { completeness } from '#lib/proposal/completeness.ts';
import { aProposal } from '../../support/proposal.ts';

const warnings = (proposal = aProposal()) =>
  completeness(proposal)
    .filter(({ tone }) => tone === 'warn')
    .map(({ text, elements }) => [text, elements.map(({ id }) => id)]);

test('a reviewer is told what rests on promises: what is not connected, what others must decide, what is added, who is excepted', () => {
  const told = new Map(warnings().map(([text, ids]) => [text, ids]));
  expect(told.get('1 thay đổi dựa vào cơ sở dữ liệu chưa kết nối tại tỉnh.')).toEqual(['noi-sinh']);
  expect(told.get('3 thay đổi là kiến nghị, chỉ có hiệu lực khi cơ quan ban hành sửa văn bản.')).toEqual([
    'ho-ten-chu',
    'dan-toc',
    'uy-quyen',
  ]);
  expect(told.get('1 mục thêm mới, được tính vào số mục phải khai.')).toEqual(['ma-ho-so']);
  expect(told.get('1 thay đổi giữ ngoại lệ cho một số đối tượng.')).toEqual(['ho-ten-chu']);
});

test('a change without a reason is named, and every change with one is said once', () => {
  const proposal = aProposal({ marks: { 'gioi-tinh': { treatment: 'remove', ground: 'khai-lai', authority: 'decide' } }, added: [] });
  expect(warnings(proposal)).toContainEqual(['1 thay đổi chưa có lý do.', ['gioi-tinh']]);
  expect(completeness(aProposal()).map(({ text }) => text)).toContain('Mọi thay đổi đều có lý do.');
});
