// Work that goes on after its request was answered, such as reading an imported file. The server waits for it before
// it stops; tests wait for it before they look.
import type { Log } from "./log.js";

export type Jobs = {
  /** Starts the work; its failure is logged, so the work itself must record what its users should see. */
  start(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing runs any more, also what was started meanwhile. */
  idle(): Promise<void>;
};

/** Jobs of this process. */
export function createJobs(log: Log): Jobs {
  const running = new Set<Promise<void>>();
  return {
    start(name, work) {
      const job = Promise.resolve()
        .then(work)
        .catch((error: unknown) => log.error(`job ${name} failed`, error))
        .finally(() => running.delete(job));
      running.add(job);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
