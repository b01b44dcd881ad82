/// <reference types="node" />
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkIdentifier, IdentifierCheck, parseIdentifier } from "./check-identifier.js";
import { composeCreditCode } from "./credit-code.js";

const shared = new URL("../../../../../shared/", import.meta.url);
const vectorFile = new URL("reference/identifier-vectors.json", shared);
const sampleFile = new URL("data/registry-real-sample.csv", shared);
const hasVectors = existsSync(vectorFile);
const hasSample = existsSync(sampleFile);
if (!hasVectors) console.warn("SKIPPED: identifier vectors, shared/reference is absent");
if (!hasSample) console.warn("SKIPPED: credit codes of the real sample, shared/data is absent");

const check = (input: string, villages?: ReadonlySet<string>) => checkIdentifier({ input, villages });

describe("a line of check-id", () => {
  const line = (input: string, rest: object) => ({ input, changes: [], notices: [], problems: [], ...rest });
  const valid = { ok: true, status: "valid" };
  const held = { ok: false, status: "held" };
  const refused = { ok: false, status: "refused", value: null };

  it.each([
    ["91320200MA1MGN8MXH", { ...valid, kind: "uscc", value: "91320200MA1MGN8MXH" }],
    [
      " 91320200ma1mgn8mxh",
      { ...valid, kind: "uscc", value: "91320200MA1MGN8MXH", changes: ["trimmed", "upper-case"] },
    ],
    ["91320200MA1MGN8MXI", { ...refused, kind: "uscc", problems: ["credit-code/letter-not-in-alphabet"] }],
    ["9I3Z0200MA1MGN8MXH", { ...refused, kind: "uscc", problems: ["credit-code/letter-not-in-alphabet"] }],
    ["91320200MA1MGN8M-H", { ...refused, kind: "uscc", problems: ["credit-code/character"] }],
    ["91320200MA1MGN8M食堂", { ...refused, kind: "uscc", problems: ["credit-code/character"] }],
    [
      "91350100M000100Y44",
      { ...held, kind: "uscc", value: "91350100M000100Y44", problems: ["credit-code/check-character"] },
    ],
    [
      "91000000FD00000159",
      { ...valid, kind: "uscc", value: "91000000FD00000159", notices: ["credit-code/unknown-division"] },
    ],
    ["JY13301080111719", { ...valid, kind: "licence", value: "JY13301080111719" }],
    [
      "jy13301080111718",
      {
        ...held,
        kind: "licence",
        value: "JY13301080111718",
        changes: ["upper-case"],
        problems: ["licence-number/check-digit"],
      },
    ],
    ["JY1330108011171", { ...refused, kind: null, problems: ["identifier/unknown-shape"] }],
    ["32", { ...valid, kind: "division", value: "32" }],
    ["3201", { ...valid, kind: "division", value: "3201" }],
    ["320106", { ...valid, kind: "division", value: "320106" }],
    ["320106001", { ...valid, kind: "division", value: "320106001" }],
    ["３20106001003", { ...valid, kind: "division", value: "320106001003", changes: ["half-width"] }],
    ["4190", { ...valid, kind: "division", value: "4190" }],
    ["441900", { ...valid, kind: "division", value: "441900" }],
    ["460400", { ...valid, kind: "division", value: "460400" }],
    ["99", { ...valid, kind: "division", value: "99" }],
    ["9901", { ...valid, kind: "division", value: "9901" }],
    ["990199", { ...valid, kind: "division", value: "990199" }],
    ["990106001003", { ...valid, kind: "division", value: "990106001003" }],
    ["9902", { ...held, kind: "division", value: "9902", problems: ["division-code/unknown"] }],
    ["320199", { ...held, kind: "division", value: "320199", problems: ["division-code/unknown"] }],
    [
      "320199001003",
      { ...held, kind: "division", value: "320199001003", problems: ["division-code/unknown"] },
    ],
    ["320", { ...refused, kind: null, problems: ["identifier/unknown-shape"] }],
    ["9.1E+17", { ...refused, kind: null, problems: ["identifier/unknown-shape"] }],
    ["9.111000006957E+17", { ...refused, kind: "uscc", problems: ["credit-code/spreadsheet-number"] }],
    ["990106001003002", { ...valid, kind: "grid", value: "990106001003002" }],
    [
      "320106001003002",
      { ...held, kind: "uscc", value: "320106001003002", problems: ["credit-code/registration-number-15"] },
    ],
    [
      "990106999999001",
      { ...held, kind: "uscc", value: "990106999999001", problems: ["credit-code/registration-number-15"] },
    ],
    ["", { ...refused, kind: null, problems: ["identifier/empty"] }],
    ["　", { ...refused, kind: null, changes: ["trimmed"], problems: ["identifier/empty"] }],
  ])("%s", (input, rest) => {
    const got = check(input);
    expect(got).toEqual(line(input, rest));
    expect(IdentifierCheck.parse(got)).toEqual(got);
    expect(Object.keys(got)).toEqual([
      "input",
      "kind",
      "ok",
      "status",
      "value",
      "changes",
      "notices",
      "problems",
    ]);
  });

  it("takes 15 digits for a grid when the caller knows the village", () => {
    const villages = new Set(["320106001003"]);
    expect(check("320106001003002", villages)).toMatchObject({
      kind: "grid",
      status: "valid",
      value: "320106001003002",
    });
    expect(check("320106001004002", villages)).toMatchObject({ kind: "uscc", status: "held" });
    expect(check("990106001003002", villages)).toMatchObject({ kind: "grid", status: "valid" });
    expect(check("329999001001001", new Set(["329999001001"]))).toMatchObject({
      kind: "grid",
      status: "valid",
      problems: [],
    });
  });

  it("shows only the beginning of a long text", () => {
    expect(parseIdentifier({ input: "x".repeat(500) }).problems[0]?.params).toEqual({ text: "X".repeat(40) });
  });
});

