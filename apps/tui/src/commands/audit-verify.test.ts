import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  chainEntry,
  createFrontier,
  emptyRecord,
  fromHex,
  type HashSuite,
  toHex,
  writeRecordLine,
} from "@shian/domain";
import { afterAll, describe, expect, it } from "vitest";
import { exitCodes } from "../output/exit-code.js";
import { runShian } from "../testing/run-shian.js";

const folder = mkdtempSync(join(tmpdir(), "shian-audit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const suite: HashSuite = {
  name: "intl",
  hash: (bytes) => createHash("sha256").update(bytes).digest(),
  encode: (text) => Buffer.from(text),
};
const lines: string[] = [JSON.stringify({ record: { format: 1, suite: "intl", start: emptyRecord } })];
const tree = createFrontier(suite);
let tip = { seq: 0, hash: emptyRecord.hash };
for (let n = 1; n <= 5; n += 1) {
  const made = chainEntry(suite, tip, {
    at: "2026-11-24T04:00:00.000Z",
    personId: "p1",
    name: "晏清禾",
    role: "office",
    address: "-",
    operation: "visit.submit",
    txId: `t${n}`,
    changes: [],
  });
  lines.push(writeRecordLine(made.content, made.hash));
  tree.append(fromHex(made.hash));
  tip = { seq: n, hash: made.hash };
}
const root = {
  day: "2026-11-24",
  suite: "intl",
  size: 5,
  root: toHex(tree.root()),
  lastHash: tip.hash,
  writtenAt: "2026-11-24T16:05:00.000Z",
};
const save = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const record = save("record.ndjson", `${lines.join("\n")}\n`);
const roots = save("record-roots.ndjson", `${JSON.stringify(root)}\n`);

describe("shian audit verify", () => {
  it("passes what nobody touched, and gives its root", async () => {
    const { code, stdout } = await runShian(["audit", "verify", record, roots, "--json"]);
    expect(code).toBe(exitCodes.answer);
    expect(JSON.parse(stdout)).toMatchObject({ entries: 5, roots: 1, root: root.root, faults: [] });
  });

  it("says that a cut tail is not seen without roots, and finds it with them", async () => {
    const cut = save("cut.ndjson", `${lines.slice(0, -2).join("\n")}\n`);
    const alone = await runShian(["audit", "verify", cut]);
    expect([alone.code, alone.stderr.includes("根文件")]).toEqual([exitCodes.answer, true]);
    const both = await runShian(["audit", "verify", cut, roots]);
    expect(both.code).toBe(exitCodes.refused);
    expect(both.stdout).toContain("第 4 条至第 5 条不见了");
  });

  it("names what was edited", async () => {
    const bent = save("bent.ndjson", `${lines.join("\n").replace('"txId":"t3"', '"txId":"t9"')}\n`);
    const { code, stdout } = await runShian(["audit", "verify", bent, roots, "--lang", "en"]);
    expect([code, stdout.includes("Entry 3 was edited")]).toEqual([exitCodes.refused, true]);
  });

  it("refuses a file that is none of them", async () => {
    const { code, stdout } = await runShian(["audit", "verify", save("other.json", "{}")]);
    expect([code, stdout]).toEqual([exitCodes.misuse, ""]);
  });
});
