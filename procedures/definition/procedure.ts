// A procedure (thủ tục hành chính) with the parts that NĐ 63/2010 Điều 8.2 (as amended by NĐ 92/2017) lists.
import * as z from 'zod';
import { Id, Label, Prose } from '#procedures/text/label.ts';
import { Channel } from './channel.ts';
import { Document } from './document.ts';
import { Form } from './form.ts';
import { Step } from './step.ts';

/** Text, never a number; portals hold dirty ones (`1.014955-Xoa`, `1.000715.000.00.00.H32`), so only the alphabet is checked. */
const ProcedureCode = z.string().regex(/^[0-9A-Za-zĐđ][0-9A-Za-zĐđ.\-_]{0,59}$/);

export const Procedure = z.strictObject({
  id: Id,
  code: ProcedureCode.optional(),
  name: Label,
  /** TTHC nội bộ (QĐ 1085/QĐ-TTg); NĐ 63/2010 does not apply to them. */
  internal: z.boolean(),
  /** Lĩnh vực. */
  area: Label.optional(),
  /** Cấp thực hiện. */
  levels: z.array(Label).max(10),
  /** Số quyết định công bố. */
  decision: Label.optional(),
  /** Đối tượng thực hiện. */
  subjects: z.array(Label).max(50),
  /** Cơ quan thực hiện. */
  agencies: z.array(Label).max(50),
  /** Cơ quan có thẩm quyền. */
  authority: Label.optional(),
  /** Cơ quan ban hành. */
  issuer: Label.optional(),
  /** The unit of the Department in charge; a setting of the office, never read from a portal. */
  office: Id.optional(),
  /** Số lần thực hiện trong 01 năm, and số lượng đối tượng trong 01 năm. */
  timesPerYear: z.int().min(0).optional(),
  subjectsPerYear: z.int().min(0).optional(),
  steps: z.array(Step).max(500),
  channels: z.array(Channel).max(50),
  documents: z.array(Document).max(500),
  forms: z.array(Form).max(50),
  /** Kết quả thực hiện. */
  result: Prose.optional(),
  /** Yêu cầu, điều kiện. */
  conditions: Prose.optional(),
  legalBases: z.array(Label).max(200),
  sources: z.array(Label).max(50).optional(),
  note: Prose.optional(),
});
export type Procedure = z.infer<typeof Procedure>;

/** A definition file: a form that several procedures share stands once in `procedures/definitions/forms/` and is named here. */
export const ProcedureFile = Procedure.extend({
  $schema: z.string().optional(),
  forms: z.array(z.union([z.strictObject({ use: Id }), Form])).max(50),
});
export type ProcedureFile = z.infer<typeof ProcedureFile>;
