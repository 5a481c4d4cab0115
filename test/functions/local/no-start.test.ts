import { open, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freePort } from '#functions/local/free-port.ts';
import { type Ending, runToEnd, startSystem, temporaryFolder } from '../../support/local-system.ts';

/** The one sentence that the person at the keyboard reads; anything else that was printed fails the test. */
function sentenceOf({ code, output }: Ending): string {
  const sentence = output.trim();
  if (code !== 1 || sentence.includes('\n')) throw new Error(`Not one sentence and exit 1, but ${code}:\n${output}`);
  return sentence;
}

const PAGES = 100_000;

const free = async () => ({ PORT: String(await freePort()), DATA_DIR: await temporaryFolder() });

describe('the local system does not start, and says why in one sentence,', () => {
  it('when the port is taken', async () => {
    const place = await free();
    const other = createServer().listen(Number(place.PORT), '127.0.0.1');
    expect(sentenceOf(await runToEnd(place))).toContain(`Cổng ${place.PORT} đã có chương trình khác dùng`);
    other.close();
  });

  it('when a running one holds the same folder', async () => {
    const running = await startSystem();
    const second = await runToEnd({ ...(await free()), DATA_DIR: running.dataFolder });
    expect(sentenceOf(second)).toContain('Một Tinh Gọn khác đang dùng thư mục dữ liệu');
    await running.stop();
  });

  it('when the folder cannot be written', async () => {
    const place = await free();
    const file = join(place.DATA_DIR, 'file');
    await writeFile(file, '');
    expect(sentenceOf(await runToEnd({ ...place, DATA_DIR: file }))).toContain('Không ghi được vào thư mục dữ liệu');
  });

  it('when the program of the store is missing', async () => {
    expect(sentenceOf(await runToEnd({ ...(await free()), DYNOXIDE: '/khong/co' }))).toContain(
      'Không chạy được chương trình kho dữ liệu /khong/co',
    );
  });

  it('when the file of the store is damaged', async () => {
    const place = await free();
    await writeFile(join(place.DATA_DIR, 'store.db'), 'không phải SQLite '.repeat(500));
    expect(sentenceOf(await runToEnd(place))).toContain('bị hỏng');
  });

  it('when the file of the store is damaged inside', async () => {
    const place = await free();
    const first = await startSystem(place);
    await first.stop();
    const file = await open(join(place.DATA_DIR, 'store.db'), 'r+');
    const { size } = await file.stat();
    // The first pages hold the list of tables; behind them it is data that is found damaged only when it is read.
    await file.write(Buffer.alloc(size - PAGES, 0xa5), 0, size - PAGES, PAGES);
    await file.close();
    expect(sentenceOf(await runToEnd(place))).toMatch(/bị hỏng|có thể tệp đã hỏng/);
  });

  it('when the named store engine does not answer', async () => {
    const place = { ...(await free()), DYNAMODB_ENDPOINT: `http://127.0.0.1:${await freePort()}` };
    expect(sentenceOf(await runToEnd(place))).toContain('Không dùng được kho dữ liệu tại http://127.0.0.1');
  });

  it('when it is to listen beyond this machine with the demonstration identity', async () => {
    const ending = await runToEnd({ ...(await free()), HOST: '0.0.0.0' });
    expect(sentenceOf(ending)).toContain('Danh tính minh họa chỉ được dùng trên máy này');
  });
});
