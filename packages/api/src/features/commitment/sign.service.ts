// Signing in person, acknowledging a list with one tap, and recording a paper that was signed with a pen.
import {
  type CommitmentView,
  deriveCommitment,
  findSignatureFault,
  isInJurisdiction,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
  toTerm,
} from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { openFile } from "../import/import-file.service.js";
import { emptyAnnexHash, hashBytes } from "./annexes.js";
import {
  findCommitment,
  insertAcknowledgements,
  insertCommitments,
  insertPaper,
  listCommitments,
  type NewCommitment,
} from "./commitment.repo.js";
import { isOwn } from "./commitment.service.js";
import { toCommitmentView } from "./commitment.views.js";
import { type PreparedLetter, prepareLetter } from "./letter.service.js";
import { cleanScan } from "./scan.js";
import { readStandingNow } from "./standing.service.js";

const CONTENT = "commitment-paper.content";
const STROKES = "commitment-paper.strokes";

type Paper = { readonly kind: string; readonly content: Uint8Array; readonly strokes: string | null };

/** Keeps a paper sealed and gives its id. */
async function keepPaper(
  call: ChangeCall,
  official: string,
  { kind, content, strokes }: Paper,
): Promise<string> {
  const { deps } = call;
  const id = deps.newId();
  await insertPaper(
    call.db,
    {
      id,
      officialId: official,
      kind,
      content: deps.keyring.sealBytes(content, CONTENT),
      contentBytes: content.byteLength,
      contentHash: hashBytes(content),
      strokes: strokes === null ? null : deps.keyring.seal(strokes, STROKES),
    },
    call.now,
  );
  return id;
}

/**
 * Whether one of that year binds already, today or on its first day where that is to come, so that a second signature
 * would bind nobody more. Until the change ends nobody else signs for the official.
 */
async function isSigned(
  call: ChangeCall,
  { official, standing, standings }: PreparedLetter,
  year: number,
): Promise<boolean> {
  await lockUntilCommit(call.db, `commitment ${official.id}`);
  const records = (await listCommitments(call.db, [official.id])).filter(
    (one) => !one.superseded && one.year === year,
  );
  const derived = deriveCommitment({
    records,
    official,
    annexHash: standing.annex?.hash ?? emptyAnnexHash,
    strict: standings.strict,
    asOf: toTerm({ year, signedOn: call.today }).from,
    knownOn: call.today,
  });
  return derived.standing === "valid";
}

async function record(
  call: ChangeCall,
  letter: PreparedLetter,
  signed: Pick<NewCommitment, "way" | "signedOn" | "year" | "paper">,
): Promise<Result<CommitmentView>> {
  const { official, standing, documentHash } = letter;
  const id = call.deps.newId();
  const commitment: NewCommitment = {
    id,
    official: official.id,
    name: official.name,
    unit: official.unit,
    post: official.post,
    level: official.level,
    jurisdictions: [...official.jurisdictions],
    ...toTerm(signed),
    endedBecause: null,
    annexHash: standing.annex?.hash ?? emptyAnnexHash,
    documentHash,
    signedAt: call.now,
    recordedBy: nameOf(call),
    ...signed,
  };
  await insertCommitments(call.db, [commitment], call.now);
  call.record({
    objectKind: "official",
    objectId: official.id,
    what: signed.way === "drawn" ? "commitment-signed" : "commitment-recorded",
    fields: [
      { field: "commitment", before: null, after: String(signed.year) },
      { field: "documentHash", before: null, after: documentHash },
    ],
  });
  const stored = await findCommitment(call.db, id);
  if (stored === undefined) throw new Error(`the commitment ${id} was not kept`);
  return ok(toCommitmentView(stored, call.today));
}

/** Signs in person: the text read must be the text that stands now, and its list is acknowledged with it. */
export async function signCommitment(
  call: ChangeCall,
  input: OperationArguments<"commitment.sign">,
): Promise<Result<CommitmentView>> {
  if (!isOwn(call, input.official)) return refuse("commitment/not-own");
  const fault = findSignatureFault(input.strokes);
  if (fault !== undefined) return refuseAll([fault]);
  const letter = await prepareLetter(call, input.official, input.year);
  if (!letter.ok) return letter;
  if (letter.value.documentHash !== input.documentHash) return refuse("commitment/text-changed");
  if (await isSigned(call, letter.value, input.year))
    return refuse("commitment/already-signed", { year: input.year });
  const content = await letter.value.compose(call.today, { strokes: input.strokes });
  const paper = await keepPaper(call, input.official, {
    kind: "docx",
    content,
    strokes: JSON.stringify(input.strokes),
  });
  await keepAcknowledgement(call, letter.value);
  return record(call, letter.value, { way: "drawn", signedOn: call.today, year: input.year, paper });
}

async function keepAcknowledgement(
  call: ChangeCall,
  { official, standing: { annex } }: Pick<PreparedLetter, "official" | "standing">,
): Promise<void> {
  if (annex === undefined) return;
  const one = {
    id: call.deps.newId(),
    official: official.id,
    version: annex.version,
    hash: annex.hash,
    lines: annex.lines.map(({ establishment, grade }) => ({ establishment, grade })),
    on: call.today,
    recordedBy: nameOf(call),
  };
  await insertAcknowledgements(call.db, [one], call.now);
  call.record({
    objectKind: "official",
    objectId: official.id,
    what: "annex-acknowledged",
    fields: [{ field: "annexVersion", before: null, after: String(annex.version) }],
  });
}

/** One tap: the list read must be the list that stands now. The same tap again changes nothing. */
export async function acknowledgeAnnex(
  call: ChangeCall,
  { official: id, hash }: OperationArguments<"commitment.acknowledge">,
): Promise<Result<OperationOutput<"commitment.acknowledge">>> {
  if (!isOwn(call, id)) return refuse("commitment/not-own");
  const standings = await readStandingNow(call, id);
  const official = standings.whole.officials.get(id);
  const standing = standings.of(id);
  if (official === undefined) return refuse("request/not-found", { id });
  const { annex } = standing;
  if (annex === undefined || annex.hash !== hash) return refuse("commitment/list-differs");
  if (!standing.acknowledged) await keepAcknowledgement(call, { official, standing });
  return ok({ version: annex.version, on: call.today });
}

/** Records a paper that somebody signed with a pen; its scan is kept. */
export async function recordScan(
  call: ChangeCall,
  input: OperationArguments<"commitment.recordScan">,
): Promise<Result<CommitmentView>> {
  if (input.signedOn > call.today) return refuse("commitment/signed-later", { day: input.signedOn });
  const letter = await prepareLetter(call, input.official, input.year);
  if (!letter.ok) return letter;
  const { official, standings } = letter.value;
  const { territories } = call.reach;
  const keeps = official.jurisdictions.some((code) =>
    isInJurisdiction({ tree: standings.whole.tree, jurisdiction: territories, code }),
  );
  if (!keeps) return refuse("request/not-found", { id: input.official });
  const file = await openFile(call.deps, call.db, input.fileId);
  if (file === undefined) return refuse("commitment/no-file");
  const scan = await cleanScan(file.content);
  if (!scan.ok) return scan;
  if (await isSigned(call, letter.value, input.year))
    return refuse("commitment/already-signed", { year: input.year });
  const paper = await keepPaper(call, input.official, { ...scan.value, strokes: null });
  return record(call, letter.value, { way: "scan", signedOn: input.signedOn, year: input.year, paper });
}
