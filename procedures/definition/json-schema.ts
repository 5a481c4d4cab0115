// The JSON Schema of a definition file, for editors, from the same zod schema that the reader uses.
import * as z from 'zod/mini';
import { Channel, Fee, ProcessingTime } from './channel.ts';
import { Document } from './document.ts';
import { Condition, Field } from './field.ts';
import { Form } from './form.ts';
import { ProcedureFile } from './procedure.ts';
import { Step } from './step.ts';

const PARTS = { Channel, Condition, Document, Fee, Field, Form, ProcessingTime, Step };

/** JSON Schema 2020-12 of a definition file as it is written; `procedures/definitions/definition.schema.json` holds it. */
export function definitionJsonSchema(): object {
  const metadata = z.registry<{ id: string }>();
  for (const [id, part] of Object.entries(PARTS)) metadata.add(part, { id });
  const schema = z.toJSONSchema(ProcedureFile, { io: 'input', metadata });
  return { ...schema, title: 'Tinh Gọn: định nghĩa thủ tục hành chính' };
}
