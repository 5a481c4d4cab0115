import type { Role } from './person.ts';

/** A role as screens and the history name it. */
export const ROLE_NAMES: Record<Role, string> = {
  specialist: 'Chuyên viên',
  reviewer: 'Thẩm định, tổng hợp',
  leader: 'Lãnh đạo Sở',
  admin: 'Quản trị',
};
