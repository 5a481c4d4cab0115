// What is typed in the boxes of a talk, one entry a box, so that two open pages do not overwrite one another.

export type TalkDrafts = { read: () => [place: string, text: string][]; write: (place: string, text: string) => void };

type Kept = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** The boxes of one person on one redesign. A browser that keeps nothing is no hindrance: the text then lives as long as the page. */
export function talkDrafts(storage: Kept, redesign: string, subject: string): TalkDrafts {
  const prefix = `tinh-gon/talk/${redesign}/${subject}/`;
  return {
    read: () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => [key.slice(prefix.length), storage.getItem(key) ?? '']),
    write: (place, text) => {
      try {
        if (text === '') storage.removeItem(prefix + place);
        else storage.setItem(prefix + place, text);
      } catch {
        // Full or forbidden.
      }
    },
  };
}
