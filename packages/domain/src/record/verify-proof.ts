// Checks the proof of an entry without the record.
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import { RecordProof, type RecordRoot } from "./audit-entry.schema.js";
import { writeEntry } from "./chain-entry.js";
import { fromHex, type HashSuite, toHex } from "./hash-suite.js";
import { isIncluded } from "./merkle-proof.js";
import { hashLeaf } from "./merkle-tree.js";
import type { RecordProblemCode } from "./record.problem.js";

/** The proof when it holds: its entry has its hash, its path leads to its root, and roots from outside name the same. */
export function verifyProof(question: {
  readonly suite: HashSuite;
  readonly proof: RecordProof;
  readonly roots: readonly RecordRoot[];
}): Result<RecordProof, Problem<RecordProblemCode>> {
  const { suite, proof, roots } = question;
  const { entry, hash, size, root, path } = proof;
  const leaf = hashLeaf(suite, writeEntry(entry));
  const holds =
    toHex(leaf) === hash &&
    isIncluded(suite, { leaf, index: entry.seq - 1, size, path: path.map(fromHex), root: fromHex(root) });
  if (!holds) return refuse("record/proof-wrong", { seq: entry.seq, size });
  const outside = roots.filter((one) => one.size === size);
  if (outside.some((one) => one.root !== root)) return refuse("record/other-root", { size });
  return ok(proof);
}

/** The proof that a text holds; undefined when it holds none. */
export const parseRecordProof = (value: unknown): RecordProof | undefined =>
  RecordProof.safeParse(value).data;
