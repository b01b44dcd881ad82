import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { type AnnexEstablishment, deriveAnnexVersions, isAnnexAcknowledged, toAnnexText } from "./annex.js";
import { commitmentProblemCodes } from "./commitment.problem.js";
import { commitmentText } from "./commitment.text.js";
import { demonstrationDutyTexts } from "./demonstration-duty-texts.data.js";
import { type CommitmentRecord, deriveCommitment, toTerm } from "./derive-commitment.js";
import { DutyTexts } from "./duty-texts.schema.js";
import { measureSigning } from "./measure-signing.js";
import { findSignatureFault, Strokes, toSignaturePath } from "./signature.js";

const day = toPlainDate;
const [, , gradeC, gradeD] = pairingGrades;
const record = (over: Partial<CommitmentRecord> = {}): CommitmentRecord => ({
  id: "c-1",
  year: 2026,
  post: "主任",
  level: "village",
  jurisdictions: ["990106001003", "990106001004"],
  annexHash: "aa",
  from: day("2026-01-08"),
  to: day("2027-01-01"),
  recordedFrom: day("2026-01-08"),
  ...over,
});
const official = {
  post: "主任",
  level: "village",
  jurisdictions: ["990106001004", "990106001003"],
} as const;
const ask = (
  records: readonly CommitmentRecord[],
  over: Partial<Parameters<typeof deriveCommitment>[0]> = {},
) =>
  deriveCommitment({
    records,
    official,
    annexHash: "aa",
    strict: false,
    asOf: day("2026-11-24"),
    knownOn: day("2026-11-24"),
    ...over,
  });
const codes = (answer: ReturnType<typeof ask>) => answer.reasons.map(({ code }) => code);

describe("standing of a commitment", () => {
  it.each([
    ["on its first day", "2026-01-08", "valid"],
    ["on the last day of its term", "2026-12-31", "valid"],
    ["the day after its term", "2027-01-01", "outdated"],
    ["the day before it was signed", "2026-01-07", "none"],
  ])("is as the term says %s", (_name, asOf, standing) => {
    expect(ask([record()], { asOf: day(asOf), knownOn: day("2027-06-01") }).standing).toBe(standing);
  });

  it.each([
    ["post", { post: "书记" }, "commitment/post-changed"],
    ["level", { level: "township" as const }, "commitment/level-changed"],
    ["jurisdiction", { jurisdictions: ["990106001003"] }, "commitment/jurisdiction-changed"],
  ])("is outdated by another %s, with the reason", (_name, change, code) => {
    const answer = ask([record()], { official: { ...official, ...change } });
    expect([answer.standing, codes(answer)]).toEqual(["outdated", [code]]);
  });

  it("names every reason", () => {
    const answer = ask([record()], {
      official: { post: "书记", level: "township", jurisdictions: [] },
      asOf: day("2027-02-01"),
      annexHash: "bb",
      strict: true,
    });
    expect(codes(answer)).toEqual([
      "commitment/term-ended",
      "commitment/post-changed",
      "commitment/level-changed",
      "commitment/jurisdiction-changed",
      "commitment/list-changed",
    ]);
  });

  it("minds the list in the strict form alone", () => {
    expect(ask([record()], { annexHash: "bb" }).standing).toBe("valid");
    expect(codes(ask([record()], { annexHash: "bb", strict: true }))).toEqual(["commitment/list-changed"]);
  });

  it("binds by an older one while the next year's has not begun, and by the next from its first day", () => {
    const next = record({
      id: "c-2",
      year: 2027,
      from: day("2027-01-01"),
      to: day("2028-01-01"),
      recordedFrom: day("2026-12-18"),
    });
    const at = (asOf: string) =>
      ask([record(), next], { asOf: day(asOf), knownOn: day("2027-03-01") }).commitment;
    expect([at("2026-12-31"), at("2027-01-01")]).toEqual(["c-1", "c-2"]);
  });

  it("is what was known on the day, for ever", () => {
    const ended = [
      record({ recordedTo: day("2026-06-10") }),
      record({ recordedFrom: day("2026-06-10"), to: day("2026-06-01"), endedBecause: "handover" }),
    ];
    const at = (knownOn: string) => ask(ended, { asOf: day("2026-06-05"), knownOn: day(knownOn) });
    expect(at("2026-06-09").standing).toBe("valid");
    expect(codes(at("2026-06-10"))).toEqual(["commitment/ended-handover"]);
  });

  it.each([
    ["2026-12-18", 2027, "2027-01-01", "2028-01-01"],
    ["2026-01-08", 2026, "2026-01-08", "2027-01-01"],
  ])("signed on %s for %i runs from %s to %s", (signedOn, year, from, to) => {
    expect(toTerm({ year, signedOn: day(signedOn) })).toEqual({ from, to });
  });
});

