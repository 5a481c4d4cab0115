import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toIndex } from '../../infra/to-index.ts';
import { synthesise, type Synthesised } from '../support/installation.ts';

let stacks: Synthesised;
beforeAll(() => {
  stacks = synthesise();
}, 120_000);
afterAll(() => stacks.remove());

describe('the table', () => {
  test('is paid on demand, can be restored to any point in time, and can not be deleted by mistake', () => {
    stacks.data.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      },
    });
    expect(stacks.data.findResources('AWS::DynamoDB::Table')).not.toEqual({});
  });

  test('has no stream and one index that carries only the summaries of lists', () => {
    const [table] = Object.values(stacks.data.findResources('AWS::DynamoDB::Table'));
    expect(table?.Properties).not.toHaveProperty('StreamSpecification');
    expect(table?.Properties.GlobalSecondaryIndexes).toEqual([
      expect.objectContaining({ IndexName: 'gsi1', Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['summary'] } }),
    ]);
  });
});

describe('the functions', () => {
  test('run on Node 24, arm64, as ESM', () => {
    const functions = Object.values(stacks.api.findResources('AWS::Lambda::Function', { Properties: { Handler: 'index.handler' } }));
    expect(functions).toHaveLength(2);
    for (const each of functions) {
      expect(each.Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    }
    const [api, documents] = ['Api', 'Documents'].map((name) => readFileSync(stacks.bundle(name), 'utf8'));
    expect(api).toMatch(/export\s*\{/);
    expect(documents).not.toBe(api);
  });

  test('find the table by the name that came with the right to it', () => {
    for (const each of Object.values(stacks.api.findResources('AWS::Lambda::Function', { Properties: { Handler: 'index.handler' } }))) {
      expect(Object.keys(each.Properties.Environment.Variables)).toEqual(
        expect.arrayContaining(['TABLE', 'TENANT', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_ORIGIN', 'SESSION_SECRET_ID']),
      );
    }
  });

  test('may neither scan nor delete nor change the table, nor use any wildcard', () => {
    const actions = Object.values(stacks.api.findResources('AWS::IAM::Policy')).flatMap((policy) =>
      policy.Properties.PolicyDocument.Statement.flatMap((statement: { Action: string | string[] }) => statement.Action),
    );
    expect(actions).toEqual(expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:ConditionCheckItem']));
    for (const action of actions) expect(action).not.toMatch(/\*|Scan|DeleteItem|DeleteTable|UpdateTable/);
  });

  test('keep no secret in the template', () => {
    expect(JSON.stringify(stacks.api.toJSON())).not.toMatch(/resolve:secretsmanager/);
    stacks.api.resourceCountIs('AWS::SecretsManager::Secret', 1);
  });
});

describe('the HTTP API', () => {
  test('sends the paths of files to `documents` and everything else to `api`', () => {
    const routes = Object.values(stacks.api.findResources('AWS::ApiGatewayV2::Route')).map((route) => route.Properties.RouteKey);
    expect(routes.toSorted()).toEqual([
      'ANY /api/{proxy+}',
      'GET /api/guest/papers/{paper}',
      'GET /api/journal/files/{format}',
      'GET /api/procedures/{id}/revisions/{number}/files/{format}',
      'GET /api/redesigns/{id}/proposals/{number}/files/{format}',
      'GET /api/reports/{template}/files/{format}',
      'GET /api/submissions/{id}/files/{file}',
      'GET /api/submissions/{id}/papers/{paper}',
    ]);
  });

  test('is throttled', () => {
    stacks.api.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingBurstLimit: Match.anyValue(), ThrottlingRateLimit: Match.anyValue() },
    });
    expect(stacks.api.findResources('AWS::ApiGatewayV2::Stage')).not.toEqual({});
  });
});

describe('the web application', () => {
  test('lies in a bucket that nobody reaches but the distribution', () => {
    stacks.web.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    stacks.web.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
    expect(stacks.web.findResources('AWS::CloudFront::Distribution')).not.toEqual({});
  });

  test('answers every address of the application with its one page, codes with dots included, and files with themselves', () => {
    const handler = new Function(`${toIndex(['favicon.svg'])}; return handler;`)() as (event: { request: { uri: string } }) => {
      uri: string;
    };
    const answered = (uri: string) => handler({ request: { uri } }).uri;
    for (const path of [
      '/',
      '/thu-tuc',
      '/thu-tuc/3.000465',
      '/thu-tuc/1.000715.000.00.00.H32',
      '/tai-cau-truc/x',
      '/phuong-an/x/1',
      '/_apps',
    ]) {
      expect(answered(path)).toBe('/index.html');
    }
    for (const file of ['/favicon.svg', '/_app/version.json', '/_app/immutable/nodes/0.abc.js']) expect(answered(file)).toBe(file);
  });

  test('puts the page after the files that it names, and each file once', () => {
    const deployments = stacks.web.findResources('Custom::CDKBucketDeployment');
    const pages = Object.entries(deployments).find(([id]) => id.startsWith('Pages'));
    const immutable = Object.entries(deployments).find(([id]) => id.startsWith('Immutable'));
    expect(pages?.[1].DependsOn).toContain(immutable?.[0]);
    expect(immutable?.[1].Properties.DestinationBucketKeyPrefix).toBe('_app/immutable');
  });

  test('leaves the answers of the API alone', () => {
    const [distribution] = Object.values(stacks.web.findResources('AWS::CloudFront::Distribution'));
    const config = distribution?.Properties.DistributionConfig;
    expect(config.CustomErrorResponses).toBeUndefined();
    expect(config.CacheBehaviors).toEqual([
      expect.objectContaining({
        PathPattern: '/api/*',
        ViewerProtocolPolicy: 'https-only',
        AllowedMethods: expect.arrayContaining(['POST']),
      }),
    ]);
  });

  test('can not be framed and is reached by https only', () => {
    stacks.web.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: Match.objectLike({
          FrameOptions: { FrameOption: 'DENY', Override: true },
          StrictTransportSecurity: Match.objectLike({ AccessControlMaxAgeSec: 31_536_000 }),
        }),
      },
    });
    expect(stacks.web.findResources('AWS::CloudFront::ResponseHeadersPolicy')).not.toEqual({});
  });
});

test('a tenant that is no short lower-case name is refused', () => {
  expect(() => synthesise({ tenant: 'Khánh Hòa' })).toThrow('tenant');
});
