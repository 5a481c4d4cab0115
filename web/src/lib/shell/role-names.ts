import type { Role } from '#procedures/review/person.ts';

/** A role as the rail names it. */
export const ROLE_NAMES: Record<Role, string> = {
  specialist: 'Chuyên viên',
  reviewer: 'Thẩm định, tổng hợp',
  leader: 'Lãnh đạo Sở',
  admin: 'Quản trị',
};
