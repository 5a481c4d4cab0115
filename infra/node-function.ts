// One construct for every Lambda: Node 24 on arm64, ESM, logs that expire, and rights that come with their configuration.
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { bundle } from './bundle.ts';

export interface NodeFunctionProps {
  /** Path of the entry from the root of the repository. */
  entry: string;
  memory: number;
  timeout: Duration;
  logRetention: RetentionDays;
  environment: Record<string, string>;
}

/** A function bundled from its entry, whose rights to data are those that the `bind…` methods give. `memory` in MB. */
export class NodeFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    super(scope, id);
    this.handler = new LambdaFunction(this, 'Handler', {
      code: bundle(props.entry),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      tracing: Tracing.DISABLED,
      logGroup: new LogGroup(this, 'Logs', { retention: props.logRetention, removalPolicy: RemovalPolicy.DESTROY }),
      environment: props.environment,
    });
  }

  /** The right to read and write the table's items, and the name under which the function finds it. */
  bindTable(table: ITable): this {
    table.grant(
      this.handler,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:ConditionCheckItem',
    );
    this.handler.addEnvironment('TABLE', table.tableName);
    return this;
  }

  /** The right to read a secret, and the address under which the function finds it. */
  bindSecret(name: string, secret: ISecret): this {
    secret.grantRead(this.handler);
    this.handler.addEnvironment(name, secret.secretArn);
    return this;
  }
}
