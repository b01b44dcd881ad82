export type Steps = {
  /** Runs one step; a later step still runs, so that one look shows everything that is wrong. */
  run(name: string, work: () => Promise<string | undefined>): Promise<void>;
  /** Prints the sums and gives the exit code. */
  finish(): number;
};

/** Runs named steps one after another and prints a line for each; after one that failed `look` may keep what was seen. */
export function createSteps(
  print: (line: string) => void,
  look: (failure: number) => Promise<void> = () => Promise.resolve(),
): Steps {
  let passed = 0;
  const failed: string[] = [];
  return {
    async run(name, work) {
      const start = performance.now();
      try {
        const note = await work();
        passed += 1;
        print(
          `ok   ${name}${note === undefined ? "" : `: ${note}`} (${Math.round(performance.now() - start)} ms)`,
        );
      } catch (error) {
        failed.push(name);
        print(
          `FAIL ${name}: ${error instanceof Error ? error.message.split("\n").slice(0, 6).join(" | ") : String(error)}`,
        );
        await look(failed.length);
      }
    },
    finish() {
      print(`${passed} passed, ${failed.length} failed`);
      return failed.length === 0 ? 0 : 1;
    },
  };
}

/** Fails with both values unless they are equal. */
export function expectEqual<T>(what: string, found: T, wanted: T): void {
  if (found !== wanted) throw new Error(`${what}: found ${String(found)}, wanted ${String(wanted)}`);
}

/** Fails unless the condition holds. */
export function expectThat(what: string, holds: boolean): void {
  if (!holds) throw new Error(what);
}
