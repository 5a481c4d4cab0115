/** An identity that stands twice in a list, or twice among the items of one of its registers; undefined where all differ. */
export function repeatedId(list: readonly { id: string; items?: readonly { id: string }[] | undefined }[]): string | undefined {
  const twice = list.map(({ id }) => id).find((id, index, all) => all.indexOf(id) !== index);
  return twice ?? list.map(({ items = [] }) => repeatedId(items)).find((id) => id !== undefined);
}
