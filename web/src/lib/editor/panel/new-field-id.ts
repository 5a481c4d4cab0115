import { readableId } from '#lib/readable-id.ts';

/** A readable id for a new field: `moi-so-dien-thoai`, numbered when taken. Never one of the baseline's own. */
export const newFieldId = (label: string, taken: (id: string) => boolean): string => readableId(`moi ${label}`, taken);
