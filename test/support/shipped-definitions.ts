// The definitions that the project ships, read as the loader reads them.
import { readdirSync, readFileSync } from 'node:fs';
import type { Form } from '#procedures/definition/form.ts';
import type { Procedure } from '#procedures/definition/procedure.ts';
import { readDefinition, readForm } from '#procedures/definition/read-definition.ts';

const FOLDER = new URL('../../procedures/definitions/', import.meta.url);
const SCHEMA = 'definition.schema.json';

type Shipped<T> = { file: string; json: unknown; read: T };

function files(folder: URL): { file: string; json: unknown }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== SCHEMA)
    .toSorted()
    .map((file) => ({ file, json: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }));
}

/** Every form file with what the reader made of it. */
export function shippedForms(): Shipped<ReturnType<typeof readForm>>[] {
  return files(new URL('forms/', FOLDER)).map((one) => ({ ...one, read: readForm(one.json) }));
}

/** Every definition file with what the reader made of it. */
export function shippedDefinitions(): Shipped<ReturnType<typeof readDefinition>>[] {
  const forms = readableForms();
  return files(FOLDER).map((one) => ({ ...one, read: readDefinition(one.json, forms) }));
}

export function readableForms(): Form[] {
  return shippedForms().flatMap(({ read }) => (read.ok ? [read.form] : []));
}

/** The procedures of the files that read without issue, by code, or by id where there is none. */
export function shippedProcedures(): Map<string, Procedure> {
  return new Map(shippedDefinitions().flatMap(({ read }) => (read.ok ? [[read.procedure.code ?? read.procedure.id, read.procedure]] : [])));
}
