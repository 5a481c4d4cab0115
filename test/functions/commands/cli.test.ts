import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const DEFINITIONS = 'procedures/definitions';
const COPY = join(DEFINITIONS, '3-000465-cap-ban-sao-van-bang-chung-chi-tu-so-goc.json');
/** What the electronic form of 3.000465 asks again after it asked it of the applicant. */
const ASKED_AGAIN = {
  'ho-ten-chu-van-bang': 'ho-ten-nguoi-nop',
  'ho-ten-tren-phieu': 'ho-ten-nguoi-nop',
  'so-giay-to-chu-van-bang': 'so-giay-to-nguoi-nop',
  'so-dinh-danh-tren-phieu': 'so-giay-to-nguoi-nop',
  'ngay-sinh-chu-van-bang': 'ngay-sinh-nguoi-nop',
  'ngay-sinh-tren-phieu': 'ngay-sinh-nguoi-nop',
  'dien-thoai-chu-van-bang': 'dien-thoai-nguoi-nop',
  'lien-he': 'dien-thoai-nguoi-nop',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tinhgon-'));
});

function tinhgon(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['functions/cli.ts', ...words], (error, out, err) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, out, err });
    });
  });
}

function written(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const merged = (ids: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(ids).map(([id, into]) => [
      id,
      { treatment: 'merge', into, ground: 'trung-lap', reason: 'Đã hỏi ở phần người nộp.', authority: 'decide' },
    ]),
  );

describe('validate', () => {
  test('accepts a real definition', async () => {
    expect(await tinhgon('validate', COPY)).toMatchObject({ status: 0, out: expect.stringContaining('1/1') });
  });

  test('lists every mistake of a file in one pass and ends with 1', async () => {
    const broken: Record<string, unknown> = JSON.parse(readFileSync(COPY, 'utf8'));
    const { status, err } = await tinhgon(
      'validate',
      written('broken.json', { ...broken, name: '', internal: 'không', levels: 'Cấp tỉnh', mistake: 1 }),
    );
    expect(status).toBe(1);
    for (const place of ['name', 'internal', 'levels', 'mistake']) expect(err).toContain(place);
  });

  test('says so of a file that is no JSON, and of one that is not there', async () => {
    expect((await tinhgon('validate', written('text.json', 'Thủ tục'))).err).toContain('JSON');
    expect((await tinhgon('validate', join(folder, 'absent.json'))).err).toContain('đường dẫn');
  });
});

describe('measure', () => {
  test('counts 36 declared data before any mark, which meets nothing', async () => {
    const { out } = await tinhgon('measure', COPY, '--json');
    expect(JSON.parse(out)).toMatchObject({
      procedure: '3.000465',
      rule: 'v1',
      before: 36,
      after: 36,
      added: 0,
      percent: '0,00',
      target: 20,
      meets: false,
    });
  });

  test('finds that asking once what is asked again cuts 8 of 36 and meets 20 %', async () => {
    const { out } = await tinhgon('measure', COPY, '--marks', written('marks.json', merged(ASKED_AGAIN)), '--json');
    expect(JSON.parse(out)).toMatchObject({
      before: 36,
      after: 28,
      cut: { numerator: 8, denominator: 36 },
      percent: '22,22',
      target: 20,
      meets: true,
    });
  });

  test('does not meet a target by rounding: 22,22 % is less than 22,23 %', async () => {
    const marks = written('marks.json', merged(ASKED_AGAIN));
    expect(JSON.parse((await tinhgon('measure', COPY, '--marks', marks, '--target', '22,22', '--json')).out)).toMatchObject({
      meets: true,
    });
    expect(JSON.parse((await tinhgon('measure', COPY, '--marks', marks, '--target', '22.23', '--json')).out)).toMatchObject({
      meets: false,
    });
  });

  test('names what a bare mark still lacks', async () => {
    const marks = written('bare.json', { 'gioi-tinh-nguoi-nop': { treatment: 'retrieve' } });
    const { incomplete } = JSON.parse((await tinhgon('measure', COPY, '--marks', marks, '--json')).out);
    expect(incomplete.map((gap: { missing: string }) => gap.missing)).toEqual(
      expect.arrayContaining(['dataItem', 'fallback', 'ground', 'reason', 'authority']),
    );
  });

  test('refuses a mark on a field that is not there and names the nearest one', async () => {
    const { status, err } = await tinhgon(
      'measure',
      COPY,
      '--marks',
      written('unknown.json', { 'gioi-tinh-nguoi-nopp': { treatment: 'remove' } }),
    );
    expect(status).toBe(1);
    expect(err).toContain('gioi-tinh-nguoi-nop');
  });

  test('refuses to cut a field on which others depend and lists them', async () => {
    const { status, err } = await tinhgon(
      'measure',
      COPY,
      '--marks',
      written('dependants.json', { 'loai-chu-ho-so': { treatment: 'remove' } }),
    );
    expect(status).toBe(1);
    expect(err).toContain('Tên tổ chức');
    expect(err).toContain('Mã số thuế');
  });

  test('refuses a rule, a target or a treatment that does not exist', async () => {
    expect(await tinhgon('measure', COPY, '--rule', 'v9')).toMatchObject({ status: 1, err: expect.stringContaining('v1') });
    expect(await tinhgon('measure', COPY, '--target', '120')).toMatchObject({ status: 1, err: expect.stringContaining('120') });
    expect(await tinhgon('measure', COPY, '--marks', written('treatment.json', { 'lien-he': { treatment: 'delete' } }))).toMatchObject({
      status: 1,
      err: expect.stringContaining('remove'),
    });
  });
});

describe('difference', () => {
  test('says a rename as a rename and a new time limit as a change, in sentences', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    cpSync(join(DEFINITIONS, 'forms'), join(other, 'forms'), { recursive: true });
    const definition = JSON.parse(readFileSync(COPY, 'utf8'));
    definition.name = 'Cấp bản sao văn bằng';
    definition.channels[0].processingTime = { text: '2 ngày làm việc', amount: 2, unit: 'workingDay' };
    const file = join(other, 'procedure.json');
    writeFileSync(file, JSON.stringify(definition));
    const { status, out } = await tinhgon('difference', COPY, file);
    expect(status).toBe(0);
    expect(out).toContain('“Cấp bản sao văn bằng”');
    expect(out).toContain('từ 1 ngày làm việc');
    expect(out.trim().split('\n')).toHaveLength(2);
  });

  test('finds none between a file and itself', async () => {
    expect((await tinhgon('difference', COPY, COPY)).out).toContain('Không có khác biệt');
  });
});

test('fields says of each field whether it counts and why', async () => {
  const rows = JSON.parse((await tinhgon('fields', COPY, '--json')).out);
  expect(rows).toHaveLength(39);
  expect(rows.filter((row: { counts: boolean }) => row.counts)).toHaveLength(36);
  expect(rows.find((row: { id: string }) => row.id === 'kinh-gui')).toMatchObject({
    counts: false,
    why: expect.stringContaining('Không tính'),
  });
});

test('every command has its help, and an unknown one is answered with the list', async () => {
  for (const name of ['validate', 'measure', 'difference', 'fields', 'seed']) {
    expect(await tinhgon(name, '--help')).toMatchObject({ status: 0, out: expect.stringContaining(`tinhgon ${name}`) });
  }
  expect(await tinhgon('--help')).toMatchObject({ status: 0 });
  expect(await tinhgon('simplify')).toMatchObject({ status: 1, err: expect.stringContaining('simplify') });
  expect(await tinhgon('measure', COPY, '--mark', 'x')).toMatchObject({ status: 1, err: expect.stringContaining('Cách dùng') });
});
