// The smallest Lambda that answers from the table: one Hono route, one client, one item. Only a yardstick for the cold start.
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';

const client = new DynamoDBClient({});
const { TABLE: TableName, ITEM: item = '{}' } = process.env;

export const handler = handle(
  new Hono().get('/', async (c) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: JSON.parse(item) }));
    return c.json(Item);
  }),
);
