// A database on which nothing ever happens: every transaction is looked at in the moment before its commit, and undone.
import type { Database, Db } from "../../storage/database.js";

class Undone extends Error {}

/** The database, and what looks at each transaction when its work is done; undefined lets it pass unseen. */
export type TrialDatabase = Database & { watch: ((tx: Db) => Promise<void>) | undefined };

/** Wraps an open database; whoever asks it gets true answers, and finds the world as it was. */
export function createTrialDatabase(database: Database): TrialDatabase {
  const trial: TrialDatabase = {
    ...database,
    watch: undefined,
    async transaction(work) {
      const results: Awaited<ReturnType<typeof work>>[] = [];
      try {
        await database.transaction(async (tx) => {
          results.push(await work(tx));
          await trial.watch?.(tx);
          throw new Undone();
        });
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
      }
      // The one result of the work, whatever its type.
      return results[0] as Awaited<ReturnType<typeof work>>;
    },
  };
  return trial;
}
