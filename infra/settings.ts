// What differs between two installations; read from the CDK context (`cdk deploy -c tenant=khanh-hoa`), never from the code.
import type { Node } from 'constructs';

export interface InfraSettings {
  /** One department of one province; prefixes every key of the table and the names of the stacks. */
  tenant: string;
  /** Days for which the log lines of the functions are kept. */
  logDays: number;
}

const TENANT = /^[a-z][a-z0-9-]{1,30}$/;

/**
 * Reads the settings of this installation from the construct tree's context.
 * @throws Error when the tenant is not a short lower-case name.
 */
export function readSettings(node: Node): InfraSettings {
  const tenant: unknown = node.tryGetContext('tenant') ?? 'tinh-gon';
  if (typeof tenant !== 'string' || !TENANT.test(tenant)) {
    throw new Error('Context "tenant" must be a short lower-case name such as "khanh-hoa".');
  }
  return { tenant, logDays: 90 };
}
