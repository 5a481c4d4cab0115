// Counts what the store is asked for: the commands that a client sends, by name.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** From now on; `take` answers how many commands of each name were sent since it was last asked. */
export function countCommands(client: DynamoDBDocumentClient): { take: () => Record<string, number> } {
  let counted: Record<string, number> = {};
  client.middlewareStack.add(
    (next, context) => (given) => {
      const name = context.commandName ?? 'unknown';
      counted[name] = (counted[name] ?? 0) + 1;
      return next(given);
    },
    { step: 'initialize', name: 'counted' },
  );
  return {
    take: () => {
      const taken = counted;
      counted = {};
      return taken;
    },
  };
}
