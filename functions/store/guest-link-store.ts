// Guest links of submissions. Whoever comes with a token is found by its hash alone; the links themselves stand with their submission.
import type { GuestLink } from '#procedures/proposal/guest-link.ts';
import { ImmutableError, StaleError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import type { Item, Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';
import { TABLE } from './table.ts';

/** A link with how often it was opened, and when last. */
export type ListedLink = GuestLink & { openings: number; lastOpenedAt?: string };

/** So many links of one submission are listed. */
const LONGEST_LIST = 500;

/** Reads and writes guest links. StoredItemError for one that does not fit its schema. */
export class GuestLinkStore {
  readonly #storage: Storage;
  readonly #history: History;

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
  }

  /** The link of a token, by the SHA-256 of the token; null for a hash that was never given out, or is gone by now. */
  async byHash(hash: string): Promise<GuestLink | null> {
    const pointer = await this.#storage.read(this.#storage.keys.guest(hash));
    return pointer ? this.read(String(pointer.submission), String(pointer.link)) : null;
  }

  async read(submission: string, id: string): Promise<ListedLink | null> {
    const item = await this.#storage.read(this.#storage.keys.link(submission, id));
    return item ? this.#parse(item) : null;
  }

  /** The links of a submission, newest first. */
  async list(submission: string): Promise<ListedLink[]> {
    const { pk, prefix } = this.#storage.keys.links(submission);
    const { items } = await this.#storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
      Limit: LONGEST_LIST,
    });
    const links = await Promise.all(items.map((item) => this.#parse(item)));
    return links.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  /** Saves a new link with the hash that opens it. The hash goes by itself some time after the link has expired. */
  async create(link: GuestLink, hash: string, event: Event): Promise<void> {
    const { keys } = this.#storage;
    const key = keys.link(link.submission, link.id);
    const expires = Math.ceil(Date.parse(link.expiresAt) / 1000);
    const pointer = { submission: link.submission, link: link.id, [TABLE.expires]: expires };
    await this.#storage
      .write([
        this.#storage.putNew(key, { version: 1, body: toBody(key, link) }),
        this.#storage.putNew(keys.guest(hash), pointer),
        this.#history.line(event),
      ])
      .catch((error: unknown) => {
        throw error instanceof ConditionFailure ? new ImmutableError(`link ${link.id}`) : error;
      });
  }

  /** Saves the link as withdrawn; StaleError when somebody did so meanwhile. How often it was opened stays with it. */
  async withdraw(listed: ListedLink, event: Event): Promise<void> {
    const { openings: _openings, lastOpenedAt: _last, ...link } = listed;
    const key = this.#storage.keys.link(link.submission, link.id);
    const change = {
      UpdateExpression: 'SET #body = :body, #version = :two',
      ConditionExpression: '#version = :one',
      ExpressionAttributeNames: { '#body': 'body', '#version': 'version' },
      ExpressionAttributeValues: { ':body': toBody(key, link), ':one': 1, ':two': 2 },
    };
    await this.#storage.write([this.#storage.update(key, change), this.#history.line(event)]).catch((error: unknown) => {
      throw error instanceof ConditionFailure ? new StaleError(`link ${link.id}`) : error;
    });
  }

  /** Counts an opening, with its line of the history. */
  open({ submission, id }: GuestLink, event: Event): Promise<void> {
    const change = {
      UpdateExpression: 'ADD #openings :one SET #last = :at',
      ExpressionAttributeNames: { '#openings': 'openings', '#last': 'lastOpenedAt' },
      ExpressionAttributeValues: { ':one': 1, ':at': event.at },
    };
    return this.#storage.write([this.#storage.update(this.#storage.keys.link(submission, id), change), this.#history.line(event)]);
  }

  async #parse(item: Item): Promise<ListedLink> {
    const schema = await import('#procedures/proposal/guest-link.ts');
    const link = fromBody(schema.GuestLink, { pk: String(item.pk), sk: String(item.sk) }, item.body);
    const last = typeof item.lastOpenedAt === 'string' ? { lastOpenedAt: item.lastOpenedAt } : {};
    return { ...link, openings: typeof item.openings === 'number' ? item.openings : 0, ...last };
  }
}
