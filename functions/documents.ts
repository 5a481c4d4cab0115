// Lambda entry: the papers and files.
import { handle } from 'hono/aws-lambda';
import { createDependencies } from './dependencies.ts';
import { createDocumentsApp } from './http/documents-app.ts';
import { readSettings } from './settings.ts';
import { WRITERS } from './writers.ts';

export const handler = handle(createDocumentsApp({ ...createDependencies(readSettings(process.env)), writers: WRITERS }));
