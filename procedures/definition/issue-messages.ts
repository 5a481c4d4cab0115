// Turns what zod reports into Vietnamese sentences: where, what is wrong, how to mend it.
import type * as z from 'zod/mini';
import { formatInteger } from '#procedures/text/number.ts';
import { type Issue, isRecord, type Path, pathText, readText, valueAt } from './issue.ts';
import { placeWords, shorten } from './issue-places.ts';
import { nearestWord } from './nearest-word.ts';

type ZodIssue = z.core.$ZodIssue;

/** The keys that the object at a path may have; empty where it is not known. */
export type KnownKeys = (path: Path) => readonly string[];

const TYPE_NAMES: Record<string, string> = {
  string: 'chữ (trong ngoặc kép)',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách [ … ]',
  object: 'nhóm mục { … }',
  record: 'nhóm mục { … }',
  null: 'null',
};

const ID_KEYS = new Set(['id', 'office', 'use', 'form', 'field', 'element', 'ground', 'into', 'after']);

/** One zod issue as one or more issues (each unknown key is one). */
export function issuesOf(issue: ZodIssue, input: unknown, knownKeys: KnownKeys): Issue[] {
  if (issue.code === 'invalid_union') return unionIssues(issue, input, knownKeys);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue.path, key, input, knownKeys));
  return [tell(issue.path, input, sentence(issue, valueAt(input, issue.path)))];
}

/** Puts the place in front of a sentence. */
export function tell(path: Path, input: unknown, text: string): Issue {
  const place = placeWords(path, input);
  return { path: pathText(path), message: place ? `${place}: ${text}` : text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) };
}

function sentence(issue: ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), value);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'invalid_value':
      if (value === undefined) return `còn thiếu; hãy chọn một trong: ${issue.values.map(String).join(', ')}.`;
      return `giá trị ${quote(value)} không dùng được; hãy chọn một trong: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      if (issue.format === 'date') return `${quote(value)} không phải một ngày; hãy ghi đủ ngày, tháng, năm.`;
      return wrongFormat(issue.path.at(-1), issue.pattern, value);
    default:
      return 'giá trị không hợp lệ; hãy đối chiếu với lược đồ definition.schema.json.';
  }
}

function wrongType(expected: string, value: unknown): string {
  const wanted = TYPE_NAMES[expected] ?? expected;
  if (value === undefined) return `còn thiếu; hãy ghi ${wanted}.`;
  if (value === null) return `không ghi null; hãy ghi ${wanted}, hoặc bỏ hẳn mục này nếu mục không bắt buộc và chưa biết.`;
  return `cần ${wanted}, nhưng đang là ${expected === 'int' && typeof value === 'number' ? 'số lẻ' : typeName(value)}.`;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return TYPE_NAMES['array'] ?? '';
  return TYPE_NAMES[typeof value] ?? typeof value;
}

function tooBig(origin: string, maximum: number, value: unknown): string {
  const most = formatInteger(maximum);
  if (origin === 'string') {
    const length = readText(value)?.length ?? 0;
    return `dài ${formatInteger(length)} ký tự, quá ${formatInteger(length - maximum)} ký tự so với mức ${most}; hãy rút ngắn.`;
  }
  if (origin === 'array') {
    const length = Array.isArray(value) ? value.length : 0;
    return `có ${formatInteger(length)} mục, quá ${formatInteger(length - maximum)} mục so với mức ${most}; hãy bớt đi.`;
  }
  return `số quá lớn; nhiều nhất là ${most}.`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return 'đang để trống; hãy ghi nội dung hoặc bỏ hẳn mục này.';
  if (origin === 'array') return `cần ít nhất ${minimum} mục; hãy bổ sung hoặc bỏ hẳn danh sách này.`;
  return `số quá nhỏ; ít nhất là ${minimum}.`;
}

function wrongFormat(key: PropertyKey | undefined, pattern: string | undefined, value: unknown): string {
  if (ID_KEYS.has(String(key))) {
    return `mã ${quote(value)} không đúng dạng; chỉ dùng chữ thường không dấu, chữ số, dấu chấm, dấu gạch nối, dài nhất 120 ký tự.`;
  }
  if (key === 'email') return `${quote(value)} không phải địa chỉ thư điện tử; hãy ghi như ten@coquan.gov.vn.`;
  if (key === 'value') return `${quote(value)} không phải một con số; hãy ghi như 67500 hoặc 0.5.`;
  if (key === 'code') return `mã ${quote(value)} không đúng dạng; chỉ dùng chữ, chữ số, dấu chấm, gạch nối, gạch dưới, dài nhất 60 ký tự.`;
  if (key === 'dataItem') return `${quote(value)} không đúng dạng; hãy ghi <cơ sở dữ liệu>/<mục>, ví dụ population/4.`;
  return hiddenCharacter(pattern, readText(value) ?? '');
}

/** Names the first character that the pattern of visible text refuses, by code point and position. */
function hiddenCharacter(pattern: string | undefined, text: string): string {
  const visible = new RegExp((pattern ?? '//').replace(/^\/|\/[a-z]*$/g, ''), 'u');
  const letters = [...text];
  const at = letters.findIndex((letter) => !visible.test(letter));
  const code = (letters[at]?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `có ký tự ẩn U+${code} ở vị trí ${at + 1}, làm chữ hiện khác với chữ thật; hãy xóa ký tự đó.`;
}

function unknownKey(path: Path, key: string, input: unknown, knownKeys: KnownKeys): Issue {
  const near = nearestWord(key, knownKeys(path));
  const advice = near ? `có phải định ghi “${near}”?` : 'hãy xóa mục này hoặc ghi đúng tên mục.';
  return { path: pathText([...path, key]), message: `${placeOf(path, input)}không có mục tên “${shorten(key)}”; ${advice}` };
}

function placeOf(path: Path, input: unknown): string {
  const place = placeWords(path, input);
  return place ? `${place}: ` : 'Tệp định nghĩa ';
}

/** The only union is a form written out or named by `use`; the issues of the one that was meant are told. */
function unionIssues(issue: Extract<ZodIssue, { code: 'invalid_union' }>, input: unknown, knownKeys: KnownKeys): Issue[] {
  const value = valueAt(input, issue.path);
  const meant = issue.errors.at(isRecord(value) && 'use' in value ? 0 : -1) ?? [];
  return meant.flatMap((inner) => issuesOf({ ...inner, path: [...issue.path, ...inner.path] }, input, knownKeys));
}

/** Objects are named by their type: their own `toString` may be anything. */
function quote(value: unknown): string {
  if (typeof value === 'string') return `“${shorten(value)}”`;
  return typeof value === 'object' ? typeName(value) : shorten(String(value));
}
