import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runShian } from "../testing/run-shian.js";

const folder = mkdtempSync(join(tmpdir(), "shian-score-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};

const rubric = write("rubric.json", {
  id: "r-1",
  edition: "2026",
  title: "演示细则",
  issuer: "演示",
  official: false,
  effectiveFrom: "2026-01-01",
  passRule: { minTotal: 9, minKeyItemRate: 0.6, bonusCounts: false, bonusCap: 1, notApplicable: "rescale" },
  sections: [
    {
      id: "1",
      title: "基础工作",
      items: [
        {
          id: "1-1",
          title: "责任清单",
          kind: "key",
          points: 4,
          leadUnit: "食安办",
          method: { type: "deduction", deductions: [{ id: "late", title: "更新不及时", pointsEach: 0.15 }] },
        },
        { id: "1-2", title: "督导覆盖", kind: "basic", points: 6, method: { type: "ratio", target: 0.95 } },
        { id: "1-3", title: "亮点", kind: "bonus", points: 1, method: { type: "all-or-nothing" } },
        { id: "v-1", title: "重大事故", kind: "veto", method: { type: "veto-event" } },
      ],
    },
  ],
});
const measurements = write("measurements.json", {
  "1-1": { counts: { late: 2 } },
  "1-3": { met: true },
  "v-1": { occurred: false },
});
const score = (...args: string[]) => runShian(["score", ...args]);

describe("shian score with files", () => {
  it("prints the sheet in the exact shape and exits 0 for a score that does not pass", async () => {
    const { code, stdout, stderr } = await score(
      "--rubric",
      rubric,
      "--measurements",
      measurements,
      "--json",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.endsWith("\n")).toBe(true);
    expect(JSON.parse(stdout)).toEqual({
      total: 370,
      base: 370,
      bonus: 100,
      lower: 370,
      upper: 970,
      verdict: "undetermined",
      reasons: [expect.objectContaining({ code: "rubric/line-not-secured" })],
      items: [
        {
          id: "1-1",
          status: "measured",
          obtained: 370,
          lost: 30,
          reasons: [
            {
              code: "rubric/deducted",
              params: { deduction: "late", title: "更新不及时", count: 2, lost: 30 },
            },
          ],
        },
        { id: "1-2", status: "unmeasured", obtained: 0, lost: 0, reasons: [] },
        { id: "1-3", status: "measured", obtained: 100, lost: 0, reasons: [] },
      ],
      vetoes: [{ id: "v-1", status: "clear" }],
    });
    expect(Object.keys(JSON.parse(stdout))).toEqual([
      "total",
      "base",
      "bonus",
      "lower",
      "upper",
      "verdict",
      "reasons",
      "items",
      "vetoes",
    ]);
  });

  it("shows people the bounds, the pass line, the sections and each loss with its reason", async () => {
    const { stdout } = await score("--rubric", rubric, "--measurements", measurements);
    expect(stdout).toContain("结论  未定      下限 3.70  上限 9.70  通过线 9.00  差 5.30");
    expect(stdout).toContain("合计      3.70  10.00  6.00  0.30");
    expect(stdout).toContain("0.30  1-1 责任清单  关键  更新不及时：2 次，扣 0.30 分。");
  });

  it("explains one item, as text and as JSON, in either language", async () => {
    const text = await score(
      "--rubric",
      rubric,
      "--measurements",
      measurements,
      "--explain",
      "1-1",
      "--lang",
      "en",
    );
    expect(text.stdout).toBe(
      "1-1 责任清单  key\nmeasured  got 3.70 / 4.00  lost 0.30\n食安办\n- 更新不及时: 2 times, 0.30 points deducted.\n",
    );
    const json = await score(
      "--rubric",
      rubric,
      "--measurements",
      measurements,
      "--explain",
      "1-1",
      "--json",
    );
    expect(JSON.parse(json.stdout)).toMatchObject({ id: "1-1", lost: 30 });
  });

  it.each([
    ["an unknown item", ["--measurements", write("unknown.json", { "9-9": { met: true } })], "9-9"],
    ["broken JSON", ["--measurements", write("broken.json", "{")], "不是有效的 JSON"],
    ["a file that is not there", ["--measurements", "/nonexistent/m.json"], "没有文件"],
  ])("refuses %s: nothing on stdout, the reason on stderr, exit 2", async (_, args, reason) => {
    const { code, stdout, stderr } = await score("--rubric", rubric, ...args, "--json");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(reason);
    expect(Object.keys(JSON.parse(stderr.trim().split("\n")[0] ?? "").error)).toEqual([
      "code",
      "params",
      "message",
    ]);
  });

  it("names every reason of a rubric that the rules refuse", async () => {
    const wrong = write("wrong.json", { id: "r", sections: [{ id: "s", title: "s", items: [{ id: "a" }] }] });
    const { code, stdout, stderr } = await score("--rubric", wrong, "--measurements", measurements, "--json");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n").length).toBeGreaterThan(3);
  });

  it("asks for both files, and refuses one item that the rubric lacks", async () => {
    expect((await score("--rubric", rubric)).code).toBe(2);
    expect((await score("--rubric", rubric, "--measurements", measurements, "--explain", "7-7")).code).toBe(
      2,
    );
  });
});
