// An issue: one thing that is wrong with a definition file, where it is and what to do, in plain Vietnamese.

/** `path` as a programmer writes it (`forms[0].fields[3].label`; empty = the whole file), `message` as a clerk reads it. */
export type Issue = { path: string; message: string };

export type Path = readonly PropertyKey[];

/** `['forms', 0, 'label']` → `forms[0].label`. */
export function pathText(path: Path): string {
  return path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('');
}

/** What stands at a path of any JSON; undefined where the path leads nowhere. */
export function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined), input);
}

/** Whether any JSON is an object, neither an array nor null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As the schemas read text (NFC, trimmed); undefined for anything that is not text. */
export function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.normalize('NFC').trim() : undefined;
}
