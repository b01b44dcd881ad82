// Who changed what and when, field by field, in the transaction of the change.
import type { EstablishmentDetail } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { getActor } from "../office/office.service.js";
import { appendChanges, findChanges, type LoggedChange } from "./change-log.repo.js";

export type Change = Pick<LoggedChange, "objectKind" | "objectId" | "what" | "fields"> & {
  readonly countyCode?: string;
};

/** Records changes by the person who acts, at the instant of the call. */
export async function recordChanges(call: ChangeCall, changes: readonly Change[]): Promise<void> {
  const { name } = await getActor(call);
  await appendChanges(
    call.db,
    changes.map((change) => ({ countyCode: "000000", ...change, at: call.now, who: name, txId: call.txId })),
  );
}

/** The changes of an object, the latest first. */
export async function listChangesOf(
  call: Call,
  objectKind: string,
  objectId: string,
): Promise<EstablishmentDetail["changes"]> {
  const rows = await findChanges(call.db, objectKind, objectId);
  return rows.map(({ at, who, what, fields }) => ({ at, who, what, fields: [...fields] }));
}

/** A value as the change log keeps it: readable text, null for nothing. */
export function toLogText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.join("、");
  return String(value);
}
