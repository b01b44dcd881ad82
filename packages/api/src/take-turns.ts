// Long work in this process's one thread, done in turns so that requests are answered in between.

/** How long a turn may hold the thread, and how long the others have it then: an answer takes several of their steps. */
const TURN_MS = 25;
const REST_MS = 10;

/** Ends the turn where it has lasted long enough; to be awaited every few hundred steps of the work. */
export type Turns = { next(): Promise<void>; isOver(): boolean };

export function createTurns(): Turns {
  let begun = performance.now();
  const isOver = () => performance.now() - begun >= TURN_MS;
  return {
    isOver,
    async next() {
      if (!isOver()) return;
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      begun = performance.now();
    },
  };
}

const STEP = 250;

/** `flatMap` in turns. */
export async function flatMapInTurns<T, R>(
  turns: Turns,
  items: readonly T[],
  toResults: (item: T, index: number) => readonly R[],
): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index % STEP === 0) await turns.next();
    results.push(...toResults(item, index));
  }
  return results;
}
