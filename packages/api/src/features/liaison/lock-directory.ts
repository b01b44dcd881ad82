// Everybody who keeps the directory or its groups goes one after the other: what is read of them is so until it is written.
import type { Call } from "../../deps.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";

/** Until the transaction ends nobody else changes posts or groups; nothing where nothing is to be written. */
export async function lockDirectory({ db, isChange }: Pick<Call, "db" | "isChange">): Promise<void> {
  if (isChange) await lockUntilCommit(db, "directory");
}
