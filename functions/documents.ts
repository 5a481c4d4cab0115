// Lambda entry: the files of proposals and definitions.
import { handle } from 'hono/aws-lambda';
import { createDependencies } from './dependencies.ts';
import { definitionWord } from './documents/definition-word.ts';
import { definitionWorkbook } from './documents/definition-workbook.ts';
import { proposalWord } from './documents/proposal-word.ts';
import { proposalWorkbook } from './documents/proposal-workbook.ts';
import { createDocumentsApp } from './http/documents-app.ts';
import { readSettings } from './settings.ts';

const writers = {
  proposalDocx: proposalWord,
  proposalXlsx: proposalWorkbook,
  definitionDocx: definitionWord,
  definitionXlsx: definitionWorkbook,
};

export const handler = handle(createDocumentsApp({ ...createDependencies(readSettings(process.env)), writers }));
