// A step (trình tự thực hiện).
import * as z from 'zod/mini';
import { Id, Prose } from '#procedures/text/label.ts';

export const Step = z.strictObject({ id: Id, text: Prose });
export type Step = z.infer<typeof Step>;
