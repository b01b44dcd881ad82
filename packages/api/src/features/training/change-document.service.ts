// Superior documents: kept, changed, withdrawn; read by whom they are for.
import {
  checkSuperiorDocument,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
  type SuperiorDocument,
} from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { hashText } from "../commitment/annexes.js";
import { isOwn } from "../commitment/commitment.service.js";
import { findInvited } from "./attendance.service.js";
import { insertReadings, listReadings } from "./credit.repo.js";
import { mayWriteFor } from "./plan.service.js";
import { staleOf } from "./stale.js";
import { findDocument, insertKept, type StoredDocument, updateKept } from "./training.repo.js";
import { findFileHash } from "./training-file.repo.js";
import { keepTrainingFile } from "./training-file.service.js";
import { withdraw } from "./withdraw.service.js";

/** The hash of what somebody reads; by when and by whom it must be read are not part of it. */
const hashOf = ({ title, number, issuer, issuedOn, text }: SuperiorDocument, file: string | null): string =>
  hashText(JSON.stringify([title, number, issuer, issuedOn, text, file]));

async function openOwn(call: ChangeCall, id: string): Promise<Result<StoredDocument>> {
  const document = await findDocument(call.db, id);
  if (document === undefined || !(await mayWriteFor(call, document.territory)))
    return refuse("request/not-found", { id });
  return document.withdrawnOn === null ? ok(document) : refuse("document/withdrawn");
}

/** The file that the document has from now on, and its hash. */
async function findFile(
  call: ChangeCall,
  territory: string,
  before: StoredDocument | undefined,
  fileId: string | null | undefined,
): Promise<Result<{ readonly id: string | null; readonly hash: string | null }>> {
  if (typeof fileId === "string") return keepTrainingFile(call, territory, fileId);
  const id = fileId === null ? null : (before?.file ?? null);
  return ok({ id, hash: id === null ? null : await findFileHash(call.db, id) });
}

export async function saveDocument(
  call: ChangeCall,
  { id, version, document, fileId }: OperationArguments<"document.save">,
): Promise<Result<OperationOutput<"document.save">>> {
  const { territory } = document;
  if (!(await mayWriteFor(call, territory))) return refuse("request/not-found", { id: territory });
  const known = id === undefined ? undefined : await openOwn(call, id);
  if (known !== undefined && !known.ok) return known;
  const before = known?.value;
  if (before !== undefined && before.territory !== territory) return refuse("training/territory-fixed");
  const file = await findFile(call, territory, before, fileId);
  if (!file.ok) return file;
  const faults = checkSuperiorDocument(document, file.value.id !== null);
  if (faults.length > 0) return refuseAll([...faults]);
  const written = {
    content: document,
    fileId: file.value.id,
    contentHash: hashOf(document, file.value.hash),
  };
  const by = { at: call.now, by: nameOf(call) };
  const objectId = before?.id ?? call.deps.newId();
  if (before === undefined)
    await insertKept(call.db, "document", { ...written, id: objectId, territory }, by);
  else {
    const isSeen = before.version === version;
    if (!isSeen || !(await updateKept(call.db, "document", { id: objectId, version }, written, by)))
      return staleOf(before);
  }
  call.record({
    objectKind: "superior-document",
    objectId,
    what: before === undefined ? "created" : "changed",
    fields: [
      { field: "title", before: before?.content.title ?? null, after: document.title },
      { field: "documentHash", before: before?.hash ?? null, after: written.contentHash },
    ],
  });
  return ok({ id: objectId, version: (before?.version ?? 0) + 1 });
}

export const withdrawDocument = async (
  call: ChangeCall,
  input: OperationArguments<"document.withdraw">,
): Promise<Result<OperationOutput<"document.withdraw">>> =>
  withdraw(call, "document", await openOwn(call, input.id), input);

/** One tap: the text read must be the text that stands. The same tap again changes nothing. */
export async function readDocument(
  call: ChangeCall,
  { id, official, hash }: OperationArguments<"document.read">,
): Promise<Result<OperationOutput<"document.read">>> {
  if (!isOwn(call, official)) return refuse("training/not-own");
  const document = await findDocument(call.db, id);
  if (document === undefined) return refuse("request/not-found", { id });
  if (document.withdrawnOn !== null) return refuse("document/withdrawn");
  if ((await findInvited(call, document, official)) === undefined) return refuse("request/not-found", { id });
  if (document.hash !== hash) return refuse("document/changed");
  const before = (await listReadings(call.db, [id], [official])).find((reading) => reading.hash === hash);
  if (before !== undefined) return ok({ readOn: before.on });
  await insertReadings(
    call.db,
    [{ id: call.deps.newId(), document: id, official, hash, on: call.today }],
    call.now,
  );
  call.record({
    objectKind: "official",
    objectId: official,
    what: "document-read",
    fields: [{ field: "document", before: null, after: document.content.title }],
  });
  return ok({ readOn: call.today });
}
