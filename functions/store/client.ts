import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Connections are kept; a store that does not answer within these milliseconds is out of reach. */
const PATIENCE = { connectionTimeout: 2000, requestTimeout: 8000 };
const MOST_CONNECTIONS = 100;
/** A store on one's own machine asks for no secret, but the SDK wants one. */
const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** The client of the store; with an `endpoint`, of any DynamoDB-compatible engine there. */
export function createDocumentClient({ endpoint, region }: { endpoint?: string; region: string }): DynamoDBDocumentClient {
  const agent = { keepAlive: true, maxSockets: MOST_CONNECTIONS };
  const client = new DynamoDBClient({
    region,
    ...(endpoint && { endpoint, credentials: LOCAL_CREDENTIALS }),
    requestHandler: { ...PATIENCE, httpAgent: agent, httpsAgent: agent },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
