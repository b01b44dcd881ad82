import { describe, expect, it } from "vitest";
import { type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { decideHeldRow, type ImportDecision } from "./decide-held-row.js";
import { diffFacts, toNewEstablishment } from "./diff-facts.js";
import type { Establishment } from "./establishment.schema.js";
import { toPremisesKey } from "./find-identity.js";
import { countOutcomes, type MergedRow, mergeImport, type ReadRow } from "./merge-import.js";
import type { RowFacts, RowProblem } from "./row-facts.js";

const X = "91350100M000100Y43";
const Y = "914403003429409755";
const L1 = "SC10741018302531";
const L2 = "SC10744030704994";
const today = toPlainDate("2026-11-24");

const NOTHING: RowFacts = {
  name: "",
  creditCode: undefined,
  licenceNumber: undefined,
  form: undefined,
  size: undefined,
  diners: undefined,
  attention: undefined,
  place: undefined,
  placeText: undefined,
  address: undefined,
  openedOn: undefined,
  licenceIssuedOn: undefined,
  licenceExpiresOn: undefined,
  personInCharge: undefined,
  foodSafetyDirector: undefined,
  foodSafetyOfficers: undefined,
  state: undefined,
};
type Given = Partial<RowFacts>;

const establishment = (id: string, given: Given, more: Partial<Establishment> = {}): Establishment => {
  const { facts, state, stateSince } = toNewEstablishment({
    given: { ...NOTHING, ...given },
    importedOn: today,
  });
  return { id, ...facts, state, stateSince, version: 1, ...more };
};
const readRow = (row: number, given: Given, holds: RowProblem[] = []): ReadRow => ({
  row,
  read: { ok: true, value: { row, facts: { ...NOTHING, ...given }, holds, notices: [] } },
});
const merge = (register: Establishment[], ...given: Given[]): readonly MergedRow[] =>
  mergeImport({ rows: given.map((facts, at) => readRow(at + 2, facts)), register, importedOn: today });
const show = (rows: readonly MergedRow[]): string[] =>
  rows.map(({ outcome, target, problems, candidates }) =>
    [
      outcome,
      target?.id,
      ...problems.map((reason) => reason.code),
      ...candidates.map((candidate) => `?${candidate.id}`),
    ]
      .filter((part) => part !== undefined)
      .join(" "),
  );

const shop = { name: "老槐树面馆", address: "槐荫路1号", place: "990106001003" };

describe("whom a row means (rules §1, identity of a row)", () => {
  it.each<[string, Establishment[], Given, string]>([
    ["nobody of an empty register", [], { name: "面馆", creditCode: X }, "created"],
    [
      "the licence, whatever name and address say",
      [establishment("a", { ...shop, licenceNumber: L1 })],
      { name: "别店", address: "别处", licenceNumber: L1 },
      "updated a",
    ],
    [
      "the licence before another's name",
      [establishment("a", { ...shop, licenceNumber: L1 }), establishment("b", { name: "面馆" })],
      { name: "面馆", licenceNumber: L1 },
      "updated a",
    ],
    [
      "the licence, its code agreeing",
      [establishment("a", { name: "面馆", licenceNumber: L1, creditCode: X })],
      { name: "面馆", licenceNumber: L1, creditCode: X },
      "unchanged a",
    ],
    [
      "the licence among several of one code",
      [
        establishment("a", { name: "面馆", licenceNumber: L1, creditCode: X }),
        establishment("b", { name: "二店", creditCode: X }),
      ],
      { name: "面馆", licenceNumber: L1, creditCode: X },
      "unchanged a",
    ],
    [
      "the licence, its code new to the register",
      [establishment("a", { name: "面馆", licenceNumber: L1, creditCode: Y })],
      { name: "面馆", licenceNumber: L1, creditCode: X },
      "updated a",
    ],
    [
      "the code where the name agrees",
      [establishment("a", { name: "面馆（一店）", creditCode: X })],
      { name: "面馆(一店)", creditCode: X },
      "unchanged a",
    ],
    [
      "the code where the name agrees and the address differs",
      [establishment("a", { ...shop, creditCode: X })],
      { ...shop, address: "别处", creditCode: X },
      "updated a",
    ],
    [
      "the code where only the address agrees",
      [establishment("a", { ...shop, creditCode: X })],
      { name: "新名", address: "槐荫路１号", creditCode: X },
      "updated a",
    ],
    [
      "the code, its licence new",
      [establishment("a", { name: "面馆", creditCode: X })],
      { name: "面馆", creditCode: X, licenceNumber: L1 },
      "updated a",
    ],
    [
      "name, address and village",
      [establishment("a", shop)],
      { ...shop, name: "老槐树 面馆" },
      "unchanged a",
    ],
    [
      "name, address and village of a grid in it",
      [establishment("a", { ...shop, place: "990106001003001" })],
      { ...shop, place: "990106001003" },
      "unchanged a",
    ],
    [
      "name, address and village by its text",
      [establishment("a", { ...shop, place: "990106001", placeText: "云汀区 望澜街道 澜心社区" })],
      { ...shop, place: undefined, placeText: "澜心社区" },
      "unchanged a",
    ],
    [
      "name, address and village though the code is new",
      [establishment("a", { ...shop, creditCode: Y })],
      { ...shop, creditCode: X },
      "updated a",
    ],
    [
      "name, address and village among several of the code",
      [establishment("a", { ...shop, creditCode: X }), establishment("b", { name: "二店", creditCode: X })],
      { ...shop, creditCode: X },
      "unchanged a",
    ],
    ["nobody: another village", [establishment("a", shop)], { ...shop, place: "990106001004" }, "created"],
    ["nobody: another address", [establishment("a", shop)], { ...shop, address: "槐荫路2号" }, "created"],
    ["nobody: no address there", [establishment("a", { ...shop, address: undefined })], shop, "created"],
    ["nobody: no village there", [establishment("a", { ...shop, place: "990106001" })], shop, "created"],
    [
      "nobody: no code on either side",
      [establishment("a", { name: "面馆" })],
      { name: "面馆", licenceNumber: L1 },
      "created",
    ],
  ])("%s", (_, register, given, outcome) => {
    expect(show(merge(register, given))).toEqual([outcome]);
  });

  it.each<[string, Establishment[], Given, string]>([
    [
      "a code that fits several",
      [
        establishment("a", { name: "面馆", creditCode: X }),
        establishment("b", { name: "二店", creditCode: X }),
      ],
      { name: "面馆", creditCode: X },
      "held registry/code-fits-several ?a ?b",
    ],
    [
      "a code that fits several, premises of another code",
      [
        establishment("a", { name: "一", creditCode: X }),
        establishment("b", { name: "二", creditCode: X }),
        establishment("c", { ...shop, creditCode: Y }),
      ],
      { ...shop, creditCode: X },
      "held registry/code-fits-several ?a ?b",
    ],
    [
      "a code whose name and address both differ",
      [establishment("a", { ...shop, creditCode: X })],
      { name: "别店", address: "别处", creditCode: X },
      "held registry/code-name-address-differ ?a",
    ],
    [
      "a code whose name differs and whose address is unknown",
      [establishment("a", { name: "面馆", creditCode: X })],
      { name: "别店", creditCode: X },
      "held registry/code-name-address-differ ?a",
    ],
    [
      "licence and code of two",
      [
        establishment("a", { name: "甲", licenceNumber: L1 }),
        establishment("b", { name: "乙", creditCode: X }),
      ],
      { name: "甲", licenceNumber: L1, creditCode: X },
      "held registry/licence-code-conflict ?a ?b",
    ],
    [
      "a licence of several",
      [
        establishment("a", { name: "甲", licenceNumber: L1 }),
        establishment("b", { name: "乙", licenceNumber: L1 }),
      ],
      { name: "甲", licenceNumber: L1 },
      "held registry/licence-fits-several ?a ?b",
    ],
    [
      "name, address and village of several",
      [establishment("a", shop), establishment("b", shop)],
      shop,
      "held registry/name-fits-several ?a ?b",
    ],
  ])("held: %s", (_, register, given, outcome) => {
    expect(show(merge(register, given))).toEqual([outcome]);
  });

  it("names whom licence and code mean, and the code or licence that fits several", () => {
    const paramsOf = (rows: readonly MergedRow[]) => rows[0]?.problems[0]?.params;
    const conflict = merge(
      [
        establishment("a", { name: "甲", licenceNumber: L1 }),
        establishment("b", { name: "乙", creditCode: X }),
      ],
      { name: "甲", licenceNumber: L1, creditCode: X },
    );
    expect(paramsOf(conflict)).toEqual({ licensed: "甲", coded: "乙" });
    const two = [
      establishment("a", { name: "甲", licenceNumber: L1, creditCode: X }),
      establishment("b", { name: "乙", licenceNumber: L1, creditCode: X }),
    ];
    expect(paramsOf(merge(two, { name: "甲", licenceNumber: L1 }))).toEqual({ licence: L1 });
    expect(paramsOf(merge(two, { name: "甲", creditCode: X }))).toEqual({ code: X });
    expect(
      paramsOf(merge([establishment("a", { ...shop, creditCode: X })], { name: "别", creditCode: X })),
    ).toEqual({ name: "老槐树面馆" });
  });
});

describe("rows of one file", () => {
  it.each<[string, Establishment[], Given[], string[]]>([
    [
      "one licence",
      [],
      [
        { name: "甲", licenceNumber: L1 },
        { name: "乙", licenceNumber: L1 },
      ],
      ["held registry/same-identity", "held registry/same-identity"],
    ],
    [
      "one code and name",
      [],
      [
        { name: "甲", creditCode: X },
        { name: " 甲", creditCode: X },
      ],
      ["held registry/same-identity", "held registry/same-identity"],
    ],
    [
      "one code and address",
      [],
      [
        { name: "甲", address: "一号", creditCode: X },
        { name: "乙", address: "一号", creditCode: X },
      ],
      ["held registry/same-identity", "held registry/same-identity"],
    ],
    [
      "one name, address and village",
      [],
      [shop, { ...shop, creditCode: X }],
      ["held registry/same-identity", "held registry/same-identity"],
    ],
    [
      "one establishment by code and by licence",
      [establishment("a", { name: "甲", creditCode: X, licenceNumber: L1 })],
      [
        { name: "甲", licenceNumber: L1 },
        { name: "甲", creditCode: X },
      ],
      ["held registry/same-identity ?a", "held registry/same-identity ?a"],
    ],
    [
      "one code, nothing else alike",
      [],
      [
        { name: "甲", creditCode: X },
        { name: "乙", creditCode: X },
      ],
      ["held registry/code-fits-several", "held registry/code-fits-several"],
    ],
    [
      "one code of an establishment and two rows",
      [establishment("a", { name: "甲", creditCode: X })],
      [
        { name: "甲", creditCode: X },
        { name: "乙", creditCode: X },
      ],
      ["held registry/code-fits-several ?a", "held registry/code-fits-several ?a"],
    ],
    [
      "one code, licences of their own",
      [],
      [
        { name: "甲", creditCode: X, licenceNumber: L1 },
        { name: "甲", creditCode: X, licenceNumber: L2 },
      ],
      ["created", "created"],
    ],
    [
      "one code and name, one without a licence",
      [],
      [
        { name: "甲", creditCode: X, licenceNumber: L1 },
        { name: "甲", creditCode: X },
      ],
      ["held registry/same-identity", "held registry/same-identity"],
    ],
    [
      "one code, another name, one without a licence",
      [],
      [
        { name: "甲", creditCode: X, licenceNumber: L1 },
        { name: "乙", creditCode: X },
      ],
      ["created", "held registry/code-fits-several"],
    ],
    [
      "one code, premises that are known",
      [establishment("a", { ...shop, creditCode: X })],
      [
        { ...shop, creditCode: X },
        { name: "乙", creditCode: X },
      ],
      ["unchanged a", "held registry/code-fits-several ?a"],
    ],
    [
      "two names alike and nothing else",
      [],
      [
        { name: "甲", address: "一号" },
        { name: "甲", address: "二号" },
      ],
      ["created", "created"],
    ],
  ])("%s", (_, register, given, outcomes) => {
    expect(show(merge(register, ...given))).toEqual(outcomes);
    expect(show(merge(register, ...[...given].reverse()))).toEqual([...outcomes].reverse());
  });

  it("names the other rows, at most five", () => {
    const rows = merge([], ...Array.from({ length: 8 }, () => ({ name: "甲", licenceNumber: L1 })));
    expect(rows[0]?.problems[0]?.params).toEqual({ rows: "3、4、5、6、7…" });
    const six = merge([], ...Array.from({ length: 6 }, () => ({ name: "甲", licenceNumber: L1 })));
    expect(six[5]?.problems[0]?.params).toEqual({ rows: "2、3、4、5、6" });
    expect(
      merge([], { name: "甲", creditCode: X }, { name: "乙", creditCode: X })[0]?.problems[0]?.params,
    ).toEqual({ code: X });
  });

  it("a refused row counts for nothing in others", () => {
    const refused: ReadRow = {
      row: 3,
      read: { ok: false, problems: [{ code: "registry/date", params: {}, column: "c" }] },
    };
    const rows = mergeImport({
      rows: [readRow(2, { name: "甲", creditCode: X }), refused, readRow(4, { name: "乙", creditCode: Y })],
      register: [],
      importedOn: today,
    });
    expect(show(rows)).toEqual(["created", "refused registry/date", "created"]);
    expect(rows.map(({ facts }) => facts?.name)).toEqual(["甲", undefined, "乙"]);
    expect(countOutcomes(rows)).toEqual({ created: 2, updated: 0, unchanged: 0, held: 0, refused: 1 });
  });
});

describe("held codes", () => {
  const bad = { code: "credit-code/check-character", params: {}, column: "代码" } as const;
  const badLicence = { code: "licence-number/check-digit", params: {}, column: "许可" } as const;
  const lost = { code: "credit-code/spreadsheet-number", params: {}, column: "代码" } as const;
  const mergeHeld = (register: Establishment[], given: Given, ...holds: RowProblem[]) =>
    mergeImport({ rows: [readRow(2, given, holds)], register, importedOn: today });

  it("are held with their reason, and with whom they may mean", () => {
    expect(show(mergeHeld([], { name: "甲", creditCode: X }, bad))).toEqual([
      "held credit-code/check-character",
    ]);
    const named = [
      establishment("a", { name: "甲（店）" }),
      establishment("b", { name: "甲(店)" }),
      establishment("c", { name: "乙" }),
    ];
    expect(show(mergeHeld(named, { name: "甲(店)" }, lost))).toEqual([
      "held credit-code/spreadsheet-number ?a ?b",
    ]);
    expect(
      show(
        mergeHeld([establishment("a", { name: "甲", creditCode: X })], { name: "乙", creditCode: X }, bad),
      ),
    ).toEqual(["held credit-code/check-character registry/code-name-address-differ ?a"]);
  });

  it("hold nothing once the register has the very code", () => {
    const taken = establishment("a", { name: "甲", creditCode: X, licenceNumber: L1 });
    expect(show(mergeHeld([taken], { name: "甲", creditCode: X }, bad))).toEqual(["unchanged a"]);
    expect(show(mergeHeld([taken], { name: "甲", licenceNumber: L1 }, badLicence))).toEqual(["unchanged a"]);
    expect(show(mergeHeld([taken], { name: "甲", licenceNumber: L1, creditCode: Y }, bad))).toEqual([
      "held credit-code/check-character ?a",
    ]);
    expect(show(mergeHeld([taken], { name: "甲", creditCode: X, licenceNumber: L2 }, badLicence))).toEqual([
      "held licence-number/check-digit ?a",
    ]);
    expect(show(mergeHeld([taken], { name: "甲", licenceNumber: L1 }, lost))).toEqual([
      "held credit-code/spreadsheet-number ?a",
    ]);
  });

  it("name at most twenty candidates", () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      establishment(`e${at}`, { name: "甲", creditCode: X }),
    );
    expect(mergeHeld(many, { name: "甲" }, lost)[0]?.candidates.length).toBe(20);
    expect(merge(many, { name: "甲", creditCode: X })[0]?.candidates.length).toBe(20);
  });
});