describe("annex", () => {
  const shop = (id: string, over: Partial<AnnexEstablishment> = {}): AnnexEstablishment => ({
    id,
    officials: [{ value: "o-1", from: day("2026-01-05") }],
    states: [{ value: "active", from: day("2025-01-01") }],
    grades: [{ value: gradeD, from: day("2026-01-05") }],
    ...over,
  });
  const versions = (establishments: readonly AnnexEstablishment[], knownOn = "2026-11-24") =>
    deriveAnnexVersions({
      official: "o-1",
      posts: [{ id: "o-1", from: day("2025-01-01") }],
      establishments,
      asOf: day("2026-11-24"),
      knownOn: day(knownOn),
    }).map(
      ({ from, lines }) =>
        `${from} ${lines.map((line) => line.establishment + (line.grade ?? "-")).join(",")}`,
    );

  it("gets a version with every establishment more or fewer, and with another grade", () => {
    expect(
      versions([
        shop("e-1", {
          grades: [
            { value: gradeD, from: day("2026-01-05"), to: day("2026-08-01") },
            { value: gradeC, from: day("2026-08-01") },
          ],
        }),
        shop("e-2", {
          officials: [
            { value: "o-2", from: day("2026-01-05"), to: day("2026-03-01") },
            { value: "o-1", from: day("2026-03-01") },
          ],
        }),
        shop("e-3", {
          states: [
            { value: "active", from: day("2025-01-01"), to: day("2026-05-01") },
            { value: "closed", from: day("2026-05-01") },
          ],
        }),
      ]),
    ).toEqual([
      "2026-01-05 e-1D,e-3D",
      "2026-03-01 e-1D,e-2D,e-3D",
      "2026-05-01 e-1D,e-2D",
      "2026-08-01 e-1C,e-2D",
    ]);
  });

  it("is not renewed by a record that changes nothing, nor by what was not yet known", () => {
    const twice = shop("e-1", {
      officials: [
        { value: "o-1", from: day("2026-01-05"), to: day("2026-04-01") },
        { value: "o-1", from: day("2026-04-01") },
      ],
    });
    expect(versions([twice])).toEqual(["2026-01-05 e-1D"]);
    const late = shop("e-2", {
      officials: [{ value: "o-1", from: day("2026-02-01"), recordedFrom: day("2026-07-01") }],
    });
    expect(versions([twice, late], "2026-06-30")).toEqual(["2026-01-05 e-1D"]);
    expect(versions([twice, late])).toEqual(["2026-01-05 e-1D", "2026-02-01 e-1D,e-2D"]);
  });

  it("has one text for every order", () => {
    const lines = [
      { establishment: "b", grade: gradeC },
      { establishment: "a", grade: null },
    ];
    expect(toAnnexText(lines)).toBe(toAnnexText([...lines].reverse()));
    expect(toAnnexText(lines)).toBe('[{"establishment":"a","grade":null},{"establishment":"b","grade":"C"}]');
  });

  it.each([
    ["the same content after it took this form", "aa", "2026-03-01", true],
    ["the same content before that", "aa", "2026-02-28", false],
    ["another content", "bb", "2026-04-01", false],
  ])("is acknowledged by %s: %s", (_name, hash, on, acknowledged) => {
    expect(
      isAnnexAcknowledged({
        current: { from: day("2026-03-01"), hash: "aa" },
        acknowledgements: [{ hash, on: day(on) }],
      }),
    ).toBe(acknowledged);
  });
});

describe("signing rates", () => {
  it("count officials with at least one establishment, and their parts add up", () => {
    const one = {
      level: "village",
      place: "990106001",
      load: 2,
      standing: "valid",
      acknowledged: true,
    } as const;
    const table = measureSigning([
      one,
      { ...one, standing: "outdated", acknowledged: false },
      { ...one, place: "990106002", standing: "none" },
      { ...one, level: "county", place: null, acknowledged: false },
      { ...one, load: 0, standing: "none" },
    ]);
    expect(table.total).toEqual({
      signed: { done: 2, of: 4 },
      acknowledged: { done: 2, of: 4 },
      outdated: 1,
      none: 1,
    });
    expect(table.places.map(({ place, signed }) => [place, signed.done, signed.of])).toEqual([
      [null, 1, 1],
      ["990106001", 1, 2],
      ["990106002", 0, 1],
    ]);
    for (const part of [table.levels, table.places])
      expect(part.reduce((sum, row) => sum + row.signed.of, 0)).toBe(table.total.signed.of);
  });
});

describe("signature", () => {
  it("is long enough and within its field", () => {
    expect(
      findSignatureFault([
        [
          [0, 0],
          [300, 0],
        ],
        [
          [0, 100],
          [250, 100],
        ],
      ]),
    ).toBeUndefined();
    expect(
      findSignatureFault([
        [
          [0, 0],
          [300, 0],
        ],
      ])?.code,
    ).toBe("commitment/signature-too-short");
    const many = Array.from({ length: 15 }, () =>
      Array.from({ length: 500 }, (_, at): [number, number] => [at, 0]),
    );
    expect(findSignatureFault(many)?.code).toBe("commitment/signature-too-long");
    expect(Strokes.safeParse([[[0, 401]]]).success).toBe(false);
    expect(Strokes.safeParse([[[0.5, 1]]]).success).toBe(false);
    expect(
      toSignaturePath([
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    ).toBe("M1 2L3 4");
  });
});

describe("texts", () => {
  it("have a sentence for every code, and duties for every level", () => {
    for (const code of commitmentProblemCodes) {
      expect(commitmentText["zh-CN"][code]).not.toBe("");
      expect(commitmentText.en[code]).not.toBe("");
    }
    expect(DutyTexts.parse(demonstrationDutyTexts).demonstration).toBe(true);
  });
});
