// What comes in is parsed by the same schemas as everything else; what does not fit is answered place by place, in Vietnamese.
import { zValidator } from '@hono/zod-validator';
import * as z from 'zod/mini';
import { Id } from '#procedures/text/label.ts';
import { notFound, type PlacedIssue, ProblemError } from './problem.ts';

type ZodIssue = z.core.$ZodIssue;

/** The JSON body. */
export const body = <Schema extends z.ZodMiniType>(schema: Schema) =>
  zValidator('json', schema, async (result) => {
    if (!result.success) throw await badInput(result.error.issues, result.data);
  });

/** Pages of a list. */
export const page = zValidator(
  'query',
  z.object({
    after: z.optional(z.string().check(z.maxLength(4_000))),
    limit: z.optional(z.pipe(z.pipe(z.string().check(z.regex(/^\d{1,3}$/)), z.transform(Number)), z.int().check(z.gte(1), z.lte(500)))),
  }),
  async (result) => {
    if (!result.success) throw await badInput(result.error.issues, result.data);
  },
);

/** Any other query. */
export const query = <Schema extends z.ZodMiniType>(schema: Schema) =>
  zValidator('query', schema, async (result) => {
    if (!result.success) throw await badInput(result.error.issues, result.data);
  });

/** Parts of the path: what can not be an id or a number does not exist. */
export const path = <Schema extends z.ZodMiniType>(schema: Schema) =>
  zValidator('param', schema, (result) => {
    if (!result.success) throw notFound('địa chỉ này');
  });

/** A number in an address: 1, 2, 3… */
export const Ordinal = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,5}$/)), z.transform(Number));

export const byId = path(z.object({ id: Id }));

/** The version on which a change is made: `If-Match: "3"`. A proxy that compresses turns it into `W/"3"`. */
export const ifMatch = zValidator(
  'header',
  z.object({
    'if-match': z.pipe(
      z.string().check(z.regex(/^(?:W\/)?"[1-9]\d{0,8}"$/)),
      z.transform((tag) => Number(tag.replaceAll(/\D/g, ''))),
    ),
  }),
  (result) => {
    if (!result.success) throw new ProblemError('precondition-required', 'Yêu cầu sửa phải kèm số phiên bản đang xem (If-Match).');
  },
);

/** The tag of a version. */
export const etag = (version: number): string => `"${version}"`;

/** What a schema reads in a value that is no whole body; throws the problem that says where it does not fit. */
export async function fitting<Schema extends z.ZodMiniType>(schema: Schema, value: unknown): Promise<z.output<Schema>> {
  const read = schema.safeParse(value);
  if (!read.success) throw await badInput(read.error.issues, value);
  return read.data;
}

/** Every issue with its place and a Vietnamese sentence; the words are loaded only when something is wrong. */
async function badInput(issues: readonly ZodIssue[], input: unknown): Promise<ProblemError> {
  const { issuesOf, tell } = await import('#procedures/definition/issue-messages.ts');
  const placed = issues.flatMap((issue): PlacedIssue[] => {
    const told = issuesOf(issue, input, () => []);
    return told.length > 0 ? told : [tell(issue.path, input, 'không thuộc loại nào mà hệ thống biết.')];
  });
  return new ProblemError('bad-input', 'Một số nội dung gửi lên chưa đúng. Xem từng chỗ bên dưới.', { issues: placed });
}
