// What is typed and not yet on the server, kept in the browser's own storage: it survives errors, reloads and a closed tab.

/** `read` is null where nothing (or nothing readable) is kept; `write(null)` forgets. False = the browser kept nothing. */
export type KeptDraft<Draft> = { read: () => Draft | null; write: (draft: Draft | null) => boolean };

/** One draft a person and thing: `key` names both. What another version of the page left in a shape that `fits` refuses is not taken up. */
export function keptDraft<Draft>(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  key: string,
  fits: (value: unknown) => value is Draft,
): KeptDraft<Draft> {
  const name = `tinh-gon/draft/${key}`;
  return {
    read: () => {
      try {
        const value: unknown = JSON.parse(storage.getItem(name) ?? 'null');
        return value !== null && fits(value) ? value : null;
      } catch {
        return null;
      }
    },
    write: (draft) => {
      try {
        if (draft === null) storage.removeItem(name);
        else storage.setItem(name, JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
  };
}
