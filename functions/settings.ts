// What an installation on AWS is told by environment variables, read once and checked. (One machine has its own: local/local-settings.ts.)
import * as z from 'zod/mini';

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;
const SHORTEST_SECRET = 32;

const Environment = z
  .object({
    TABLE: z.string().check(z.minLength(1)),
    TENANT: z.string().check(z.minLength(1), z.maxLength(100)),
    AWS_REGION: z.string().check(z.minLength(1)),
    /** A DynamoDB-compatible engine in place of AWS's own. */
    DYNAMODB_ENDPOINT: z.optional(z.url({ protocol: /^https?$/ })),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }),
    OIDC_CLIENT_ID: z.string().check(z.minLength(1)),
    /** Absent for a public client: PKCE protects the flow either way. */
    OIDC_CLIENT_SECRET: z.optional(z.string().check(z.minLength(1))),
    /** Where people open the workspace. */
    PUBLIC_ORIGIN: z.pipe(
      z.url({ protocol: /^https?$/ }),
      z.transform((address) => new URL(address).origin),
    ),
    /** The secret of the session cookies itself… */
    SESSION_SECRET: z.optional(z.string().check(z.minLength(SHORTEST_SECRET))),
    /** …or the secret in AWS Secrets Manager that holds it. */
    SESSION_SECRET_ID: z.optional(z.string().check(z.minLength(1))),
  })
  .check(
    z.refine((read) => read.SESSION_SECRET ?? read.SESSION_SECRET_ID, { path: ['SESSION_SECRET_ID'] }),
    // A session cookie must not travel in the clear.
    z.refine((read) => read.PUBLIC_ORIGIN.startsWith('https:') || LOOPBACK.test(read.PUBLIC_ORIGIN), { path: ['PUBLIC_ORIGIN'] }),
  );

const MEANINGS: Record<string, string> = {
  TABLE: 'the name of the DynamoDB table',
  TENANT: 'the short name of the department whose data this is',
  AWS_REGION: 'the region of the table',
  DYNAMODB_ENDPOINT: 'the http(s) address of a DynamoDB-compatible engine',
  OIDC_ISSUER: 'the http(s) address of the OpenID Connect provider',
  OIDC_CLIENT_ID: 'the client that the provider knows this workspace by',
  OIDC_CLIENT_SECRET: "the client's secret",
  PUBLIC_ORIGIN: 'the https address under which people open the workspace',
  SESSION_SECRET: `a secret of at least ${SHORTEST_SECRET} characters for the session cookies`,
  SESSION_SECRET_ID: 'the secret in Secrets Manager for the session cookies, unless SESSION_SECRET is set',
};

export type Settings = {
  table: string;
  tenant: string;
  region: string;
  endpoint?: string;
  origin: string;
  identity: { issuer: string; clientId: string; clientSecret?: string };
  sessionSecret: { value: string } | { id: string };
};

/** A variable is missing or wrong; the message names every one of them and what it is for. */
export class SettingsError extends Error {
  constructor(names: readonly string[]) {
    const lines = [...new Set(names)].map((name) => `${name}: ${MEANINGS[name] ?? 'unknown'}`);
    super(`Missing or wrong environment variables:\n${lines.join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** Reads `environment`; an empty variable counts as not set. Throws SettingsError. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(set);
  if (!read.success) throw new SettingsError(read.error.issues.map((issue) => String(issue.path[0])));
  const { TABLE, TENANT, AWS_REGION, DYNAMODB_ENDPOINT, PUBLIC_ORIGIN, SESSION_SECRET, SESSION_SECRET_ID = '' } = read.data;
  return {
    table: TABLE,
    tenant: TENANT,
    region: AWS_REGION,
    endpoint: DYNAMODB_ENDPOINT,
    origin: PUBLIC_ORIGIN,
    identity: { issuer: read.data.OIDC_ISSUER, clientId: read.data.OIDC_CLIENT_ID, clientSecret: read.data.OIDC_CLIENT_SECRET },
    sessionSecret: SESSION_SECRET ? { value: SESSION_SECRET } : { id: SESSION_SECRET_ID },
  };
}
