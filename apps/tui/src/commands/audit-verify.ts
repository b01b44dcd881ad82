// `shian audit verify FILE…`: checks exported records, the roots kept outside and proofs of single entries. It needs
// neither a server nor a database, so that whoever holds the files can check them.
import { createHash } from "node:crypto";
import {
  createRecordCheck,
  type HashSuite,
  type Problem,
  parseRecordHeader,
  parseRecordProof,
  parseRecordRoot,
  problem,
  type RecordProof,
  type RecordRoot,
  type RecordVerdict,
  renderProblem,
  type SuiteName,
  verifyProof,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { toPrintable } from "../output/text-width.js";
import type { Call } from "./command.js";
import { openBytes, readJsonFile, readLines, toReadRefusal } from "./read-text-file.js";
import { reportMisuse, reportProblems } from "./report.js";

const algorithms: { readonly [Name in SuiteName]: string } = { intl: "sha256", gm: "sm3" };

const toHashSuite = (name: SuiteName): HashSuite => ({
  name,
  hash: (bytes) => createHash(algorithms[name]).update(bytes).digest(),
  encode: (text) => Buffer.from(text, "utf8"),
});

type Given = {
  readonly records: string[];
  readonly roots: RecordRoot[];
  readonly proofs: { readonly file: string; readonly proof: RecordProof }[];
};

/** What a command can go on with, or how it ended. */
class Ended extends Error {
  constructor(readonly exit: ExitCode) {
    super("ended");
  }
}

async function readFirstLine(file: string, stdin: NodeJS.ReadStream): Promise<string> {
  for await (const line of readLines(openBytes(file, stdin))) return line;
  return "";
}

/** Reads roots and proofs, and tells which files are records; a record is only looked at, since it may be long. */
async function sortFiles(call: Call): Promise<Given> {
  const given: Given = { records: [], roots: [], proofs: [] };
  for (const file of call.args) {
    let first: string;
    try {
      first = await readFirstLine(file, call.stdin);
    } catch (error) {
      const { key, params } = toReadRefusal(file, error);
      throw new Ended(reportMisuse(call, key, params));
    }
    if (parseRecordHeader(first).ok) given.records.push(file);
    else if (parseRecordRoot(first, 1).ok) given.roots.push(...(await readRoots(call, file)));
    else {
      const json = await readJsonFile(file);
      const proof = json.ok ? parseRecordProof(json.value) : undefined;
      if (proof === undefined)
        throw new Ended(reportProblems(call, [problem("record/not-a-record", { file: toPrintable(file) })]));
      given.proofs.push({ file, proof });
    }
  }
  return given;
}

async function readRoots(call: Call, file: string): Promise<RecordRoot[]> {
  const roots: RecordRoot[] = [];
  let line = 0;
  for await (const text of readLines(openBytes(file, call.stdin))) {
    line += 1;
    const root = parseRecordRoot(text, line);
    if (!root.ok) throw new Ended(reportProblems(call, root.problems));
    roots.push(root.value);
  }
  return roots;
}

async function checkFile(call: Call, file: string, roots: readonly RecordRoot[]): Promise<RecordVerdict> {
  let check: ReturnType<typeof createRecordCheck> | undefined;
  for await (const line of readLines(openBytes(file, call.stdin))) {
    if (check !== undefined) {
      check.push(line);
      continue;
    }
    const header = parseRecordHeader(line);
    if (!header.ok) throw new Ended(reportProblems(call, header.problems));
    const { suite, start } = header.value;
    check = createRecordCheck({ suite: toHashSuite(suite), start, roots });
  }
  if (check === undefined) throw new Ended(reportProblems(call, [problem("record/no-header")]));
  return check.finish();
}

const printFaults = (call: Call, file: string, faults: readonly Problem[]): string =>
  [
    call.t("audit.bent", { file: toPrintable(file), count: faults.length }),
    ...faults.map((fault) => `  ${renderProblem(fault, call.locale)}`),
  ].join("\n");

async function verifyRecords(call: Call, { records, roots }: Given): Promise<boolean> {
  let isTrue = true;
  for (const file of records) {
    const verdict = await checkFile(call, file, roots);
    const isWhole = verdict.faults.length === 0;
    isTrue &&= isWhole;
    if (call.format !== undefined) await call.out.write(`${JSON.stringify({ file, ...verdict })}\n`);
    else if (isWhole)
      await call.out.write(
        `${call.t("audit.whole", {
          file: toPrintable(file),
          entries: verdict.entries,
          last: verdict.last,
          roots: verdict.roots,
          root: verdict.root ?? "",
        })}\n`,
      );
    else await call.out.write(`${printFaults(call, file, verdict.faults)}\n`);
  }
  return isTrue;
}

async function verifyProofs(call: Call, { proofs, roots }: Given): Promise<boolean> {
  let isTrue = true;
  for (const { file, proof } of proofs) {
    const { entry, size } = proof;
    const verified = verifyProof({ suite: toHashSuite(entry.suite), proof, roots });
    isTrue &&= verified.ok;
    const faults = verified.ok ? [] : verified.problems;
    if (call.format !== undefined)
      await call.out.write(`${JSON.stringify({ file, seq: entry.seq, size, root: proof.root, faults })}\n`);
    else if (verified.ok)
      await call.out.write(
        `${call.t("audit.proven", { file: toPrintable(file), seq: entry.seq, size, name: toPrintable(entry.name), operation: entry.operation, at: entry.at })}\n`,
      );
    else await call.out.write(`${printFaults(call, file, faults)}\n`);
  }
  return isTrue;
}

/** Checks the files given; ends with `refused` when anything in them was altered. */
export async function verifyAudit(call: Call): Promise<ExitCode> {
  try {
    const given = await sortFiles(call);
    const areRecordsTrue = await verifyRecords(call, given);
    const areProofsTrue = await verifyProofs(call, given);
    if (given.roots.length === 0 && !call.options.has("quiet"))
      await call.err.write(`${call.t("audit.noRoots")}\n`);
    return areRecordsTrue && areProofsTrue ? exitCodes.answer : exitCodes.refused;
  } catch (error) {
    if (error instanceof Ended) return error.exit;
    throw error;
  }
}
