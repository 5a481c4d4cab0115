// The table as the stores see it: reading by key, writing in one transaction, pages of an index.
import { BatchGetCommand, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBDocumentClient, QueryCommandInput, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { asStoreError, type ConditionFailure, conditionFailure, isPassing } from './failures.ts';
import { type Key, type Keys, keysOf } from './keys.ts';

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** A further write of the same transaction, and what it means when its condition does not hold. */
export type Also = { write: Write; error: (failure: ConditionFailure) => Error | Promise<Error> };
export type Item = Record<string, unknown>;
/** `random` in [0, 1) spreads repeated attempts. */
export type StorageSettings = { client: DynamoDBDocumentClient; table: string; tenant: string; random?: () => number };

const ATTEMPTS = 8;
/** So many items are read in one call. */
const BATCH = 100;
/** Longest pause before the second attempt, in milliseconds; it doubles from there. */
const FIRST_PAUSE = 10;

/** One table for one tenant. Every method throws StoreUnavailableError when the table does not answer. */
export class Storage {
  readonly keys: Keys;
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #random: () => number;

  constructor({ client, table, tenant, random = Math.random }: StorageSettings) {
    this.keys = keysOf(tenant);
    this.#client = client;
    this.#table = table;
    this.#random = random;
  }

  /** One item, strongly consistent. With `only`, nothing but that attribute: the rest need not be decoded. */
  async read(Key: Key, only?: 'body'): Promise<Item | undefined> {
    const command = new GetCommand({ TableName: this.#table, Key, ConsistentRead: true, ProjectionExpression: only });
    const { Item } = await this.#client.send(command).catch(asStoreError);
    return Item;
  }

  /** The bodies of several items, in the order asked: one call a hundred. */
  readBodies(keys: readonly Key[]): Promise<(Item | undefined)[]> {
    return this.#readMany(keys, 'pk, sk, body');
  }

  /** The versions of several items, in the order asked; undefined where there is no item, or none that has one. */
  async readVersions(keys: readonly Key[]): Promise<unknown[]> {
    const items = await this.#readMany(keys, 'pk, sk, #version', { '#version': 'version' });
    return items.map((item) => item?.version);
  }

  /** Several whole items, in the order asked: one call a hundred. */
  readItems(keys: readonly Key[]): Promise<(Item | undefined)[]> {
    return this.#readMany(keys);
  }

  /** One page; `last` is the key to go on from. */
  async query(input: Omit<QueryCommandInput, 'TableName'>): Promise<{ items: Item[]; last: Item | undefined }> {
    const answer = await this.#client.send(new QueryCommand({ TableName: this.#table, ...input })).catch(asStoreError);
    return { items: answer.Items ?? [], last: answer.LastEvaluatedKey };
  }

  /** All items of a partition whose sort key begins so, strongly consistent, page after page. */
  async *queryAll({ pk, prefix, only }: { pk: string; prefix: string; only?: string }): AsyncGenerator<Item[]> {
    let from: Item | undefined;
    do {
      const { items, last } = await this.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        ...(only !== undefined && { ProjectionExpression: only }),
        ...(from && { ExclusiveStartKey: from }),
      });
      yield items;
      from = last;
    } while (from);
  }

  /** All or nothing. A failed condition throws ConditionFailure; what passes by itself is tried again. */
  async write(items: Write[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#client.send(new TransactWriteCommand({ TransactItems: items }));
        return;
      } catch (error) {
        const failure = conditionFailure(error);
        if (failure) throw failure;
        if (attempt === ATTEMPTS || !isPassing(error)) return asStoreError(error);
        await this.#pause(attempt);
      }
    }
  }

  /** An item that must not be there yet. */
  putNew(key: Key, attributes: Item): Write {
    const Item = { ...key, ...attributes };
    const condition = { ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;
    return { Put: { TableName: this.#table, Item, ...condition } };
  }

  /** The next version of an item: only over `version`. */
  putOver(key: Key, version: number, attributes: Item & { version: number }): Write {
    return {
      Put: {
        TableName: this.#table,
        Item: { ...key, ...attributes },
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    };
  }

  /** An item that follows another one: whoever writes that one in the same transaction keeps this one in step. */
  put(key: Key, attributes: Item): Write {
    return { Put: { TableName: this.#table, Item: { ...key, ...attributes } } };
  }

  /** Takes away an item that follows another one. */
  drop(Key: Key): Write {
    return { Delete: { TableName: this.#table, Key } };
  }

  /** Takes an item away: only at `version`. */
  remove(Key: Key, version: number): Write {
    return {
      Delete: {
        TableName: this.#table,
        Key,
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': version },
      },
    };
  }

  /** Something that must hold for the transaction, of an item that it does not write. */
  check(Key: Key, condition: Omit<NonNullable<Write['ConditionCheck']>, 'TableName' | 'Key'>): Write {
    return { ConditionCheck: { TableName: this.#table, Key, ...condition } };
  }

  /** A change in place. */
  update(Key: Key, change: Omit<NonNullable<Write['Update']>, 'TableName' | 'Key'>): Write {
    return { Update: { TableName: this.#table, Key, ...change } };
  }

  async #readMany(keys: readonly Key[], ProjectionExpression?: string, names?: Record<string, string>): Promise<(Item | undefined)[]> {
    const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, index) => keys.slice(index * BATCH, (index + 1) * BATCH));
    const items = await Promise.all(batches.map((batch) => this.#readBatch(batch, ProjectionExpression, names)));
    return items.flat();
  }

  async #readBatch(keys: readonly Key[], ProjectionExpression?: string, names?: Record<string, string>): Promise<(Item | undefined)[]> {
    const found = new Map<string, Item>();
    let left: Record<string, unknown>[] = [...keys];
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 0) await this.#pause(attempt);
      const asked = { Keys: left, ConsistentRead: true, ProjectionExpression, ExpressionAttributeNames: names };
      const answer = await this.#client.send(new BatchGetCommand({ RequestItems: { [this.#table]: asked } })).catch(asStoreError);
      for (const item of answer.Responses?.[this.#table] ?? []) found.set(`${item.pk}\n${item.sk}`, item);
      left = answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
    }
    return keys.map((key) => found.get(`${key.pk}\n${key.sk}`));
  }

  #pause(attempt: number): Promise<void> {
    return new Promise((done) => setTimeout(done, this.#random() * FIRST_PAUSE * 2 ** attempt));
  }
}
