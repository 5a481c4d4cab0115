// The treatments as words, keys and permissions: what may become of which kind of element (product.md §4).
import type { ElementKind } from '#procedures/definition/elements.ts';
import type { NewValues, Treatment } from './mark.ts';

export const TREATMENT_NAMES: Record<Treatment, string> = {
  keep: 'Giữ',
  remove: 'Bỏ hẳn',
  retrieve: 'Khai thác dữ liệu',
  prefill: 'Điền sẵn',
  merge: 'Gộp',
  makeOptional: 'Tùy chọn',
  change: 'Sửa đổi',
};

/** The key that gives the treatment in the editor; `M` for Gộp, since `G` is Giữ. */
export const TREATMENT_KEYS: Record<Treatment, string> = {
  keep: 'G',
  remove: 'B',
  retrieve: 'K',
  prefill: 'D',
  merge: 'M',
  makeOptional: 'T',
  change: 'S',
};

const ALLOWED: Record<ElementKind, readonly Treatment[]> = {
  field: ['keep', 'remove', 'retrieve', 'prefill', 'merge', 'makeOptional'],
  document: ['keep', 'remove', 'retrieve', 'change'],
  channel: ['keep', 'remove', 'change'],
  step: ['keep', 'remove', 'change'],
  authority: ['keep', 'change'],
  result: ['keep', 'change'],
};

const VALUES: Record<ElementKind, readonly (keyof NewValues)[]> = {
  field: [],
  document: ['name', 'originals', 'copies'],
  channel: ['processingTime', 'fees'],
  step: ['text'],
  authority: ['text'],
  result: ['text'],
};

/** What may become of an element of this kind, in the order in which it is offered. */
export function allowedTreatments(kind: ElementKind): readonly Treatment[] {
  return ALLOWED[kind];
}

/** Which new values a `change` of such an element may carry. */
export function allowedValues(kind: ElementKind): readonly (keyof NewValues)[] {
  return VALUES[kind];
}

/** Whether the element is no longer asked for on the sheet or in the dossier. */
export function leavesTheForm(treatment: Treatment): boolean {
  return treatment === 'remove' || treatment === 'retrieve' || treatment === 'merge';
}
