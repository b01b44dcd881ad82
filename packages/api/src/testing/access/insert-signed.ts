// What the officials of the matrix's groups have signed.
import { toPlainDate } from "@shian/domain";
import {
  insertAcknowledgements,
  insertCommitments,
  insertPaper,
} from "../../features/commitment/commitment.repo.js";
import type { Db } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import type { Group } from "./groups.js";

const since = toPlainDate("2026-01-05");
const at = `${since}T04:00:00.000Z`;

/** A commitment that the official signed, its paper, and their list acknowledged. */
export async function insertSigned(
  db: Db,
  { official, establishment, commitment, words, place }: Group,
  keyring: Keyring,
): Promise<void> {
  const paper = `${words.business}8`;
  const content = new TextEncoder().encode(words.business);
  await insertPaper(
    db,
    {
      id: paper,
      officialId: official,
      kind: "pdf",
      content: keyring.sealBytes(content, "commitment-paper.content"),
      contentBytes: content.byteLength,
      contentHash: "a".repeat(64),
      strokes: null,
    },
    at,
  );
  await insertCommitments(
    db,
    [
      {
        id: commitment,
        official,
        year: 2026,
        name: `签${words.business}`,
        unit: `位${words.business}`,
        post: `职${words.business}`,
        level: "township",
        jurisdictions: [place],
        way: "scan",
        from: since,
        to: toPlainDate("2027-01-01"),
        signedOn: since,
        endedBecause: null,
        annexHash: "a".repeat(64),
        documentHash: "b".repeat(64),
        signedAt: at,
        recordedBy: `录${words.business}`,
        paper,
      },
    ],
    at,
  );
  await insertAcknowledgements(
    db,
    [
      {
        id: `${words.business}9`,
        official,
        version: 1,
        hash: "a".repeat(64),
        lines: [{ establishment, grade: "C" }],
        on: since,
        recordedBy: `录${words.business}`,
      },
    ],
    at,
  );
}
