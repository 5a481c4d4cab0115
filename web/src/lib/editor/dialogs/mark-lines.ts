import type { Ground } from '#procedures/redesign/ground.ts';
import type { Mark } from '#procedures/redesign/mark.ts';
import { TREATMENT_NAMES } from '#procedures/redesign/treatments.ts';

/** What a mark says, a line each, for a person who has to choose between two of them. */
export function markLines(mark: Mark, grounds: readonly Ground[], place: (id: string) => string): string[] {
  const ground = grounds.find((one) => one.id === mark.ground)?.key ?? mark.ground;
  return [
    TREATMENT_NAMES[mark.treatment] + (mark.into === undefined ? '' : ` vào ${place(mark.into)}`),
    ...named('Căn cứ', ground),
    ...named('Nguồn dữ liệu', mark.dataItem),
    ...named('Khi không khai thác được', mark.fallback),
    ...named('Thẩm quyền', mark.authority && (mark.authority === 'decide' ? 'quyết định' : 'kiến nghị')),
    ...named('Sửa tại', mark.amends),
    ...named('Lộ trình', mark.timetable),
    ...named('Ngoại lệ', mark.exceptions),
    ...named('Lý do', mark.reason),
    ...named('Nội dung mới', mark.values && Object.values(mark.values).map(String).join('; ')),
  ];
}

function named(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}: ${value}`];
}
