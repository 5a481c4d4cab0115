// Settings with dates: lists of the office, one item a kind and day from which it is in force. Until there is one, what was shipped holds.
import type { Lists } from '#procedures/redesign/completeness.ts';
import type { InForce, Setting, SettingKind } from '#procedures/settings/settings.ts';
import { ImmutableError, NotFoundError, OutdatedError } from './errors.ts';
import type { Event } from './event.ts';
import { ConditionFailure } from './failures.ts';
import type { History } from './history.ts';
import { Recent } from './recent.ts';
import type { Also, Item, Storage } from './storage.ts';
import { fromBody, toBody } from './stored.ts';

/** A list changes a few times a year: a process may go on with one that it read this many milliseconds ago. */
const TRUSTED = 10_000;
const REMEMBERED = 20;
/** A kind has at most this many days in a list of all; the oldest are left out. */
const LONGEST_LIST = 100;

/** Reads and writes settings. StoredItemError for an item that does not fit its schema, TooLargeError for one too large to keep. */
export class SettingsStore {
  readonly #storage: Storage;
  readonly #history: History;
  #recent = new Recent<InForce<SettingKind>>(REMEMBERED, TRUSTED);

  constructor(storage: Storage, history: History) {
    this.#storage = storage;
    this.#history = history;
  }

  /** Every list of a kind that was entered, newest day first. */
  async versions<Kind extends SettingKind>(kind: Kind): Promise<Setting<Kind>[]> {
    const { pk, prefix } = this.#storage.keys.settings(kind);
    const { items } = await this.#storage.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: LONGEST_LIST,
    });
    return Promise.all(items.map((item) => parse(kind, item)));
  }

  /** The list that was entered for a day, as the table has it now. */
  async of<Kind extends SettingKind>(kind: Kind, from: string): Promise<Setting<Kind> | null> {
    const key = this.#storage.keys.setting(kind, from);
    const item = await this.#storage.read(key);
    return item ? parse(kind, item) : null;
  }

  /** What is in force on a day, as it was some seconds ago at most: the last list from then or before, else what was shipped. */
  async inForce<Kind extends SettingKind>(kind: Kind, day: string): Promise<InForce<Kind>> {
    const name = `${kind} ${day}`;
    const known = this.#recent.get(name);
    // The name under which it was kept says of which kind it is.
    if (known) return known as InForce<Kind>;
    const found = await this.#lastBy(kind, day);
    this.#recent.set(name, found);
    return found;
  }

  /** The lists that a redesign refers to, as they are in force on a day. */
  async lists(day: string): Promise<Lists> {
    const [registers, grounds] = await Promise.all([this.inForce('registers', day), this.inForce('grounds', day)]);
    return { registers: registers.value, grounds: grounds.value };
  }

  /**
   * Writes a list over the one of the same day (version 1: there must be none) with its line of the history, together with `also`.
   * OutdatedError carries what is there instead.
   */
  async save<Kind extends SettingKind>(kind: Kind, setting: Setting<Kind>, event: Event, also: readonly Also[] = []): Promise<void> {
    const { version } = setting;
    const key = this.#storage.keys.setting(kind, setting.from);
    const attributes = { version, body: toBody(key, setting) };
    const put = version === 1 ? this.#storage.putNew(key, attributes) : this.#storage.putOver(key, version - 1, attributes);
    try {
      await this.#storage.write([put, this.#history.line(event), ...also.map(({ write }) => write)]);
      this.#recent = new Recent(REMEMBERED, TRUSTED);
    } catch (error) {
      if (!(error instanceof ConditionFailure)) throw error;
      if (error.index >= 2) throw also[error.index - 2]?.error(error) ?? error;
      throw error.index === 0 ? await this.#outdated(kind, setting.from) : new ImmutableError('a line of the history');
    }
  }

  async #lastBy<Kind extends SettingKind>(kind: Kind, day: string): Promise<InForce<Kind>> {
    const { pk, prefix } = this.#storage.keys.settings(kind);
    const { items } = await this.#storage.query({
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: { ':pk': pk, ':first': prefix, ':last': `${prefix}${day}` },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    });
    const [item] = items;
    if (item) return parse(kind, item);
    const { SHIPPED } = await import('#procedures/settings/shipped.ts');
    return { from: null, value: SHIPPED[kind] };
  }

  async #outdated(kind: SettingKind, from: string): Promise<Error> {
    const key = this.#storage.keys.setting(kind, from);
    const current = await this.of(kind, from);
    if (!current) return new NotFoundError(`${key.pk}/${key.sk}`);
    return new OutdatedError(`${key.pk}/${key.sk}`, current, { by: current.by, at: current.at });
  }
}

async function parse<Kind extends SettingKind>(kind: Kind, item: Item): Promise<Setting<Kind>> {
  const { SETTINGS } = await import('#procedures/settings/settings.ts');
  // The schema of the kind has just parsed it.
  return fromBody(SETTINGS[kind], { pk: String(item.pk), sk: String(item.sk) }, item.body) as Setting<Kind>;
}
