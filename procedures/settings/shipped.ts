// What is in force until the office enters its own.
import { GROUNDS } from '#procedures/redesign/grounds.ts';
import { REGISTERS } from '#procedures/registers/registers.ts';
import { REPORT_TEMPLATES } from '#procedures/report/templates.ts';
import type { SettingKind, SettingValue } from './settings.ts';

/** Grounds, registers and report templates with their sources item by item; of parameters none, since no figure of an office is known. */
export const SHIPPED: { readonly [Kind in SettingKind]: SettingValue<Kind> } = {
  grounds: [...GROUNDS],
  registers: [...REGISTERS],
  parameters: [],
  reportTemplates: REPORT_TEMPLATES,
};
