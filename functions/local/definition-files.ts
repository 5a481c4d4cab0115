// Definition files on disk: one, or a folder of them, with the forms they share.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Form } from '#procedures/definition/form.ts';
import type { Issue } from '#procedures/definition/issue.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { readDefinition, readForm } from '#procedures/definition/read-definition.ts';

export type Refused = { file: string; issues: Issue[] };

/** The generated JSON Schema stands beside the definitions that it checks. */
const SCHEMA_FILE = 'definition.schema.json';
const FORMS = 'forms';
/** Larger files are no definitions; they are not read at all (architecture.md §6). */
const LARGEST = 1_000_000;

/** The forms in the `forms` folder beside the definitions; none where there is no such folder. */
async function readSharedForms(folder: string): Promise<{ forms: Form[]; refused: Refused[] }> {
  const forms: Form[] = [];
  const refused: Refused[] = [];
  for (const file of await jsonFiles(join(folder, FORMS))) {
    const json = await readJson(join(folder, FORMS, file));
    const read = 'issues' in json ? ({ ok: false, issues: json.issues } as const) : readForm(json.value);
    if (read.ok) forms.push(read.form);
    else refused.push({ file: `${FORMS}/${file}`, issues: read.issues });
  }
  return { forms, refused };
}

/** All definitions of a folder; a file with mistakes is left out and told with its issues. */
export async function readDefinitions(
  folder: string,
): Promise<{ definitions: { file: string; procedure: Procedure }[]; refused: Refused[] }> {
  const { forms, refused } = await readSharedForms(folder);
  const definitions: { file: string; procedure: Procedure }[] = [];
  for (const file of await jsonFiles(folder)) {
    const read = await readOne(join(folder, file), forms);
    if (read.ok) definitions.push({ file, procedure: read.procedure });
    else refused.push({ file, issues: read.issues });
  }
  return { definitions, refused };
}

/** One definition with the forms shared beside it, or else those that Tinh Gọn ships. */
export async function readDefinitionFile(file: string, shipped: string): Promise<ReturnType<typeof readDefinition>> {
  const beside = await readSharedForms(dirname(file));
  const known = new Set(beside.forms.map((form) => form.id));
  const others = (await readSharedForms(shipped)).forms.filter((form) => !known.has(form.id));
  return readOne(file, [...beside.forms, ...others]);
}

/** What a JSON file holds, or why it cannot be read, in Vietnamese. */
export async function readJson(file: string): Promise<{ value: unknown } | { issues: Issue[] }> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return unreadable('không đọc được tệp; hãy kiểm tra đường dẫn và quyền đọc.');
  if (text.length > LARGEST) return unreadable('tệp lớn hơn 1 MB, không phải là một định nghĩa thủ tục.');
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return unreadable(`tệp không phải JSON đúng cú pháp (${syntaxPlace(error)}).`);
  }
}

async function readOne(file: string, forms: readonly Form[]): Promise<ReturnType<typeof readDefinition>> {
  const json = await readJson(file);
  return 'issues' in json ? { ok: false, issues: json.issues } : readDefinition(json.value, forms);
}

async function jsonFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json') && name !== SCHEMA_FILE).toSorted();
}

function unreadable(message: string): { issues: Issue[] } {
  return { issues: [{ path: '', message }] };
}

/** Where the JSON breaks, as the engine's own message tells it. */
function syntaxPlace(error: unknown): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
  return line && column ? `dòng ${line}, cột ${column}` : 'tệp kết thúc giữa chừng hoặc không phải văn bản';
}
