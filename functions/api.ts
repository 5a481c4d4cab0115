// Lambda entry: the API.
import { handle } from 'hono/aws-lambda';
import { createDependencies } from './dependencies.ts';
import { createApp } from './http/app.ts';
import { readSettings } from './settings.ts';

export const handler = handle(createApp(createDependencies(readSettings(process.env))));
