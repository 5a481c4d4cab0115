// What every list of settings has in common while it is typed: drafts of its items, each with its own boxes.
import { readableId } from '#lib/readable-id.ts';
import type { SettingKind, SettingValue } from '#procedures/settings/settings.ts';

/** An item of a kind of list. */
export type ItemOf<Kind extends SettingKind> = SettingValue<Kind>[number];
/** `key` tells drafts apart; `id` is that of the item, empty for a new one. */
export type Drafted = { key: string; id: string };
/** What is wrong, by box. */
export type DraftErrors = Record<string, string>;

/** How the items of one kind are typed. `itemOf` only for a draft without errors. */
export type SettingsForm<Kind extends SettingKind, Draft extends Drafted> = {
  kind: Kind;
  draftOf: (item: ItemOf<Kind>) => Draft;
  itemOf: (draft: Draft, id: string) => ItemOf<Kind>;
  blank: (key: string) => Draft;
  errorsOf: (draft: Draft) => DraftErrors;
  /** By which it is called. */
  nameOf: (draft: Draft) => string;
  /** What tells it from the others at a glance, beside its name; may be empty. */
  noteOf: (draft: Draft) => string;
};

/** The list as it is sent: new items get readable ids of their own. */
export function itemsOf<Kind extends SettingKind, Draft extends Drafted>(
  form: SettingsForm<Kind, Draft>,
  drafts: readonly Draft[],
): SettingValue<Kind> {
  const taken = new Set(drafts.map(({ id }) => id));
  const items = drafts.map((draft) => {
    const id = draft.id === '' ? readableId(form.nameOf(draft), (one) => taken.has(one)) : draft.id;
    taken.add(id);
    return form.itemOf(draft, id);
  });
  // One item of the kind after another is a list of the kind.
  return items as SettingValue<Kind>;
}
