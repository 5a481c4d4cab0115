// The HTTP API and its two functions: `api` answers in milliseconds, `documents` carries the heavy writers of Word and Excel.
import { CfnParameter, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod, type HttpRouteProps } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { NodeFunction } from './node-function.ts';
import type { InfraSettings } from './settings.ts';

export interface ApiStackProps extends StackProps {
  settings: InfraSettings;
  table: ITable;
}

/** The paths of papers and files (functions/http/documents-app.ts); everything else under `/api` goes to `api`. */
const DOCUMENT_PATHS = [
  '/api/procedures/{id}/revisions/{number}/files/{format}',
  '/api/redesigns/{id}/proposals/{number}/files/{format}',
  '/api/submissions/{id}/papers/{paper}',
  '/api/submissions/{id}/files/{file}',
  '/api/reports/{template}/files/{format}',
  '/api/journal/files/{format}',
  '/api/guest/papers/{paper}',
];

/** The API of one installation, with the secret of its session cookie; throttled at 100 requests a second, 200 in a burst. */
export class ApiStack extends Stack {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    const identity = this.identityParameters();
    const secret = new Secret(this, 'SessionSecret', {
      description: 'Key of the session cookie; replacing it signs everybody out.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    const common = {
      logRetention: RetentionDays.THREE_MONTHS,
      environment: { TENANT: props.settings.tenant, ...identity },
    };
    const api = new NodeFunction(this, 'Api', { entry: 'functions/api.ts', memory: 512, timeout: Duration.seconds(10), ...common });
    const documents = new NodeFunction(this, 'Documents', {
      entry: 'functions/documents.ts',
      memory: 1024,
      timeout: Duration.seconds(28),
      ...common,
    });
    for (const each of [api, documents]) each.bindTable(props.table).bindSecret('SESSION_SECRET_ID', secret);

    this.api = new HttpApi(this, 'HttpApi', { description: 'Tinh Gọn', createDefaultStage: true });
    this.route('/api/{proxy+}', [HttpMethod.ANY], api);
    for (const path of DOCUMENT_PATHS) this.route(path, [HttpMethod.GET], documents);
    this.throttle();
  }

  private identityParameters(): Record<string, string> {
    const parameter = (name: string, description: string) =>
      new CfnParameter(this, name, { type: 'String', description, minLength: 1 }).valueAsString;
    return {
      OIDC_ISSUER: parameter('OidcIssuer', 'Address of the OpenID Connect provider.'),
      OIDC_CLIENT_ID: parameter('OidcClientId', 'Client that the provider knows this workspace by.'),
      PUBLIC_ORIGIN: parameter('PublicOrigin', 'Address under which people open the workspace, https://…'),
    };
  }

  private route(path: string, methods: HttpMethod[], target: NodeFunction): void {
    const integration: HttpRouteProps['integration'] = new HttpLambdaIntegration(`${target.node.id}Integration`, target.handler);
    this.api.addRoutes({ path, methods, integration });
  }

  private throttle(): void {
    const stage = this.api.defaultStage?.node.defaultChild;
    if (stage instanceof CfnStage) stage.defaultRouteSettings = { throttlingBurstLimit: 200, throttlingRateLimit: 100 };
  }
}
