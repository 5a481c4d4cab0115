// Filters of the catalogue: plain values, their form in the address, and what they let through.
import type { CatalogueRow } from '#lib/api.ts';
import { STATE_NAMES } from '#procedures/review/states.ts';
import type { State } from '#procedures/redesign/redesign.ts';
import { compareVietnamese } from '#procedures/text/vietnamese.ts';

/** One filter each; an empty text lets everything through. */
export type Filters = { office: string; area: string; kind: string; form: string; state: string };
export type FilterKey = keyof Filters;
export type Choice = { value: string; label: string; count: number };

export const NO_FILTERS: Filters = { office: '', area: '', kind: '', form: '', state: '' };

/** The filters in the order of the screen, with their name on it and in the address. */
export const FILTERS: readonly { key: FilterKey; label: string; all: string; parameter: string }[] = [
  { key: 'office', label: 'Phòng', all: 'Mọi phòng', parameter: 'phong' },
  { key: 'area', label: 'Lĩnh vực', all: 'Mọi lĩnh vực', parameter: 'linh-vuc' },
  { key: 'kind', label: 'Loại', all: 'Mọi loại', parameter: 'loai' },
  { key: 'form', label: 'Biểu mẫu', all: 'Mọi biểu mẫu', parameter: 'bieu-mau' },
  { key: 'state', label: 'Trạng thái', all: 'Mọi trạng thái', parameter: 'trang-thai' },
];

const NO_AREA = 'chua-ro';
const NO_REDESIGN = 'chua-mo';

const VALUE_OF: Record<FilterKey, (row: CatalogueRow) => string> = {
  office: (row) => row.office,
  area: (row) => row.area ?? NO_AREA,
  kind: (row) => (row.internal ? 'noi-bo' : 'cong-khai'),
  form: (row) => (row.hasForm ? 'co' : 'chua'),
  state: (row) => row.redesign?.state ?? NO_REDESIGN,
};

const WORDS: Record<string, string> = {
  'noi-bo': 'Nội bộ',
  'cong-khai': 'Công khai',
  co: 'Có biểu mẫu',
  chua: 'Chưa có biểu mẫu',
  [NO_AREA]: 'Chưa có thông tin',
  [NO_REDESIGN]: 'Chưa mở bản tái cấu trúc',
};

function wordOf(key: FilterKey, row: CatalogueRow): string {
  if (key === 'office') return row.officeName;
  if (key === 'area') return row.area ?? WORDS[NO_AREA] ?? '';
  if (key === 'state' && row.redesign) return STATE_NAMES[row.redesign.state];
  return WORDS[VALUE_OF[key](row)] ?? '';
}

/** Rows that pass every filter, but for the one left out. */
export function passing(rows: readonly CatalogueRow[], filters: Filters, except?: FilterKey): CatalogueRow[] {
  const active = FILTERS.map(({ key }) => key).filter((key) => key !== except && filters[key] !== '');
  return active.length === 0 ? [...rows] : rows.filter((row) => active.every((key) => VALUE_OF[key](row) === filters[key]));
}

/** What one filter can be set to among these rows, with how many rows each would leave. A value that is set stays on offer at 0. */
export function choices(rows: readonly CatalogueRow[], filters: Filters, key: FilterKey): Choice[] {
  const found = new Map<string, Choice>();
  for (const row of passing(rows, filters, key)) {
    const value = VALUE_OF[key](row);
    const choice = found.get(value) ?? { value, label: wordOf(key, row), count: 0 };
    choice.count += 1;
    found.set(value, choice);
  }
  const set = filters[key];
  if (set && !found.has(set)) found.set(set, { value: set, label: WORDS[set] ?? STATE_NAMES[set as State] ?? set, count: 0 });
  return [...found.values()].toSorted((a, b) => compareVietnamese(a.label, b.label));
}

/** Reads query and filters from an address. */
export function fromAddress(parameters: { get(name: string): string | null }): { query: string; filters: Filters } {
  const filters = { ...NO_FILTERS };
  for (const { key, parameter } of FILTERS) filters[key] = parameters.get(parameter) ?? '';
  return { query: parameters.get('tim') ?? '', filters };
}

/** The same as the query part of an address (`?tim=…`), empty when nothing is set. */
export function toAddress(query: string, filters: Filters): string {
  const parameters = new URLSearchParams();
  if (query.trim()) parameters.set('tim', query.trim());
  for (const { key, parameter } of FILTERS) if (filters[key]) parameters.set(parameter, filters[key]);
  return parameters.size > 0 ? `?${parameters}` : '';
}
