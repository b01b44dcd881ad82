// What happened to one object, for those who reach it.
import type { ObjectChange } from "@shian/domain";
import type { Call } from "../../deps.js";
import { listChangesOfObject } from "./audit.repo.js";

/** Changes of one object that a page shows at most. */
const MOST_SHOWN = 200;

/** The changes of an object, the latest first. Row-level security leaves those of objects that the call reaches. */
export async function listHistoryOf(
  call: Call,
  objectKind: string,
  objectId: string,
): Promise<ObjectChange[]> {
  const rows = await listChangesOfObject(call.db, { objectKind, objectId, limit: MOST_SHOWN });
  return rows.map(({ at, name, what, fields }) => ({ at, who: name, what, fields: [...fields] }));
}
