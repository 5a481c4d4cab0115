/** What has been started and must be stopped, newest first; stopping twice is stopping once. */
export function createClosers() {
  const waiting: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (let next = waiting.pop(); next; next = waiting.pop()) await next();
  }

  return {
    add: (close: () => unknown) => void waiting.push(close),
    close: (): Promise<void> => (closing ??= closeAll()),
  };
}
