import { describe, expect, test } from 'vitest';
import { paths } from '#lib/paths.ts';

describe('addresses of the workspace', () => {
  test('are these', () => {
    expect({
      start: paths.start(),
      signIn: paths.signIn(),
      signInAndBack: paths.signIn('/thu-tuc?tim=bản sao'),
      catalogue: paths.catalogue(),
      procedure: paths.procedure('3.000465'),
      olderRevision: paths.procedure('3.000465', 2),
      redesigns: paths.redesigns(),
      redesign: paths.redesign('btc-1'),
      redesignAtElement: paths.redesign('btc-1', 'ngay-sinh'),
      review: paths.review(),
      proposal: paths.proposal('btc-1', 2),
      startSignIn: paths.startSignIn('/thu-tuc'),
      revisionFile: paths.revisionFile('3.000465', 1, 'docx'),
      proposalFile: paths.proposalFile('btc-1', 2, 'xlsx'),
    }).toEqual({
      start: '/',
      signIn: '/dang-nhap',
      signInAndBack: '/dang-nhap?to=%2Fthu-tuc%3Ftim%3Db%E1%BA%A3n%20sao',
      catalogue: '/thu-tuc',
      procedure: '/thu-tuc/3.000465',
      olderRevision: '/thu-tuc/3.000465?phien-ban=2',
      redesigns: '/tai-cau-truc',
      redesign: '/tai-cau-truc/btc-1',
      redesignAtElement: '/tai-cau-truc/btc-1#ngay-sinh',
      review: '/tham-dinh',
      proposal: '/phuong-an/btc-1/2',
      startSignIn: '/api/session/sign-in?to=%2Fthu-tuc',
      revisionFile: '/api/procedures/3.000465/revisions/1/files/docx',
      proposalFile: '/api/redesigns/btc-1/proposals/2/files/xlsx',
    });
  });

  test('every path is in the list above', () => {
    expect(Object.keys(paths).toSorted()).toEqual(
      [
        'start',
        'signIn',
        'catalogue',
        'procedure',
        'redesigns',
        'redesign',
        'review',
        'proposal',
        'startSignIn',
        'revisionFile',
        'proposalFile',
      ].toSorted(),
    );
  });
});
