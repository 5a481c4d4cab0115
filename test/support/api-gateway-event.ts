// Events as API Gateway's HTTP API sends them: payload 2.0, `$default` stage, CloudFront in front.
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type GatewayAnswer = Required<Pick<APIGatewayProxyStructuredResultV2, 'statusCode' | 'body' | 'isBase64Encoded'>> & {
  headers: Record<string, string>;
  cookies?: string[];
};
export type Asked = { cookies?: string[]; json?: unknown; headers?: Record<string, string> };

const DOMAIN = 'abc123defg.execute-api.ap-southeast-1.amazonaws.com';

/** The event of one request; header names come in lower case, cookies in a list of their own. */
export function gatewayEvent(method: string, address: string, { cookies, json, headers = {} }: Asked = {}): APIGatewayProxyEventV2 {
  const [path = '/', query = ''] = address.split('?');
  const body = json === undefined ? undefined : JSON.stringify(json);
  const sent = {
    ...headers,
    ...(body !== undefined && { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(body)}` }),
  };
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: path,
    rawQueryString: query,
    cookies,
    headers: { accept: '*/*', host: DOMAIN, 'user-agent': 'Amazon CloudFront', 'x-forwarded-proto': 'https', ...sent },
    queryStringParameters: query === '' ? undefined : Object.fromEntries(new URLSearchParams(query)),
    pathParameters: { proxy: path.replace('/api/', '') },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123defg',
      domainName: DOMAIN,
      domainPrefix: 'abc123defg',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'Amazon CloudFront' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: 'ANY /api/{proxy+}',
      stage: '$default',
      time: '08/Jan/2026:01:41:00 +0000',
      timeEpoch: 1_767_836_460_000,
    },
    body,
    isBase64Encoded: false,
  };
}
