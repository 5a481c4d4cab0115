/** The one table: names of its attributes, for the store and for the stack that builds it. No stream: nothing reads one. */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  index: { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk', projected: ['summary'] },
  /** Time to live, in seconds since 1970, of items that may vanish by themselves. */
  expires: 'expires',
} as const;
