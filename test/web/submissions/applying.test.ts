import { describe, expect, test } from 'vitest';
import { ApiError, unreachable } from '#lib/failure.ts';
import { Applying, type Carried } from '#lib/submissions/decision/applying.svelte.ts';

/** `steps`: what becomes of each step in turn, how many it moves or that it fails; afterwards each moves 200. */
function aDecision(pending: number, steps: (number | 'lost')[] = []) {
  const decision = {
    pending,
    asked: 0,
    apply: async () => {
      decision.asked += 1;
      const moved = steps.shift() ?? 200;
      if (moved === 'lost') throw new ApiError(unreachable(true));
      decision.pending = Math.max(0, decision.pending - moved);
    },
    refresh: async () => undefined,
  };
  return decision satisfies Carried;
}

describe('a decision that is being carried out', () => {
  test('goes on until no proposal waits', async () => {
    const decision = aDecision(419);
    const applying = new Applying(decision, 0);
    await applying.run();
    expect(decision).toMatchObject({ pending: 0, asked: 3 });
    expect(applying).toMatchObject({ running: false, of: 419, failure: null });
  });
  test('tries a lost step again', async () => {
    const decision = aDecision(300, ['lost']);
    const applying = new Applying(decision, 0);
    await applying.run();
    expect(decision).toMatchObject({ pending: 0, asked: 3 });
    expect(applying.failure).toBeNull();
  });
  test('asks a person when nothing moves any more, and can be taken up again', async () => {
    const decision = aDecision(300, [100, 'lost', 'lost']);
    const applying = new Applying(decision, 0);
    await applying.run();
    expect(decision.pending).toBe(200);
    expect(applying.failure).toMatchObject({ code: 'offline' });
    await applying.run();
    expect(decision.pending).toBe(0);
    expect(applying).toMatchObject({ failure: null, of: 300 });
  });
  test('stops where it is told to', async () => {
    const decision = aDecision(419);
    const applying = new Applying(decision, 0);
    const run = applying.run();
    applying.stop();
    await run;
    expect(decision.asked).toBe(1);
  });
});
