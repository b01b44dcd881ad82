import { describe, expect, it } from "vitest";
import {
  establishment,
  type Given,
  importedOn,
  L1,
  L2,
  merge,
  readRow,
  shop,
  show,
  X,
  Y,
} from "../testing/import-rows.js";
import type { Establishment } from "./establishment.schema.js";
import { countOutcomes, mergeImport, type ReadRow } from "./merge-import.js";
import type { RowProblem } from "./row-facts.js";

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
      "one code, names and addresses of their own",
      [],
      [
        { name: "丙" },
        { name: "甲", address: "一号", creditCode: X },
        { name: "乙", address: "二号", creditCode: X },
      ],
      ["created", "held registry/code-fits-several", "held registry/code-fits-several"],
    ],
    [
      "one code, nothing else alike, beside a register that knows neither",
      [establishment("a", { name: "丙", creditCode: Y })],
      [
        { name: "甲", creditCode: X },
        { name: "乙", creditCode: X },
      ],
      ["held registry/code-fits-several", "held registry/code-fits-several"],
    ],
    [
      "two establishments",
      [establishment("a", { name: "甲", creditCode: X }), establishment("b", { name: "乙", creditCode: Y })],
      [
        { name: "甲", creditCode: X },
        { name: "乙", creditCode: Y },
      ],
      ["unchanged a", "unchanged b"],
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

  it("names the code that several rows carry, wherever they stand", () => {
    const rows = merge(
      [],
      { name: "丙", licenceNumber: L1 },
      { name: "甲", creditCode: X },
      { name: "乙", creditCode: X },
    );
    expect(rows[2]?.problems).toEqual([
      { code: "registry/code-fits-several", params: { code: X }, column: "" },
    ]);
  });

  it("a refused row counts for nothing in others", () => {
    const refused: ReadRow = { row: 3, problems: [{ code: "registry/date", params: {}, column: "c" }] };
    const rows = mergeImport({
      rows: [readRow(2, { name: "甲", creditCode: X }), refused, readRow(4, { name: "乙", creditCode: Y })],
      register: [],
      importedOn,
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
    mergeImport({ rows: [readRow(2, given, holds)], register, importedOn });

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
