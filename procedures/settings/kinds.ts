import type { SettingKind } from './settings.ts';

/** The kinds of settings as screens and the history name them. */
export const KIND_NAMES: Record<SettingKind, string> = {
  grounds: 'Căn cứ',
  registers: 'Cơ sở dữ liệu',
  parameters: 'Tham số',
  reportTemplates: 'Mẫu báo cáo',
};
export const SETTING_KINDS = Object.keys(KIND_NAMES) as [SettingKind, ...SettingKind[]];
