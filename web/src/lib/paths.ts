// Every address of the workspace in one place; no other file writes a path.

import { definitionFile, journalFile, proposalFile, reportFile, submissionFile } from '#functions/http/client.ts';
import { type ProposalSide, type Side, sideText } from './compare/sides.ts';

const segment = encodeURIComponent;

const query = (entries: Record<string, string | undefined>) => {
  const parameters = new URLSearchParams(Object.entries(entries).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return parameters.size > 0 ? `?${parameters}` : '';
};

/** Which lines of the journal: `person` is a subject. */
type JournalView = { month?: string; person?: string; procedure?: string; action?: string; refused?: boolean };

/** Which report: of which template, plan and period. */
type ReportView = { template?: string; plan?: string; period?: string };
const reportQuery = ({ template, plan, period }: ReportView) => ({ mau: template, 'ke-hoach': plan, ky: period });

export const paths = {
  start: () => '/',
  /** Where everyone begins. */
  overview: () => '/tong-quan',
  signIn: (to?: string) => (to && to !== '/' ? `/dang-nhap?to=${segment(to)}` : '/dang-nhap'),
  catalogue: () => '/thu-tuc',
  /** The newest revision, or the one that is named. */
  procedure: (id: string, revision?: number) => `/thu-tuc/${segment(id)}${revision ? `?phien-ban=${revision}` : ''}`,
  redesigns: () => '/tai-cau-truc',
  /** The editor; with `element`, at that element. */
  redesign: (id: string, element?: string) => `/tai-cau-truc/${segment(id)}${element ? `#${segment(element)}` : ''}`,
  /** The queue; with `narrowed`, only that state or office. */
  review: (narrowed: { state?: string; office?: string } = {}) =>
    `/tham-dinh${query({ 'trang-thai': narrowed.state, phong: narrowed.office })}`,
  proposal: (redesign: string, number: number) => `/phuong-an/${segment(redesign)}/${number}`,
  /** Two sides beside one another; without them, the page on which they are chosen. */
  compare: (left?: Side, right?: ProposalSide) => `/so-sanh${query({ trai: left && sideText(left), phai: right && sideText(right) })}`,
  submissions: () => '/to-trinh',
  /** A tờ trình; with `tab`, at that part of it. */
  submission: (id: string, tab?: string) => `/to-trinh/${segment(id)}${tab ? `#${tab}` : ''}`,
  recommendations: () => '/kien-nghi',
  /** A plan, the current one where none is named; with `tab`, at that part of it, narrowed to `only`. */
  plan: (id?: string, tab?: string, only?: string) => `/ke-hoach${query({ 'ke-hoach': id, loc: only })}${tab ? `#${tab}` : ''}`,
  reports: (view: ReportView = {}) => `/bao-cao${query(reportQuery(view))}`,
  /** The procedures behind one number of a report. */
  reportBehind: (view: ReportView, figure: string, office?: string) =>
    `/bao-cao/thu-tuc${query({ ...reportQuery(view), 'so-lieu': figure, phong: office })}`,
  administration: () => '/quan-tri',
  people: () => '/quan-tri/nguoi-dung',
  offices: () => '/quan-tri/co-quan',
  grounds: () => '/quan-tri/can-cu',
  registers: () => '/quan-tri/co-so-du-lieu',
  parameters: () => '/quan-tri/tham-so',
  /** What everybody did, in a month, narrowed. */
  journal: (view: JournalView = {}) =>
    `/quan-tri/nhat-ky${query({ thang: view.month, nguoi: view.person, 'thu-tuc': view.procedure, viec: view.action, 'tu-choi': view.refused ? '1' : undefined })}`,
  /** What a guest opens: the token is in the fragment, which no server ever sees. */
  dossier: (token: string) => `/ho-so#${segment(token)}`,

  /** Answered by the server, not by a page of ours. */
  startSignIn: (to: string) => `/api/session/sign-in?to=${segment(to)}`,
  revisionFile: definitionFile,
  proposalFile,
  reportFile,
  submissionFile,
  journalFile,
};
