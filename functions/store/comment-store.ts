// Comments on redesigns, each an item of its own, and the talk that they make up: whatever moves a comment moves the talk in the same
// transaction. The redesign itself is not touched: who comments never stands in the way of who edits.
import type { Comment, Talk } from '#procedures/review/comment.ts';
import { NO_TALK, talkAfter } from '#procedures/review/comments.ts';
import { NotFoundError, OutdatedError, TooManyCommentsError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import { type Page, pageMark, placeOf } from './page-mark.ts';
import type { Item, Storage, Write } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** A comment before and after; null before it was made. */
export type CommentChange = { from: Comment | null; to: Comment; event: Event };

export const MOST_COMMENTS = 500;
const PAGE = 100;

/** Reads and writes comments. StoredItemError for one that does not fit its schema. */
export class CommentStore {
  readonly #storage: Storage;
  readonly #history: History;

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
  }

  /** One comment as the table has it now. */
  async read(redesign: string, id: string): Promise<Comment | null> {
    const key = this.#storage.keys.comment(redesign, id);
    const [item, schema] = await Promise.all([this.#storage.read(key, 'body'), import('#procedures/review/comment.ts')]);
    return item ? fromBody(schema.Comment, key, item.body) : null;
  }

  /** One page in the order in which they were made: at most 100, fewer where they are long. */
  async page(redesign: string, { after }: { after?: string } = {}): Promise<Page<Comment>> {
    const { keys } = this.#storage;
    const { pk, prefix } = keys.comments(redesign);
    const [{ items, last }, schema] = await Promise.all([
      this.#storage.query({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
        Limit: PAGE,
        ...(after && { ExclusiveStartKey: keys.comment(redesign, placeOf(after)) }),
      }),
      import('#procedures/review/comment.ts'),
    ]);
    const rows = items.map((item) => fromBody(schema.Comment, { pk: String(item.pk), sk: String(item.sk) }, item.body));
    return { rows, next: last ? pageMark(String(last.sk).slice(prefix.length)) : null };
  }

  /** How the talk about a redesign stands. */
  async talk(redesign: string): Promise<Talk> {
    return talkIn(await this.#storage.read(this.#storage.keys.talk(redesign)));
  }

  /** The same of several redesigns, in the order asked; null where nothing was ever said. */
  async talks(redesigns: readonly string[]): Promise<(Talk | null)[]> {
    const items = await this.#storage.readItems(redesigns.map((id) => this.#storage.keys.talk(id)));
    return items.map((item) => (item ? talkIn(item) : null));
  }

  /**
   * Saves a comment, the talk and the line of the history at once. OutdatedError with what is there when the comment was changed
   * meanwhile, TooManyCommentsError when the redesign has as many as it may.
   */
  async save({ from, to, event }: CommentChange): Promise<void> {
    const key = this.#storage.keys.comment(to.redesign, to.id);
    const attributes = { version: to.version, body: toBody(key, to) };
    const put = from ? this.#storage.putOver(key, from.version, attributes) : this.#storage.putNew(key, attributes);
    const { open, total, ...last } = talkAfter(NO_TALK, from, to);
    // Where somebody else has said something later meanwhile, that stays the last word.
    for (const moved of [
      { open, total, ...last },
      { open, total },
    ]) {
      try {
        return await this.#storage.write([put, this.#talkWrite(to, moved), this.#history.line(event)]);
      } catch (error) {
        if (!(error instanceof ConditionFailure)) throw error;
        if (error.index === 0) throw await this.#outdated(to);
      }
    }
    throw new TooManyCommentsError(to.redesign);
  }

  /** For a transaction that asks for at least one open comment. */
  hasOpen(redesign: string): Write {
    return this.#storage.check(this.#storage.keys.talk(redesign), {
      ConditionExpression: '#open >= :one',
      ExpressionAttributeNames: { '#open': 'open' },
      ExpressionAttributeValues: { ':one': 1 },
    });
  }

  /** Adds to the counts without reading them. */
  #talkWrite({ redesign }: Comment, { open, total, lastAt, lastBy }: Talk): Write {
    const said = lastAt !== undefined;
    const conditions = [
      ...(said ? ['(attribute_not_exists(#lastAt) OR #lastAt <= :lastAt)'] : []),
      ...(total > 0 ? ['(attribute_not_exists(#total) OR #total < :most)'] : []),
    ];
    return this.#storage.update(this.#storage.keys.talk(redesign), {
      UpdateExpression: `ADD #open :open, #total :total${said ? ' SET #lastAt = :lastAt, #lastBy = :lastBy' : ''}`,
      ...(conditions.length > 0 && { ConditionExpression: conditions.join(' AND ') }),
      ExpressionAttributeNames: { '#open': 'open', '#total': 'total', ...(said && { '#lastAt': 'lastAt', '#lastBy': 'lastBy' }) },
      ExpressionAttributeValues: {
        ':open': open,
        ':total': total,
        ...(said && { ':lastAt': lastAt, ':lastBy': lastBy }),
        ...(total > 0 && { ':most': MOST_COMMENTS }),
      },
    });
  }

  async #outdated({ redesign, id }: Comment): Promise<Error> {
    const current = await this.read(redesign, id);
    if (!current) return new NotFoundError(`comment ${id}`);
    const { by, at } = current.resolved ?? current.replies.at(-1) ?? current;
    return new OutdatedError(`comment ${id}`, current, { by: by.name, at });
  }
}

function talkIn(item: Item | undefined): Talk {
  const { open = 0, total = 0, lastAt, lastBy } = (item ?? {}) as Partial<Talk>;
  return { open, total, ...(lastAt && { lastAt }), ...(lastBy && { lastBy }) };
}
