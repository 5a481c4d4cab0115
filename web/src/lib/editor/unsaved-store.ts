// Unsaved edits in the browser's own storage, so that they survive a reload, a crash and a dead connection.
import type { Content } from '#procedures/redesign/edit.ts';
import type { Edit } from '#procedures/redesign/edit-schema.ts';

/** Edits, what they were made on (only the elements they touch), and those of a request whose answer never came. */
export type Unsaved = { base: Content; edits: Edit[]; lost: Edit[]; since: string };

/** `write([])` forgets. False = the browser kept nothing (storage full or forbidden). */
export type UnsavedStore = { read: () => Unsaved[]; write: (unsaved: readonly Unsaved[]) => boolean };

type Storage = Pick<globalThis.Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/**
 * One entry per open page (`page`), so that two tabs never overwrite one another; reading collects what all pages of this
 * person left behind for this redesign. Taking over what a living tab still holds is harmless: the same outcome is dropped.
 */
export function unsavedStore(storage: Storage, redesign: string, subject: string, page: string): UnsavedStore {
  const prefix = `tinh-gon/unsaved/${redesign}/${subject}/`;
  return {
    read: () => {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefix));
      return keys.toSorted().flatMap((key) => {
        const found = parsed(storage.getItem(key));
        if (key !== prefix + page) storage.removeItem(key);
        return found;
      });
    },
    write: (unsaved) => {
      try {
        if (unsaved.length === 0) storage.removeItem(prefix + page);
        else storage.setItem(prefix + page, JSON.stringify(unsaved));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function parsed(text: string | null): Unsaved[] {
  try {
    const left = JSON.parse(text ?? '[]') as Unsaved[];
    // What an older version of the page left in another shape cannot be taken up.
    return left.filter((one) => Array.isArray(one.edits) && Array.isArray(one.lost) && Array.isArray(one.base.added));
  } catch {
    return [];
  }
}
