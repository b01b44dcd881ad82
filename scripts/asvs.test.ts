// docs/reference/asvs.md decides every row of levels 1 and 2 of OWASP ASVS 5.0.0: the tests that hold it, why it does
// not apply, or that it is open. Ids are those of the list kept beside it, and every test named is there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = join(fileURLToPath(import.meta.url), "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Id → level of the official list. */
const listed = new Map(
  [...read("docs/reference/asvs-5.0.0.csv").matchAll(/^(V[\d.]+),([12]),/gm)].map(
    ([, id = "", level = ""]) => [id, level],
  ),
);

type Row = { readonly id: string; readonly level: string; readonly decision: string };
const rows = [
  ...read("docs/reference/asvs.md").matchAll(/^\| (V[\d.]+) \| ([12]) \| .* \| ([^|]+) \|$/gm),
].map(([, id = "", level = "", decision = ""]): Row => ({ id, level, decision: decision.trim() }));

/** Tests of a decision, each in backticks: FILE > NAME. */
const listTests = (decision: string): readonly (readonly [file: string, name: string])[] =>
  [...decision.matchAll(/`([^`]+)`/g)].map(([, test = ""]) => {
    const [file = "", ...name] = test.split(" > ");
    return [file, name.join(" > ")];
  });

/** Whether the file has a test, or a group of tests, of exactly that name. */
function hasTest(file: string, name: string): boolean {
  if (!existsSync(join(root, file))) return false;
  const text = read(file);
  return ['"', "`"].some((mark) => text.includes(`${mark}${name}${mark}`));
}

describe("decisions on ASVS 5.0.0", () => {
  it("stand for all 253 rows, 70 of level 1 and 183 of level 2", () => {
    expect([...listed.values()].filter((level) => level === "1")).toHaveLength(70);
    expect([...listed.values()].filter((level) => level === "2")).toHaveLength(183);
    expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(
      [...listed].map(([id, level]) => `${id} ${level}`),
    );
  });

  it("are each a test, a reason why the row does not apply, or open with what is missing", () => {
    const undecided = rows.filter(
      ({ decision }) =>
        !/^(test: (`[^`]+ > [^`]+`(; |$))+|not applicable: .{5,}|open: .{5,})$/.test(decision),
    );
    expect(undecided).toEqual([]);
  });

  it("name tests that exist", () => {
    const missing = rows
      .filter(({ decision }) => decision.startsWith("test: "))
      .flatMap(({ id, decision }) =>
        listTests(decision)
          .filter(([file, name]) => !hasTest(file, name))
          .map(([file, name]) => `${id}: ${file} > ${name}`),
      );
    expect(missing).toEqual([]);
  });

  it("hold at least 85 in 100 of the applicable rows by a test", () => {
    const applicable = rows.filter(({ decision }) => !decision.startsWith("not applicable"));
    const tested = applicable.filter(({ decision }) => decision.startsWith("test: "));
    const share = (100 * tested.length) / applicable.length;
    console.log(
      `asvs: ${rows.length} rows, ${applicable.length} applicable, ${tested.length} with a test, ` +
        `${share.toFixed(1)} % (bar ≥ 85); ${applicable.length - tested.length} open`,
    );
    expect(share).toBeGreaterThanOrEqual(85);
  });
});