describe("decisions", () => {
  const decide = (rows: readonly MergedRow[], row: number, decision: ImportDecision) => {
    const found = rows.find((merged) => merged.row === row);
    if (!found) throw new Error("no such row");
    return decideHeldRow({ row: found, rows, decision, importedOn: today });
  };
  const a = establishment("a", { ...shop, creditCode: X });
  const differing = merge([a], { name: "别店", address: "别处", creditCode: X });

  it("lists what may be decided", () => {
    expect(differing[0]?.decisions).toEqual(["create", "update", "refuse"]);
    expect(merge([], { name: "甲", creditCode: X }, { name: "乙", creditCode: X })[0]?.decisions).toEqual([
      "create",
      "refuse",
    ]);
    const conflict = merge(
      [
        establishment("a", { name: "甲", licenceNumber: L1 }),
        establishment("b", { name: "乙", creditCode: X }),
      ],
      { name: "甲", licenceNumber: L1, creditCode: X },
    );
    expect(conflict[0]?.decisions).toEqual(["update", "refuse"]);
    expect(merge([], { name: "甲", licenceNumber: L1 })[0]?.decisions).toEqual([]);
  });

  it("create founds an establishment with the row's facts", () => {
    const decided = decide(differing, 2, { kind: "create" });
    expect(decided).toMatchObject({
      ok: true,
      value: {
        outcome: "created",
        decided: "create",
        target: null,
        after: { facts: { name: "别店", creditCode: X } },
        problems: [],
        decisions: [],
      },
    });
  });

  it("update changes the target, and counts as updated even where nothing differs", () => {
    expect(decide(differing, 2, { kind: "update", target: "a" })).toMatchObject({
      ok: true,
      value: {
        outcome: "updated",
        decided: "update",
        target: { id: "a" },
        after: { changes: [{ field: "name" }, { field: "address" }] },
      },
    });
    const twice = merge([a], { ...shop, creditCode: X }, { ...shop, creditCode: X });
    expect(decide(twice, 2, { kind: "update", target: "a" })).toMatchObject({
      value: { outcome: "updated", after: null },
    });
  });

  it("refuse keeps the reasons", () => {
    expect(decide(differing, 2, { kind: "refuse" })).toMatchObject({
      ok: true,
      value: {
        outcome: "refused",
        decided: "refuse",
        decisions: [],
        problems: [{ code: "registry/code-name-address-differ" }],
      },
    });
  });

  it.each<[string, readonly MergedRow[], ImportDecision, string]>([
    [
      "a row that is not held",
      merge([], { name: "甲", creditCode: X }),
      { kind: "create" },
      "registry/decision-not-held",
    ],
    [
      "no candidates",
      merge([], { name: "甲", creditCode: X }, { name: "乙", creditCode: X }),
      { kind: "update", target: "a" },
      "registry/decision-not-allowed",
    ],
    ["another target", differing, { kind: "update", target: "z" }, "registry/decision-target-unknown"],
  ])("%s: refused", (_, rows, decision, code) => {
    expect(decide(rows, 2, decision)).toEqual({ ok: false, problems: [{ code, params: { row: 2 } }] });
  });

  it("of two rows with one licence or one target only one can be taken", () => {
    const two = merge([], { name: "甲", licenceNumber: L1 }, { name: "乙", licenceNumber: L1 });
    const first = decide(two, 2, { kind: "create" });
    if (!first.ok) throw new Error("refused");
    const rest = [first.value, ...two.slice(1)];
    expect(decide(rest, 3, { kind: "create" })).toMatchObject({
      problems: [{ code: "registry/decision-not-allowed" }],
    });
    expect(decide(rest, 3, { kind: "refuse" })).toMatchObject({ ok: true });

    const same = merge([a], { ...shop, size: "small" }, { ...shop, size: "micro" });
    const updated = decide(same, 2, { kind: "update", target: "a" });
    if (!updated.ok) throw new Error("refused");
    expect(decide([updated.value, ...same.slice(1)], 3, { kind: "update", target: "a" })).toMatchObject({
      problems: [{ code: "registry/decision-not-allowed" }],
    });
    expect(decide([updated.value, ...same.slice(1)], 3, { kind: "create" })).toMatchObject({ ok: true });
  });
});

