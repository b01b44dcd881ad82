import { describe, expect, it } from "vitest";
import { establishment, type Given, L1, merge, shop, show, X, Y } from "../testing/import-rows.js";
import type { Establishment } from "./establishment.schema.js";
import { toPremisesKey } from "./find-identity.js";
import type { MergedRow } from "./merge-import.js";

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

  it("a reason about the whole row stands at no column", () => {
    const [row] = merge([establishment("a", { ...shop, creditCode: X })], { name: "别", creditCode: X });
    expect(row?.problems.map(({ column }) => column)).toEqual([""]);
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
