// Signed papers for those who may see them: the official and their office.
import {
  isInJurisdiction,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  Strokes,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { getPicture } from "../picture/picture.service.js";
import { findCommitment, findPaper, type StoredCommitment, type StoredPaper } from "./commitment.repo.js";
import { isOwn } from "./commitment.service.js";

/** The paper of a commitment; not found looks like not allowed. */
async function openPaper(
  call: Call,
  id: string,
): Promise<Result<{ readonly commitment: StoredCommitment; readonly paper: StoredPaper | undefined }>> {
  const nothing = refuse("request/not-found", { id });
  const commitment = await findCommitment(call.db, id);
  if (commitment === undefined) return nothing;
  const { official } = commitment;
  if (!isOwn(call, official)) {
    const picture = await getPicture(call);
    const facts = picture.officials.get(official);
    const keeps =
      call.roles.includes("office") &&
      facts?.jurisdictions.some((code) =>
        isInJurisdiction({ tree: picture.tree, jurisdiction: call.reach.territories, code }),
      );
    if (keeps !== true) return nothing;
  }
  const paper = commitment.paper === null ? undefined : await findPaper(call.db, commitment.paper);
  return ok({ commitment, paper });
}

/** The signature that was drawn, or what kind of scan there is. */
export async function getSignature(
  call: Call,
  { id }: OperationArguments<"commitment.signature">,
): Promise<Result<OperationOutput<"commitment.signature">>> {
  const opened = await openPaper(call, id);
  if (!opened.ok) return opened;
  const { commitment, paper } = opened.value;
  const strokes = paper?.strokes ?? null;
  return ok({
    way: commitment.way,
    strokes:
      strokes === null
        ? null
        : Strokes.parse(JSON.parse(call.deps.keyring.unseal(strokes, "commitment-paper.strokes"))),
    scan:
      paper === undefined || paper.strokes !== null ? null : { kind: paper.kind, bytes: paper.contentBytes },
  });
}

/** The very bytes that were kept when it was signed. */
export async function getSignedPaper(
  call: Call,
  id: string,
): Promise<Result<{ readonly name: string; readonly kind: string; readonly bytes: Uint8Array }>> {
  const opened = await openPaper(call, id);
  if (!opened.ok) return opened;
  const { commitment, paper } = opened.value;
  if (paper === undefined) return refuse("request/not-found", { id });
  return ok({
    name: `承诺书-${commitment.name}-${commitment.year}.${paper.kind === "jpeg" ? "jpg" : paper.kind}`,
    kind: paper.kind,
    bytes: call.deps.keyring.unsealBytes(paper.content, "commitment-paper.content"),
  });
}
