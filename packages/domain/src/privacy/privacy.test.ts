import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFieldClass, findShowing, sensitiveFields } from "./field-class.js";
import { isIdNumber } from "./id-number.js";
import { isMasked, maskIdNumber, maskName, maskPersonal, maskPhone } from "./mask.js";
import { parsePhone } from "./parse-phone.js";
import { isSoleTrader, toPublicBusiness } from "./sole-trader.js";

const mobiles = fc
  .tuple(fc.constantFrom("13", "14", "15", "16", "17", "18", "19"), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([head, rest]) => head + String(rest).padStart(9, "0"));

const toIdNumber = (division: number, day: string, sequence: number): string => {
  const body = `${division}${day}${String(sequence).padStart(3, "0")}`;
  return `${body}${[..."0123456789X"].find((check) => isIdNumber(body + check)) ?? ""}`;
};
const idNumbers = fc
  .tuple(
    fc.integer({ min: 110_101, max: 659_001 }),
    fc.date({ min: new Date("1930-01-01"), max: new Date("2020-12-31"), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, day, sequence]) =>
    toIdNumber(division, day.toISOString().slice(0, 10).replaceAll("-", ""), sequence),
  );

describe("field classes", () => {
  it("seals exactly mobiles and identity numbers", () =>
    expect(sensitiveFields).toEqual([
      "establishment.contactMobile",
      "armPerson.mobile",
      "official.mobile",
      "duty.mobile",
      "person.mobile",
      "person.idNumber",
    ]));

  it.each(["name", "unit", "post", "officePhone"])("an official's %s is public (F1-38)", (field) =>
    expect(findFieldClass("official", field)).toBe("public"),
  );

  it("does not take a name of every object for a field", () =>
    expect(findFieldClass("person", "toString")).toBe("internal"));

  it("shows a sensitive field in clear to nobody, and nothing but public fields to the public", () => {
    for (const name of sensitiveFields) {
      const [object, field] = name.split(".") as ["person", string];
      expect(findShowing({ object, field, roles: ["office", "regulator"] })).toBe("masked");
      expect(findShowing({ object, field, roles: ["public"] })).toBe("absent");
      expect(findShowing({ object, field, roles: [] })).toBe("absent");
    }
  });
});

describe("identity numbers", () => {
  it.each([
    ["110101199003070134", true],
    ["11010519491231002x", true],
    ["110101199003070135", false],
    ["110101199002300130", false],
    ["010101199003070134", false],
    ["11010119900307013", false],
    ["91350100M000100Y43", false],
  ])("%s: %s", (text, is) => expect(isIdNumber(text)).toBe(is));

  it("has exactly one right check character", () =>
    fc.assert(
      fc.property(idNumbers, (number) => {
        const body = number.slice(0, 17);
        expect([..."0123456789X"].filter((check) => isIdNumber(body + check))).toHaveLength(1);
      }),
    ));
});

describe("masking", () => {
  it("hides the middle of every mobile and every identity number, wherever they stand", () => {
    const around = fc.string().filter((text) => !/[0-9A-Za-z+*-]/.test(text));
    fc.assert(
      fc.property(around, mobiles, around, idNumbers, (before, mobile, between, id) => {
        const shown = maskPersonal(`${before}${mobile}，${between}${id}`);
        expect(shown).toBe(`${before}${maskPhone(mobile)}，${between}${maskIdNumber(id)}`);
        expect(isMasked(maskPhone(mobile)) && isMasked(maskIdNumber(id))).toBe(true);
        expect(maskPersonal(shown)).toBe(shown);
      }),
    );
  });

  it.each([
    ["138-1234-5678", "138****5678"],
    ["138 1234 5678", "138****5678"],
    ["+86 13812345678", "138****5678"],
    ["１３８１２３４５６７８转8", "138****5678转8"],
    ["电话13812345678或13987654321", "电话138****5678或139****4321"],
    ["JY13501000001386", "JY13501000001386"],
    ["91350100M000100Y43", "91350100M000100Y43"],
    ["2026-11-24", "2026-11-24"],
    ["12345678901", "12345678901"],
    ["138123456789", "138123456789"],
    ["", ""],
  ])("%s → %s", (text, shown) => expect(maskPersonal(text)).toBe(shown));

  it.each([
    ["13812345678", "138****5678"],
    ["025-84567890", "025****7890"],
    ["84567890", "****90"],
    ["", "****"],
  ])("telephone %s → %s", (text, shown) => expect(maskPhone(text)).toBe(shown));

  it.each([
    ["张三", "张*"],
    ["欧阳娜娜", "欧***"],
    ["", ""],
  ])("name %s → %s", (name, shown) => expect(maskName(name)).toBe(shown));

  it("of an identity number too short hides all", () => expect(maskIdNumber("12345")).toBe("*****"));
});

describe("telephone numbers", () => {
  it.each([
    ["13812345678", "13812345678"],
    ["１３８１２３４５６７８", "13812345678"],
    ["+86 138-1234-5678", "13812345678"],
    ["8613812345678", "13812345678"],
    ["025-84567890", "025-84567890"],
    ["(025)84567890", "02584567890"],
    ["84567890-802", "84567890-802"],
  ])("%s is kept as %s", (text, kept) => expect(parsePhone(text)).toEqual({ ok: true, value: kept }));

  it.each(["12812345678", "1381234567", "张三", "", "138****5678", "110101199003070134"])(
    "%j is refused without being quoted",
    (text) =>
      expect(parsePhone(text)).toEqual({
        ok: false,
        problems: [{ code: "privacy/phone-shape", params: {} }],
      }),
  );
});

describe("sole traders", () => {
  const trader = { name: "岑家面馆", creditCode: "92350100MA00000000" };
  const firm = { name: "望澜食品有限公司", creditCode: "91350100M000100Y43" };

  it("are known by their code", () => {
    expect([trader, firm].map(({ creditCode }) => isSoleTrader(creditCode))).toEqual([true, false]);
    expect(isSoleTrader(null)).toBe(false);
  });

  it("follow the setting; firms and businesses without a code do not", () => {
    expect(toPublicBusiness(trader, "masked")).toEqual({ name: "岑***", creditCode: null });
    expect(toPublicBusiness(trader, "as-firms")).toEqual(trader);
    expect(toPublicBusiness(firm, "masked")).toEqual(firm);
    expect(toPublicBusiness({ name: "摊", creditCode: null }, "masked")).toEqual({
      name: "摊",
      creditCode: null,
    });
  });
});