describe("what a row changes", () => {
  const before = establishment("a", {
    ...shop,
    creditCode: X,
    size: "small",
    diners: 10,
    attention: ["wholesale"],
    placeText: "望澜街道 澜心社区",
    openedOn: toPlainDate("2019-05-01"),
    foodSafetyOfficers: ["张三", "李四"],
    personInCharge: "晏清禾",
  });
  const diff = (given: Given, of = before) =>
    diffFacts({
      before: of,
      given: { ...NOTHING, name: of.name, ...given },
      contains: (upper, place) => place.startsWith(upper),
      importedOn: today,
    });

  it.each<[string, Given, [string, string | null, string | null][]]>([
    ["nothing given", {}, []],
    [
      "the same in another spelling",
      { name: "老槐树 面馆", address: "槐荫路１号", personInCharge: "晏 清禾" },
      [],
    ],
    ["the same lists", { attention: ["wholesale"], foodSafetyOfficers: ["张三", "李四"] }, []],
    [
      "texts",
      { name: "新名", personInCharge: "岑晚舟" },
      [
        ["name", "老槐树面馆", "新名"],
        ["personInCharge", "晏清禾", "岑晚舟"],
      ],
    ],
    ["a fact that was not known", { licenceNumber: L1 }, [["licenceNumber", null, L1]]],
    ["a number", { diners: 11 }, [["diners", "10", "11"]]],
    [
      "lists",
      { attention: ["dairy-or-meat"], foodSafetyOfficers: ["张三"] },
      [
        ["attention", "wholesale", "dairy-or-meat"],
        ["foodSafetyOfficers", "张三、李四", "张三"],
      ],
    ],
    ["a code in other letters", { creditCode: Y }, [["creditCode", X, Y]]],
    ["the place itself", { place: "990106001003" }, []],
    ["a place above it", { place: "990106001", placeText: "望澜街道" }, []],
    ["a place that is not known", { placeText: "无此社区" }, []],
    ["a place below it", { place: "990106001003001" }, [["place", "990106001003", "990106001003001"]]],
    [
      "another place",
      { place: "990106002001", placeText: "别处" },
      [
        ["place", "990106001003", "990106002001"],
        ["placeText", "望澜街道 澜心社区", "别处"],
      ],
    ],
    ["another state", { state: "closed" }, [["state", "active", "closed"]]],
    ["the same state", { state: "active" }, []],
  ])("%s", (_, given, changes) => {
    const after = diff(given);
    expect(after.changes.map(({ field, before: old, after: now }) => [field, old, now])).toEqual(changes);
    expect(after.state).toBe(given.state ?? "active");
  });

  it("an unknown place takes whatever the row says of it", () => {
    const nowhere = establishment("b", { name: "面馆" });
    expect(diff({ placeText: "无此社区" }, nowhere).facts.placeText).toBe("无此社区");
    expect(diff({ place: "99" }, nowhere).facts.place).toBe("99");
  });

  it("keeps every fact that did not change", () => {
    const { id: _id, state: _state, stateSince: _since, version: _version, ...facts } = before;
    expect(diff({}).facts).toEqual(facts);
    expect(diff({ size: "micro" }).facts).toEqual({ ...facts, size: "micro" });
  });

  const day = (text: string): PlainDate => toPlainDate(text);
  it.each<[string, Given, Given, Partial<Establishment>, string]>([
    ["stays", { openedOn: day("2019-05-01") }, {}, {}, "2019-05-01"],
    [
      "follows a corrected opening day",
      { openedOn: day("2019-05-01") },
      { openedOn: day("2020-01-01") },
      {},
      "2020-01-01",
    ],
    [
      "follows a corrected licence day where no opening day is known",
      { licenceIssuedOn: day("2019-05-01") },
      { licenceIssuedOn: day("2020-01-01") },
      {},
      "2020-01-01",
    ],
    [
      "does not follow the licence where the opening day is known",
      { openedOn: day("2019-05-01") },
      { licenceIssuedOn: day("2020-01-01") },
      {},
      "2019-05-01",
    ],
    [
      "follows an opening day that becomes known, untouched since the import",
      {},
      { openedOn: day("2019-05-01") },
      {},
      "2019-05-01",
    ],
    ["does not follow it once changed", {}, { openedOn: day("2019-05-01") }, { version: 2 }, "2026-11-24"],
    [
      "does not follow where the spell began later",
      { openedOn: day("2019-05-01") },
      { openedOn: day("2020-01-01") },
      { stateSince: day("2025-01-01") },
      "2025-01-01",
    ],
    [
      "begins today with another state",
      { openedOn: day("2019-05-01") },
      { state: "suspended" },
      {},
      "2026-11-24",
    ],
    ["stays with the same state", { openedOn: day("2019-05-01") }, { state: "active" }, {}, "2019-05-01"],
    [
      "of a suspended one stays",
      { openedOn: day("2019-05-01"), state: "suspended" },
      { openedOn: day("2020-01-01") },
      { stateSince: day("2019-05-01") },
      "2019-05-01",
    ],
  ])("the state's first day %s", (_, known, given, more, since) => {
    expect(diff(given, establishment("a", { name: "面馆", ...known }, more)).stateSince).toBe(since);
  });

  it.each<[Given, string, string]>([
    [{}, "active", "2026-11-24"],
    [{ openedOn: day("2019-05-01"), licenceIssuedOn: day("2018-01-01") }, "active", "2019-05-01"],
    [{ licenceIssuedOn: day("2018-01-01") }, "active", "2018-01-01"],
    [{ openedOn: day("2019-05-01"), state: "closed" }, "closed", "2026-11-24"],
  ])("a new establishment of %j is %s since %s", (given, state, since) => {
    const founded = toNewEstablishment({ given: { ...NOTHING, name: "面馆", ...given }, importedOn: today });
    expect([founded.state, founded.stateSince]).toEqual([state, since]);
  });

  it("a new establishment holds what the row gives, and null or nothing for the rest", () => {
    expect(toNewEstablishment({ given: { ...NOTHING, name: "面馆" }, importedOn: today })).toEqual({
      facts: {
        name: "面馆",
        creditCode: null,
        licenceNumber: null,
        form: null,
        size: null,
        diners: null,
        attention: [],
        place: null,
        placeText: null,
        address: null,
        openedOn: null,
        licenceIssuedOn: null,
        licenceExpiresOn: null,
        personInCharge: null,
        foodSafetyDirector: null,
        foodSafetyOfficers: [],
      },
      state: "active",
      stateSince: today,
      changes: [],
    });
    const given: Given = {
      name: "面馆",
      creditCode: X,
      licenceNumber: L1,
      form: "caterer",
      size: "small",
      diners: 0,
      attention: ["wholesale"],
      place: "99",
      placeText: "澄岚",
      address: "一号",
      openedOn: today,
      licenceIssuedOn: today,
      licenceExpiresOn: today,
      personInCharge: "甲",
      foodSafetyDirector: "乙",
      foodSafetyOfficers: ["丙"],
    };
    expect(toNewEstablishment({ given: { ...NOTHING, ...given }, importedOn: today }).facts).toEqual(given);
  });
});

it.each<[Parameters<typeof toPremisesKey>[0], string | undefined]>([
  [{ name: "面 馆", address: "一号", place: "990106001003" }, "面馆\n一号\n990106001003"],
  [
    { name: "面馆", address: "一号", place: "990106001", placeText: "望澜街道 澜心社区 " },
    "面馆\n一号\n澜心社区",
  ],
  [{ name: "面馆", address: "一号", placeText: "澜心社区" }, "面馆\n一号\n澜心社区"],
  [{ name: "面馆", address: "", place: "990106001003" }, undefined],
  [{ name: "面馆", address: "一号" }, undefined],
  [{ name: "面馆", address: "一号", place: "990106001", placeText: " " }, undefined],
])("premises %j compare as %j", (premises, key) => {
  expect(toPremisesKey(premises)).toBe(key);
});
