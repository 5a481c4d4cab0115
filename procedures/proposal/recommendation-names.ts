import type { Recommendation } from './recommendation.ts';

/** How far a recommendation has come, as it is shown. */
export const RECOMMENDATION_STATE_NAMES: Record<Recommendation['state'], string> = {
  notSent: 'Chưa gửi',
  sent: 'Đã gửi',
  accepted: 'Được tiếp thu',
  declined: 'Không được tiếp thu',
  amended: 'Đã sửa đổi văn bản',
};
