// Reads a definition file: either the procedure, or everything that is wrong with the file in one pass.
import type * as z from 'zod/mini';
import { Channel, Fee, ProcessingTime } from './channel.ts';
import { crossChecks, formChecks } from './cross-checks.ts';
import { Document } from './document.ts';
import { Condition, Field } from './field.ts';
import { Form } from './form.ts';
import { type Issue, type Path, pathText } from './issue.ts';
import { issuesOf, tell } from './issue-messages.ts';
import { type Procedure, ProcedureFile } from './procedure.ts';
import { Step } from './step.ts';

/** More issues than anybody mends in one go; the rest is counted. */
const MOST_ISSUES = 500;
/** A definition must fit one item of the store (400 kB); beyond these it is not read at all. */
const MOST_VALUES = 200_000;
const MOST_CHARACTERS = 4_000_000;

/** Keys of the object that stands under a name; the file itself stands under none. */
const SHAPES: Record<string, object> = {
  steps: Step.shape,
  channels: Channel.shape,
  processingTime: ProcessingTime.shape,
  fees: Fee.shape,
  documents: Document.shape,
  condition: Condition.shape,
  forms: Form.shape,
  fields: Field.shape,
};

/**
 * Reads one definition, as parsed from JSON.
 * @param sharedForms the forms that a file may name by `{ "use": "<form id>" }`
 * @returns the procedure with its forms written out, or every issue with its path and a Vietnamese sentence; never throws
 */
export function readDefinition(
  input: unknown,
  sharedForms: readonly Form[] = [],
): { ok: true; procedure: Procedure } | { ok: false; issues: Issue[] } {
  const large = tooLarge(input);
  if (large) return { ok: false, issues: [large] };
  const parsed = ProcedureFile.safeParse(input);
  const issues = [...schemaIssues(parsed.error, input, ProcedureFile.shape), ...crossChecks(input, sharedForms)];
  if (!parsed.success || issues.length > 0) return { ok: false, issues: bounded(issues) };
  const { $schema: _, forms, ...rest } = parsed.data;
  return { ok: true, procedure: { ...rest, forms: forms.map((form) => ('use' in form ? shared(form.use, sharedForms) : form)) } };
}

/** Reads one form file of `procedures/definitions/forms/`; as `readDefinition`. */
export function readForm(input: unknown): { ok: true; form: Form } | { ok: false; issues: Issue[] } {
  const large = tooLarge(input);
  if (large) return { ok: false, issues: [large] };
  const parsed = Form.safeParse(input);
  const issues = [...schemaIssues(parsed.error, input, Form.shape), ...formChecks(input)];
  if (!parsed.success || issues.length > 0) return { ok: false, issues: bounded(issues) };
  return { ok: true, form: parsed.data };
}

function schemaIssues(error: z.core.$ZodError | undefined, input: unknown, root: object): Issue[] {
  const knownKeys = (path: Path) => Object.keys(shapeAt(path, root));
  return once(error?.issues ?? []).flatMap((issue) => issuesOf(issue, input, knownKeys));
}

/** One mistake may break two bounds of one value (no safe integer, and more than a fee may be): the narrower, which comes last, is told. */
function once(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const keyed = issues.map((issue) => [`${issue.code} ${pathText(issue.path)}`, issue] as const);
  return [...new Map(keyed).values()];
}

function shapeAt(path: Path, root: object): object {
  const name = path.findLast((key) => typeof key === 'string');
  return name === undefined ? root : (SHAPES[String(name)] ?? {});
}

/** Cross checks have already refused a `use` that names no shared form. */
function shared(id: string, forms: readonly Form[]): Form {
  const form = forms.find((candidate) => candidate.id === id);
  if (!form) throw new Error(`form ${id} slipped through the cross checks`);
  return form;
}

function bounded(issues: Issue[]): Issue[] {
  if (issues.length <= MOST_ISSUES) return issues;
  return [
    ...issues.slice(0, MOST_ISSUES),
    { path: '', message: `Còn ${issues.length - MOST_ISSUES} lỗi khác chưa nêu; hãy sửa các lỗi trên rồi kiểm tra lại.` },
  ];
}

/** Counts without recursion, so that neither depth nor a cycle can exhaust the machine. */
function tooLarge(input: unknown): Issue | undefined {
  const waiting: unknown[] = [input];
  let values = 0;
  let characters = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    values += 1;
    if (typeof value === 'string') characters += value.length;
    else if (Array.isArray(value) && value.length > MOST_VALUES) values += value.length;
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) waiting.push(part);
    if (values > MOST_VALUES || characters > MOST_CHARACTERS)
      return tell([], input, 'tệp quá lớn để là một định nghĩa thủ tục; hãy tách ra.');
  }
  return undefined;
}
