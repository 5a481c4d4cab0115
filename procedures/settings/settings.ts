// Settings with dates (product.md §4: everything local is data, each with effective dates): lists that the office enters as of a day.
import * as z from 'zod/mini';
import { Ground } from '#procedures/redesign/ground.ts';
import { Register } from '#procedures/registers/register.ts';
import { ReportTemplates } from '#procedures/report/template.ts';
import { Day, Label, Moment, Prose } from '#procedures/text/label.ts';
import { Parameter } from './parameter.ts';

/** The lists by kind. */
export const SETTING_VALUES = {
  grounds: z.array(Ground).check(z.maxLength(300)),
  registers: z.array(Register).check(z.maxLength(100)),
  parameters: z.array(Parameter).check(z.maxLength(300)),
  reportTemplates: ReportTemplates,
};
export type SettingKind = keyof typeof SETTING_VALUES;
export type SettingValue<Kind extends SettingKind> = z.infer<(typeof SETTING_VALUES)[Kind]>;

/** What is kept beside each list: from which day on it is in force, and who wrote it. */
const Written = z.strictObject({
  from: Day,
  version: z.int().check(z.gte(1)),
  by: Label,
  at: Moment,
  /** On what it rests as a whole: a decision, a letter. Each of its items names its own source too. */
  source: z.optional(Prose),
});

const settingOf = <Value extends z.ZodMiniType>(value: Value) => z.extend(Written, { value });

/** A list as it was entered, by kind. */
export const SETTINGS = {
  grounds: settingOf(SETTING_VALUES.grounds),
  registers: settingOf(SETTING_VALUES.registers),
  parameters: settingOf(SETTING_VALUES.parameters),
  reportTemplates: settingOf(SETTING_VALUES.reportTemplates),
};
export type Setting<Kind extends SettingKind = SettingKind> = z.infer<typeof Written> & { value: SettingValue<Kind> };
/** What is in force; without `from` it is what the workspace was shipped with. */
export type InForce<Kind extends SettingKind> = { from: string | null; source?: string; value: SettingValue<Kind> };
