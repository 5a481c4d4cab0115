// Every address of the workspace in one place; no other file writes a path.

type Format = 'docx' | 'xlsx';

const segment = encodeURIComponent;

export const paths = {
  start: () => '/',
  signIn: (to?: string) => (to && to !== '/' ? `/dang-nhap?to=${segment(to)}` : '/dang-nhap'),
  catalogue: () => '/thu-tuc',
  procedure: (id: string) => `/thu-tuc/${segment(id)}`,
  redesigns: () => '/tai-cau-truc',
  /** The editor; with `element`, at that element. */
  redesign: (id: string, element?: string) => `/tai-cau-truc/${segment(id)}${element ? `#${segment(element)}` : ''}`,
  review: () => '/tham-dinh',
  proposal: (redesign: string, number: number) => `/phuong-an/${segment(redesign)}/${number}`,

  /** Answered by the server, not by a page of ours. */
  startSignIn: (to: string) => `/api/session/sign-in?to=${segment(to)}`,
  revisionFile: (procedure: string, revision: number, format: Format) =>
    `/api/procedures/${segment(procedure)}/revisions/${revision}/files/${format}`,
  proposalFile: (redesign: string, number: number, format: Format) =>
    `/api/redesigns/${segment(redesign)}/proposals/${number}/files/${format}`,
};
