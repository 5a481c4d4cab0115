import { StartFailureError } from '#functions/local/start-failure.ts';
import { withStore } from '#functions/local/with-store.ts';
import { NotFoundError, StoreError } from '#functions/store/errors.ts';
import type { Event } from '#functions/store/event.ts';
import type { Recounted } from '#functions/store/recount.ts';
import type { Stores } from '#functions/store/stores.ts';
import { differenceLines } from '#procedures/plan/difference.ts';
import type { Plan } from '#procedures/plan/plan.ts';
import { totalOf } from '#procedures/plan/totals.ts';
import { formatInteger } from '#procedures/text/number.ts';
import { type Command, CommandError, readWords } from './command.ts';

const usage = 'recount [--repair] [--plan MÃ] [--data THƯ_MỤC]';
const OPTIONS = { repair: { type: 'boolean' }, plan: { type: 'string' }, data: { type: 'string' } } as const;

/** Proves the totals and rankings of a plan from its rows. Ends with 1 while a difference is left. */
export const recount: Command = {
  usage,
  summary: 'đối chiếu tổng số, thứ hạng của kế hoạch với từng thủ tục, sửa nếu lệch',
  help: `  --repair           sửa những chỗ lệch (không có tùy chọn này thì chỉ báo)
  --plan MÃ          kế hoạch nào; mặc định kế hoạch đang thực hiện
  --data THƯ_MỤC     thư mục dữ liệu; mặc định .data (hoặc DATA_DIR); DYNAMODB_ENDPOINT đặt kho khác

Trên một máy, hãy dừng Tinh Gọn đang chạy trên thư mục đó trước. Nơi dùng bảng chung (TABLE, TENANT) thì chạy được cả khi mọi người
đang làm việc: mỗi chỗ lệch được đọc lại lần nữa rồi mới báo, và chỉ sửa khi chưa ai đụng đến.`,
  run: async (words) => {
    const { values } = readWords(words, OPTIONS, { least: 0, most: 0 }, usage);
    const environment = { ...process.env, ...(values.data && { DATA_DIR: values.data }) };
    try {
      return await withStore(environment, (stores) => run(stores, values));
    } catch (error) {
      if (error instanceof StartFailureError) throw new CommandError(error.message, { cause: error });
      if (error instanceof StoreError) throw new CommandError(`Kho dữ liệu không đọc hoặc ghi được (${error.code}).`, { cause: error });
      throw error;
    }
  },
};

async function run(stores: Stores, { plan: id, repair = false }: { plan?: string; repair?: boolean }): Promise<number> {
  const plan = await planOf(stores, id);
  const recounted = await stores.recount({
    plan: plan.id,
    repair,
    event: ({ id: redesign, procedure, version }) =>
      line({ redesign, procedure, version, about: 'ghi thêm số liệu của phương án đã trình' }),
  });
  const { procedures } = totalOf(await stores.lines.totals(plan.id));
  const told = report(plan, procedures, recounted, repair);
  await stores.history.record(line({ plan: plan.id, version: plan.version, about: told.at(-1) ?? '' }));
  console.log(told.join('\n'));
  return recounted.differences.every(({ repaired }) => repaired) ? 0 : 1;
}

async function planOf({ plans }: Stores, id: string | undefined): Promise<Plan> {
  try {
    return id === undefined ? await plans.current() : await plans.recently(id);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new CommandError(id === undefined ? 'Kho dữ liệu này chưa có kế hoạch nào.' : `Không có kế hoạch “${id}”.`, { cause: error });
  }
}

function report({ name }: Plan, procedures: number, { redesigns, differences }: Recounted, repair: boolean): string[] {
  const repaired = differences.filter((one) => one.repaired).length;
  const scope = `${formatInteger(procedures)} thủ tục, ${formatInteger(redesigns)} bản tái cấu trúc`;
  const end =
    differences.length === 0
      ? 'khớp hết'
      : `${formatInteger(differences.length)} chỗ lệch, ${repair ? `đã sửa ${formatInteger(repaired)}` : 'chưa sửa (thêm --repair để sửa)'}`;
  return [...differences.flatMap(differenceLines), `Đối chiếu ${name}: ${scope}; ${end}.`];
}

const line = (about: Pick<Event, 'version' | 'about'> & Partial<Event>): Event => ({
  at: new Date().toISOString(),
  by: { subject: 'tinhgon', name: 'tinhgon recount', role: 'admin' },
  action: 'recount',
  ...about,
});
