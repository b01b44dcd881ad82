// Long work in this process's one thread, done in turns so that requests are answered in between.

/** How long a turn may hold the thread: a request that asks the database ten times waits ten turns at most. */
const TURN_MS = 25;

/** Ends the turn where it has lasted long enough; to be awaited every few hundred steps of the work. */
export type Turns = { next(): Promise<void>; isOver(): boolean };

export function createTurns(): Turns {
  let begun = performance.now();
  const isOver = () => performance.now() - begun >= TURN_MS;
  return {
    isOver,
    async next() {
      if (!isOver()) return;
      await new Promise((resolve) => setImmediate(resolve));
      begun = performance.now();
    },
  };
}

const STEP = 250;

/** `flatMap` in turns. */
export async function flatMapInTurns<T, R>(
  turns: Turns,
  items: readonly T[],
  toResults: (item: T) => readonly R[],
): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index % STEP === 0) await turns.next();
    results.push(...toResults(item));
  }
  return results;
}
