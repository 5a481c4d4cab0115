import { same } from '#procedures/definition/same.ts';

/** What of an item of any list tells it from the others, for people. */
type Item = { id: string; key?: string; name?: string; title?: string };

const MOST_NAMED = 8;
const NAME_LENGTH = 100;

/** What became of a list, in one phrase for the history: how long it is now, and what was added, changed and dropped by name (or that nothing was). */
export function changeWords(before: readonly Item[], after: readonly Item[]): string {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Map(after.map((item) => [item.id, item]));
  const parts = [
    named(
      'thêm',
      after.filter(({ id }) => !was.has(id)),
    ),
    named(
      'sửa',
      after.filter((item) => was.has(item.id) && !same(was.get(item.id), item)),
    ),
    named(
      'bỏ',
      before.filter(({ id }) => !is.has(id)),
    ),
  ];
  const told = parts.filter((part) => part !== undefined);
  return [`${after.length} mục`, ...(told.length > 0 ? told : ['không đổi'])].join('; ');
}

function named(verb: string, items: readonly Item[]): string | undefined {
  if (items.length === 0) return undefined;
  const more = items.length > MOST_NAMED ? ` và ${items.length - MOST_NAMED} mục khác` : '';
  return `${verb} ${items.slice(0, MOST_NAMED).map(nameOf).join(', ')}${more}`;
}

function nameOf({ id, key, name, title }: Item): string {
  const text = key ?? name ?? title ?? id;
  return text.length > NAME_LENGTH ? `“${text.slice(0, NAME_LENGTH).trimEnd()}…”` : `“${text}”`;
}