describe.skipIf(!hasVectors)("the public vectors", () => {
  const vectors: {
    uscc_public_valid: string[];
    uscc_synthetic_valid_region_000000: string[];
    uscc_invalid: string[];
    license_MOD11_10_valid: { JY: string[]; SC: string[] };
    license_placeholder_invalid: string[];
    synthetic_licences: string[];
  } = hasVectors ? JSON.parse(readFileSync(vectorFile, "utf8")) : {};

  it("public credit codes are valid without a notice", () => {
    for (const code of vectors.uscc_public_valid) {
      expect(check(code)).toMatchObject({ kind: "uscc", status: "valid", notices: [], problems: [] });
    }
  });

  it("made-up codes of region 000000 are valid with a notice about the division", () => {
    for (const code of vectors.uscc_synthetic_valid_region_000000) {
      expect(check(code)).toMatchObject({ status: "valid", notices: ["credit-code/unknown-division"] });
    }
  });

  it("wrong credit codes are never valid", () => {
    expect(vectors.uscc_invalid.map((code) => check(code).status)).toEqual(["held", "refused", "held"]);
  });

  it("real and made-up licence numbers are valid", () => {
    const { JY, SC } = vectors.license_MOD11_10_valid;
    for (const number of [...JY, ...SC, ...vectors.synthetic_licences]) {
      expect(check(number)).toMatchObject({ kind: "licence", status: "valid", problems: [] });
    }
  });

  it("placeholder licence numbers are held", () => {
    for (const number of vectors.license_placeholder_invalid) {
      expect(check(number)).toMatchObject({
        kind: "licence",
        status: "held",
        problems: ["licence-number/check-digit"],
      });
    }
  });
});

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** 200 valid codes from a fixed linear congruence; the division is a real one. */
function listMadeUpCodes(): string[] {
  let state = 20261124;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: 200 }, () =>
    composeCreditCode(
      `9${"123"[next(3)]}320106${Array.from({ length: 9 }, () => ALPHABET.charAt(next(31))).join("")}`,
    ),
  );
}

function countMissed(codes: readonly string[]) {
  const missed: string[] = [];
  let tried = 0;
  const expectCaught = (wrong: string) => {
    tried += 1;
    if (check(wrong).ok) missed.push(wrong);
  };
  for (const code of codes) {
    for (let at = 0; at < 18; at += 1) {
      for (const other of `${ALPHABET}IOSVZ`) {
        if (other !== code.charAt(at)) expectCaught(code.slice(0, at) + other + code.slice(at + 1));
      }
      const [left, right] = [code.charAt(at), code.charAt(at + 1)];
      if (right !== "" && left !== right) expectCaught(code.slice(0, at) + right + left + code.slice(at + 2));
    }
  }
  return { tried, missed };
}

it("catches every single substitution and every swap of different neighbours in 200 valid codes", () => {
  const codes = listMadeUpCodes();
  expect(new Set(codes).size).toBe(200);
  expect(codes.every((code) => check(code).ok)).toBe(true);
  const { tried, missed } = countMissed(codes);
  expect(tried).toBeGreaterThan(200 * 18 * 35);
  expect(missed).toEqual([]);
});

it.skipIf(!hasSample)("holds every code of the real sample valid and catches its damaged neighbours", () => {
  const codes = readFileSync(sampleFile, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(",")[0] ?? "");
  expect(codes).toHaveLength(1180);
  expect(codes.filter((code) => !check(code).ok)).toEqual([]);
  expect(countMissed(codes.filter((_, index) => index % 6 === 0)).missed).toEqual([]);
});
