// A database whose migration is broken off before its n-th statement, or between the last one and the commit.
import type { Database, Db } from "../../packages/api/src/storage/database.js";

export class Interruption extends Error {
  override readonly name = "Interruption";
}

/** The database with `interrupt` called before statement `at` of each transaction; `counted` is told every statement. */
export function interruptAt(
  database: Database,
  at: number,
  interrupt: () => void,
  counted: (count: number) => void = () => undefined,
): Database {
  const wrap = (tx: Db, step: () => void): Db =>
    new Proxy(tx, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          if (name === "execute") step();
          return Reflect.apply(value, target, given);
        };
      },
    });
  return {
    ...database,
    transaction: (work) =>
      database.transaction(async (tx) => {
        let count = 0;
        const step = () => {
          count += 1;
          counted(count);
          if (count === at) interrupt();
        };
        const result = await work(wrap(tx, step));
        step();
        return result;
      }),
  };
}
