// The table as the stores see it: reading by key, writing in one transaction, pages of an index.
import { BatchGetCommand, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient, QueryCommandInput, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { asStoreError, conditionFailure, isPassing } from './failures.ts';
import { keysOf } from './keys.ts';
import type { Key } from './keys.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Item = Record<string, unknown>;
export type Storage = ReturnType<typeof storageOf>;

const ATTEMPTS = 8;
/** Longest pause before the second attempt, in milliseconds; it doubles from there. */
const FIRST_PAUSE = 10;

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const jittered = (attempt: number, random: () => number) => random() * FIRST_PAUSE * 2 ** attempt;

/**
 * Storage on one table for one tenant. `random` in [0, 1) spreads repeated attempts.
 * Every method throws StoreUnavailableError when the table does not answer.
 */
export function storageOf(given: { client: DynamoDBDocumentClient; table: string; tenant: string; random?: () => number }) {
  const { client, table: TableName, random = Math.random } = given;

  /** One item, strongly consistent. With `only`, nothing but that attribute: the rest need not be decoded. */
  async function read(Key: Key, only?: 'body'): Promise<Item | undefined> {
    const answer = await client
      .send(new GetCommand({ TableName, Key, ConsistentRead: true, ProjectionExpression: only }))
      .catch(asStoreError);
    return answer.Item;
  }

  /** The bodies of several items in one call, in the order asked. */
  async function readBodies(keys: readonly Key[]): Promise<(Item | undefined)[]> {
    const found = new Map<string, Item>();
    let left: Record<string, unknown>[] = [...keys];
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 0) await pause(jittered(attempt, random));
      const request = { RequestItems: { [TableName]: { Keys: left, ConsistentRead: true, ProjectionExpression: 'pk, sk, body' } } };
      const answer = await client.send(new BatchGetCommand(request)).catch(asStoreError);
      for (const item of answer.Responses?.[TableName] ?? []) found.set(`${item.pk}\n${item.sk}`, item);
      left = answer.UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
    return keys.map((key) => found.get(`${key.pk}\n${key.sk}`));
  }

  /** One page; `last` is the key to go on from. */
  async function query(input: Omit<QueryCommandInput, 'TableName'>): Promise<{ items: Item[]; last: Item | undefined }> {
    const answer = await client.send(new QueryCommand({ TableName, ...input })).catch(asStoreError);
    return { items: answer.Items ?? [], last: answer.LastEvaluatedKey };
  }

  /** All or nothing. A failed condition throws ConditionFailure; what passes by itself is tried again. */
  async function write(items: Write[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: items }));
        return;
      } catch (error) {
        const failure = conditionFailure(error);
        if (failure) throw failure;
        if (attempt === ATTEMPTS || !isPassing(error)) return asStoreError(error);
        await pause(jittered(attempt, random));
      }
    }
  }

  /** An item that must not be there yet. */
  const putNew = (key: Key, attributes: Item): Write => ({
    Put: {
      TableName,
      Item: { ...key, ...attributes },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  });

  /** The next version of an item: only over `version`. */
  const putOver = (key: Key, version: number, attributes: Item & { version: number }): Write => ({
    Put: {
      TableName,
      Item: { ...key, ...attributes },
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  });

  /** A change in place. */
  const update = (Key: Key, change: Omit<NonNullable<Write['Update']>, 'TableName' | 'Key'>): Write => ({
    Update: { TableName, Key, ...change },
  });

  return { keys: keysOf(given.tenant), read, readBodies, query, write, putNew, putOver, update };
}
