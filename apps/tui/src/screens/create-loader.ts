// A question to the server whose answers arrive later: the last answer stays until the new one is there, and an answer
// to an older question is dropped.
import type { Problem, Result } from "@shian/domain";

export type Loader<T> = {
  readonly value: () => T | undefined;
  readonly problems: () => readonly Problem[];
  readonly isLoading: () => boolean;
  /** Asks; resolves when this answer has arrived or was overtaken. */
  readonly run: (ask: () => Promise<Result<T>>) => Promise<void>;
  readonly set: (value: T) => void;
};

/** A loader that tells `changed` whenever there is something new to draw. */
export function createLoader<T>(changed: () => void): Loader<T> {
  let value: T | undefined;
  let problems: readonly Problem[] = [];
  let asked = 0;
  let answered = 0;
  return {
    value: () => value,
    problems: () => problems,
    isLoading: () => asked !== answered,
    run: async (ask) => {
      asked++;
      const turn = asked;
      changed();
      const answer = await ask();
      if (turn !== asked) return;
      answered = turn;
      if (answer.ok) {
        value = answer.value;
        problems = [];
      } else problems = answer.problems;
      changed();
    },
    set: (next) => {
      value = next;
      problems = [];
      changed();
    },
  };
}
