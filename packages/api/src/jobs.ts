// Work that goes on after its request was answered. Small work of this process is started here; long work is a row of
// the database that a runner takes up (features/job), and the runner is woken and stopped from here. The server waits
// for all of it before it stops; tests wait for it before they look.
import type { Log } from "./log.js";

/** What takes up the work that waits in the database. */
export type Runner = {
  /** Looks at once for work that is due. */
  wake(): void;
  /** Takes up nothing more, waits that long for what runs, then gives the rest back for others to take up. */
  stop(graceMs: number): Promise<void>;
};

export type Jobs = {
  /** Starts the work; its failure is logged, so the work itself must record what its users should see. */
  start(name: string, work: () => Promise<void>): void;
  /** Resolves when nothing runs any more, also what was started meanwhile. */
  idle(): Promise<void>;
  /** Names the runner of this process. */
  attach(runner: Runner): void;
  /** Says that work was queued or changed in the database. */
  wake(): void;
  /** Ends the work of this process within about that time; no work is lost by it. */
  stop(graceMs: number): Promise<void>;
};

/** Resolves with the work, or after that time, whichever comes first. */
export async function settleWithin(work: Promise<unknown>, graceMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, graceMs);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}

/** Jobs of this process. */
export function createJobs(log: Log): Jobs {
  const running = new Set<Promise<void>>();
  let attached: Runner | undefined;
  const idle = async () => {
    while (running.size > 0) await Promise.all(running);
  };
  return {
    start(name, work) {
      const job = Promise.resolve()
        .then(work)
        .catch((error: unknown) => log.error(`job ${name} failed`, error))
        .finally(() => running.delete(job));
      running.add(job);
    },
    idle,
    attach(runner) {
      attached = runner;
    },
    wake: () => attached?.wake(),
    async stop(graceMs) {
      await attached?.stop(graceMs);
      await settleWithin(idle(), graceMs);
    },
  };
}
