// Files of sessions and documents: made harmless when they come, handed out as attachments.
import { ok, type Result, refuse } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { hashBytes } from "../commitment/annexes.js";
import { cleanScan } from "../commitment/scan.js";
import { openFile } from "../import/import-file.service.js";
import { openDocument } from "./document.service.js";
import { openPlan } from "./plan.service.js";
import { findHolders } from "./training.repo.js";
import { findTrainingFile, insertTrainingFile } from "./training-file.repo.js";

/** Keeps an uploaded file for the territory and gives its id and hash. */
export async function keepTrainingFile(
  call: ChangeCall,
  territory: string,
  uploaded: string,
): Promise<Result<{ readonly id: string; readonly hash: string }>> {
  const file = await openFile(call.deps, call.db, uploaded);
  if (file === undefined) return refuse("commitment/no-file");
  const clean = await cleanScan(file.content);
  if (!clean.ok) return clean;
  const id = call.deps.newId();
  const hash = hashBytes(clean.value.content);
  await insertTrainingFile(call.db, { ...clean.value, id, hash, territory, name: file.name }, call.now);
  return ok({ id, hash });
}

/** Whether who asks has to do with a plan or a document that the file goes with. */
async function mayRead(call: Call, id: string): Promise<boolean> {
  const { sessions, documents } = await findHolders(call.db, id);
  for (const { id: document } of documents) if ((await openDocument(call, document, {})).ok) return true;
  for (const { plan } of sessions) if ((await openPlan(call, plan, {})).ok) return true;
  return false;
}

/** The file itself, named as it was uploaded, for whom its session or document is to be seen. */
export async function readTrainingFile(
  call: Call,
  id: string,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const file = await findTrainingFile(call.db, id);
  if (file === undefined || !(await mayRead(call, id))) return refuse("request/not-found", { id });
  const ending = file.kind === "jpeg" ? "jpg" : file.kind;
  const stem = file.name.replace(/\.(?:jpe?g|png|pdf)$/i, "");
  return ok({ name: `${stem}.${ending}`, bytes: file.content });
}
