// A procedure (thủ tục hành chính) with the parts that NĐ 63/2010 Điều 8.2 (as amended by NĐ 92/2017) lists.
import * as z from 'zod/mini';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Channel } from './channel.ts';
import { Document } from './document.ts';
import { Form } from './form.ts';
import { Step } from './step.ts';

/** Text, never a number; portals hold dirty ones (`1.014955-Xoa`, `1.000715.000.00.00.H32`), so only the alphabet is checked. */
const ProcedureCode = z.string().check(z.regex(/^[0-9A-Za-zĐđ][0-9A-Za-zĐđ.\-_]{0,59}$/));

export const Procedure = z.strictObject({
  id: Id,
  code: z.optional(ProcedureCode),
  name: Label,
  /** TTHC nội bộ (QĐ 1085/QĐ-TTg); NĐ 63/2010 does not apply to them. */
  internal: z.boolean(),
  /** Lĩnh vực. */
  area: z.optional(Label),
  /** Cấp thực hiện. */
  levels: z.array(Label).check(z.maxLength(10)),
  /** Số quyết định công bố. */
  decision: z.optional(Label),
  /** Đối tượng thực hiện. */
  subjects: z.array(Label).check(z.maxLength(50)),
  /** Cơ quan thực hiện. */
  agencies: z.array(Label).check(z.maxLength(50)),
  /** Cơ quan có thẩm quyền. */
  authority: z.optional(Label),
  /** Cơ quan ban hành. */
  issuer: z.optional(Label),
  /** The unit of the Department in charge; a setting of the office, never read from a portal. */
  office: z.optional(Id),
  /** Số lần thực hiện trong 01 năm, and số lượng đối tượng trong 01 năm. */
  timesPerYear: z.optional(z.int().check(z.gte(0))),
  subjectsPerYear: z.optional(z.int().check(z.gte(0))),
  steps: z.array(Step).check(z.maxLength(500)),
  channels: z.array(Channel).check(z.maxLength(50)),
  documents: z.array(Document).check(z.maxLength(500)),
  forms: z.array(Form).check(z.maxLength(50)),
  /** Kết quả thực hiện. */
  result: z.optional(Prose),
  /** Yêu cầu, điều kiện. */
  conditions: z.optional(Prose),
  legalBases: z.array(Label).check(z.maxLength(200)),
  sources: z.optional(z.array(Label).check(z.maxLength(50))),
  note: z.optional(Prose),
});
export type Procedure = z.infer<typeof Procedure>;

/** A definition file: a form that several procedures share stands once in `procedures/definitions/forms/` and is named here. */
export const ProcedureFile = z.extend(Procedure, {
  $schema: z.optional(z.string()),
  forms: z.array(z.union([z.strictObject({ use: Id }), Form])).check(z.maxLength(50)),
});
export type ProcedureFile = z.infer<typeof ProcedureFile>;
