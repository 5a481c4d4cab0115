// A parameter as it is typed: its value with a comma or a dot, kept as an exact decimal.
import { cleanText } from '#lib/editor/changed-mark.ts';
import type { Parameter } from '#procedures/settings/parameter.ts';
import { printedValue, valueOfTyped } from '#procedures/settings/parameter-value.ts';
import type { DraftErrors, SettingsForm } from './settings-form.ts';

export type ParameterDraft = { key: string; id: string; name: string; value: string; unit: string; source: string };

export const PARAMETER_FORM: SettingsForm<'parameters', ParameterDraft> = {
  kind: 'parameters',
  nameOf: ({ name }) => name,
  noteOf: ({ value, unit }) => `${value} ${unit}`.trim(),
  blank: (key) => ({ key, id: '', name: '', value: '', unit: '', source: '' }),
  draftOf: ({ id, name, value, unit, source }: Parameter) => ({ key: id, id, name, value: printedValue(value), unit, source }),
  itemOf: ({ name, value, unit, source }, id): Parameter => ({
    id,
    name: cleanText(name) ?? '',
    value: valueOfTyped(value) ?? '',
    unit: cleanText(unit) ?? '',
    source: cleanText(source) ?? '',
  }),
  errorsOf: ({ name, value, unit, source }) => {
    const errors: DraftErrors = {};
    if (cleanText(name) === undefined) errors['name'] = 'Nhập tên tham số.';
    if (valueOfTyped(value) === null) errors['value'] = 'Nhập một con số, như 67.500 hoặc 0,5.';
    if (cleanText(unit) === undefined) errors['unit'] = 'Nhập đơn vị, như đồng/giờ.';
    if (cleanText(source) === undefined) errors['source'] = 'Nhập nguồn: văn bản, niên giám, công văn…';
    return errors;
  },
};
