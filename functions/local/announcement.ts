// What `npm start` prints once everything answers.
import type { Person } from '#procedures/review/person.ts';
import type { Loaded } from './load-definitions.ts';
import { ROLE_NAMES } from './pages.ts';

type Announced = { origin: string; version: string; dataFolder: string; procedures: number; people: readonly Person[]; loaded: Loaded };

/** Address, people with their roles, where the data is; and any definition file that could not be read. */
export function announcement({ origin, version, dataFolder, procedures, people, loaded }: Announced): string {
  const refused = loaded.refused.map(
    ({ file, issues }) =>
      `  Bỏ qua tệp định nghĩa ${file}: ${issues.length} lỗi (npm run -s tinhgon -- validate procedures/definitions/${file}).`,
  );
  return [
    `Tinh Gọn ${version}: ${origin}`,
    '',
    'Người dùng minh họa (chỉ dùng trên máy này, không có mật khẩu):',
    ...people.map((person) => `  • ${person.name} — ${ROLE_NAMES[person.role]}, ${person.officeName}`),
    '',
    `${procedures} thủ tục; dữ liệu nằm ở ${dataFolder}. Nhấn Ctrl-C để dừng.`,
    ...refused,
  ].join('\n');
}
