import TEMPLATES from './templates.json' with { type: 'json' };
import type { ReportTemplate } from './template.ts';

/** What is used until the office enters its own (settings of the kind `reportTemplates`). */
export const REPORT_TEMPLATES = TEMPLATES as ReportTemplate[];
