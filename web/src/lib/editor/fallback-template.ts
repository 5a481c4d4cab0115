/**
 * The sentence that published education procedures print for data that cannot be retrieved (record 3.000465 of the National
 * Public Service Portal; Nghị quyết 66.7/2025/NQ-CP Điều 8). Offered, never inserted by itself.
 */
export const FALLBACK_TEMPLATE = (register = 'cơ sở dữ liệu'): string =>
  `Trường hợp cơ quan giải quyết thủ tục hành chính không khai thác được hoặc khai thác không đầy đủ dữ liệu trên ${register}, cơ quan giải quyết yêu cầu người nộp bổ sung theo quy định tại Điều 8 Nghị quyết 66.7/2025/NQ-CP.`;
