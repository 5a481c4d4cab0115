// Lambda entry: the API.
import { handle } from 'hono/aws-lambda';
import * as z from 'zod';
import { createDependencies } from './dependencies.ts';
import { createApp } from './http/app.ts';
import { readSettings } from './settings.ts';

// A schema compiled on its first use is faster from the tenth on; most functions parse only a few times in all.
z.config({ jitless: true });

export const handler = handle(createApp(createDependencies(readSettings(process.env))));
