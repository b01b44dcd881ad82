// What of the register a running change has touched, until its last statement tells everybody.
import type { Db, Statement } from "../../storage/database.js";
import { toRevision } from "./picture.repo.js";

/** Collects what is touched in one transaction. */
export type TouchedRegister = {
  touch(ids?: readonly string[]): void;
  /** The statement that notes it; nothing where nothing was touched. */
  toStatements(db: Db, updatedAt: string): readonly Statement[];
};

export function createTouchedRegister(): TouchedRegister {
  let ids: Set<string> | undefined = new Set();
  let isTouched = false;
  return {
    touch(more) {
      isTouched = true;
      ids = more === undefined || ids === undefined ? undefined : new Set([...ids, ...more]);
    },
    toStatements: (db, updatedAt) =>
      isTouched ? [toRevision(db, updatedAt, ids === undefined ? undefined : [...ids])] : [],
  };
}
