// One sensitive value in clear, for a reason that the record keeps. Never a list.
import {
  maskPersonal,
  maskPhone,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { getPartOfPicture } from "../picture/picture.service.js";
import { openContactMobile, openOfficialPhones } from "./phones.service.js";

type Unmasked = OperationOutput<"registry.unmask">;

/** Notes who saw what and why; the value itself stands masked in the record. */
function recordUnmasking(
  call: ChangeCall,
  seen: { readonly objectKind: string; readonly objectId: string; readonly field: string },
  value: string | null,
  reason: string,
): void {
  const { field, ...object } = seen;
  call.record({
    ...object,
    what: "unmasked",
    fields: [
      { field, before: null, after: value === null ? null : maskPhone(value) },
      { field: "reason", before: null, after: maskPersonal(reason) },
    ],
  });
}

/** The telephone number of an establishment's contact. */
export async function unmaskContact(
  call: ChangeCall,
  { id, reason }: OperationArguments<"registry.unmask">,
): Promise<Result<Unmasked>> {
  const part = await getPartOfPicture(call, { establishments: [id], officials: [] });
  const isReached = part.byId.has(id);
  const value = isReached ? await openContactMobile(call, id) : undefined;
  if (value === undefined) return refuse("request/not-found", { id });
  const seen = { objectKind: "establishment", objectId: id, field: "contactMobile" };
  recordUnmasking(call, seen, value, reason);
  return ok({ value });
}

/** The mobile number of an official. */
export async function unmaskOfficial(
  call: ChangeCall,
  { id, reason }: OperationArguments<"official.unmask">,
): Promise<Result<Unmasked>> {
  const part = await getPartOfPicture(call, { establishments: [], officials: [id] });
  const isReached = part.officials.has(id);
  const phones = isReached ? await openOfficialPhones(call, id) : undefined;
  if (phones === undefined) return refuse("request/not-found", { id });
  recordUnmasking(call, { objectKind: "official", objectId: id, field: "mobile" }, phones.mobile, reason);
  return ok({ value: phones.mobile });
}
