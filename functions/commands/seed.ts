import { loadFirstData } from '#functions/local/first-data.ts';
import { seed as seedStore } from '#functions/local/seed.ts';
import { StartFailureError } from '#functions/local/start-failure.ts';
import { withLocalStore } from '#functions/local/with-store.ts';
import { countingRule } from '#procedures/redesign/counting-rules.ts';
import { formatInteger } from '#procedures/text/number.ts';
import { type Command, CommandError, readWords } from './command.ts';
import { SHIPPED } from './definition.ts';

const usage = 'seed --procedures SỐ [--data THƯ_MỤC]';
const MOST = 1_000_000;
const OPTIONS = { procedures: { type: 'string' }, data: { type: 'string' } } as const;

/** Fills a store with made-up procedures for trials at scale, beside the real ones. */
export const seed: Command = {
  usage,
  summary: 'thêm thủ tục minh họa vào kho dữ liệu để thử ở quy mô lớn',
  help: `  --procedures SỐ    bao nhiêu thủ tục minh họa (1 đến ${formatInteger(MOST)})
  --data THƯ_MỤC     thư mục dữ liệu; mặc định .data (hoặc DATA_DIR); DYNAMODB_ENDPOINT đặt kho khác

Hãy dừng Tinh Gọn đang chạy trên thư mục đó trước.`,
  run: async (words) => {
    const { values } = readWords(words, OPTIONS, { least: 0, most: 0 }, usage);
    const count = Number(values.procedures);
    if (!Number.isInteger(count) || count < 1 || count > MOST) throw new CommandError(`Cách dùng: tinhgon ${usage}`);
    try {
      await fill(count, { ...process.env, ...(values.data && { DATA_DIR: values.data }) });
      return 0;
    } catch (error) {
      if (error instanceof StartFailureError) throw new CommandError(error.message, { cause: error });
      throw error;
    }
  },
};

async function fill(count: number, environment: NodeJS.ProcessEnv): Promise<void> {
  await withLocalStore(environment, async (stores) => {
    const at = new Date().toISOString();
    await loadFirstData(stores, SHIPPED, at);
    const plan = await stores.plans.current();
    const rule = countingRule(plan.rule);
    if (!rule) throw new CommandError(`Kế hoạch ${plan.name} dùng quy tắc đếm không có trong phiên bản này (${plan.rule}).`);
    const startAt = (await stores.procedures.count()) + 1;
    const onProgress = (done: number) => console.log(`${formatInteger(done)}/${formatInteger(count)}`);
    await seedStore(stores, count, { plan, rule, at, startAt, onProgress });
  });
}
