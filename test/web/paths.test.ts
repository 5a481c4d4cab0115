import { describe, expect, test } from 'vitest';
import { paths } from '#lib/paths.ts';

type Written = { [Name in keyof typeof paths]: Record<string, string> };

/** Every address, with what changes it. */
const WRITTEN: Written = {
  start: { [paths.start()]: '/' },
  overview: { [paths.overview()]: '/tong-quan' },
  signIn: {
    [paths.signIn()]: '/dang-nhap',
    [paths.signIn('/thu-tuc?tim=bản sao')]: '/dang-nhap?to=%2Fthu-tuc%3Ftim%3Db%E1%BA%A3n%20sao',
  },
  catalogue: { [paths.catalogue()]: '/thu-tuc' },
  procedure: {
    [paths.procedure('3.000465')]: '/thu-tuc/3.000465',
    [paths.procedure('3.000465', 2)]: '/thu-tuc/3.000465?phien-ban=2',
  },
  redesigns: { [paths.redesigns()]: '/tai-cau-truc' },
  redesign: {
    [paths.redesign('btc-1')]: '/tai-cau-truc/btc-1',
    [paths.redesign('btc-1', 'ngay-sinh')]: '/tai-cau-truc/btc-1#ngay-sinh',
  },
  review: {
    [paths.review()]: '/tham-dinh',
    [paths.review({ state: 'submitted', office: 'van-phong' })]: '/tham-dinh?trang-thai=submitted&phong=van-phong',
  },
  proposal: { [paths.proposal('btc-1', 2)]: '/phuong-an/btc-1/2' },
  compare: {
    [paths.compare()]: '/so-sanh',
    [paths.compare('inForce', { redesign: 'btc-1', number: 2 })]: '/so-sanh?trai=hien-hanh&phai=btc-1%2F2',
  },
  submissions: { [paths.submissions()]: '/to-trinh' },
  submission: {
    [paths.submission('tt-1')]: '/to-trinh/tt-1',
    [paths.submission('tt-1', 'quyet-dinh')]: '/to-trinh/tt-1#quyet-dinh',
  },
  recommendations: { [paths.recommendations()]: '/kien-nghi' },
  plan: {
    [paths.plan()]: '/ke-hoach',
    [paths.plan('kh-1', 'thu-tuc', 'none')]: '/ke-hoach?ke-hoach=kh-1&loc=none#thu-tuc',
  },
  reports: {
    [paths.reports()]: '/bao-cao',
    [paths.reports({ template: 'mau', plan: 'kh-1', period: '2026-Q4' })]: '/bao-cao?mau=mau&ke-hoach=kh-1&ky=2026-Q4',
  },
  reportBehind: {
    [paths.reportBehind({ template: 'mau', period: '2026' }, 'scope.count', 'van-phong')]:
      '/bao-cao/thu-tuc?mau=mau&ky=2026&so-lieu=scope.count&phong=van-phong',
  },
  administration: { [paths.administration()]: '/quan-tri' },
  people: { [paths.people()]: '/quan-tri/nguoi-dung' },
  offices: { [paths.offices()]: '/quan-tri/co-quan' },
  grounds: { [paths.grounds()]: '/quan-tri/can-cu' },
  registers: { [paths.registers()]: '/quan-tri/co-so-du-lieu' },
  parameters: { [paths.parameters()]: '/quan-tri/tham-so' },
  journal: {
    [paths.journal()]: '/quan-tri/nhat-ky',
    [paths.journal({ month: '2026-11', refused: true })]: '/quan-tri/nhat-ky?thang=2026-11&tu-choi=1',
  },
  dossier: { [paths.dossier('a/b')]: '/ho-so#a%2Fb' },
  startSignIn: { [paths.startSignIn('/thu-tuc')]: '/api/session/sign-in?to=%2Fthu-tuc' },
  revisionFile: { [paths.revisionFile('3.000465', 1, 'docx')]: '/api/procedures/3.000465/revisions/1/files/docx' },
  proposalFile: { [paths.proposalFile('btc-1', 2, 'xlsx')]: '/api/redesigns/btc-1/proposals/2/files/xlsx' },
  reportFile: {
    [paths.reportFile('mau', '2026-Q4', 'docx')]: '/api/reports/mau/files/docx?period=2026-Q4',
    [paths.reportFile('mau', '2026', 'xlsx', 'kh-1')]: '/api/reports/mau/files/xlsx?period=2026&plan=kh-1',
  },
  submissionFile: { [paths.submissionFile('tt-1', 'letter.docx')]: '/api/submissions/tt-1/files/letter.docx' },
  journalFile: { [paths.journalFile({ month: '2026-11' })]: '/api/journal/files/xlsx?month=2026-11' },
};

describe('addresses of the workspace', () => {
  test.each(Object.entries(WRITTEN))('%s', (_name, addresses) => {
    expect(Object.keys(addresses)).toEqual(Object.values(addresses));
  });

  test('every path is in the list above', () => {
    expect(Object.keys(WRITTEN).toSorted()).toEqual(Object.keys(paths).toSorted());
  });
});
