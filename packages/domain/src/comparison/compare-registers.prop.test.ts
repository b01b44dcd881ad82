import * as fc from "fast-check";
import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import type { Establishment } from "../registry/establishment.schema.js";
import { compareRegisters } from "./compare-registers.js";

const day = toPlainDate("2026-11-24");
const headers = ["主体名称", "区划代码", "地址"];
const mapping = { 主体名称: "name", 区划代码: "placeCode", 地址: "address" } as const;
const places = ["990106001001", "990106001002"] as const;
// Few names and addresses, so that rows and establishments meet, repeat and stay in doubt.
const premises = fc.record({
  name: fc.constantFrom("面馆", "面 馆", "茶楼", "粮油店"),
  address: fc.constantFrom("槐荫路1号", "槐荫路2号", "槐荫路３号"),
  place: fc.constantFrom(...places),
});
const toShop = (
  { name, address, place }: { name: string; address: string; place: string },
  at: number,
  isClosed: boolean,
): Establishment => ({
  id: `e${String(at).padStart(2, "0")}`,
  name,
  address,
  place,
  creditCode: null,
  licenceNumber: null,
  form: null,
  size: null,
  diners: null,
  attention: [],
  placeText: null,
  openedOn: null,
  licenceIssuedOn: null,
  licenceExpiresOn: null,
  personInCharge: null,
  foodSafetyDirector: null,
  foodSafetyOfficers: [],
  employees: null,
  revenue: null,
  floorArea: null,
  latitude: null,
  longitude: null,
  coordinates: null,
  furtherLicences: [],
  state: isClosed ? "closed" : "active",
  stateSince: day,
  version: 1,
});

const compare = (
  register: readonly Establishment[],
  theirs: readonly { name: string; address: string; place: string }[],
) => {
  const rows = theirs.map(({ name, address, place }, at) => ({
    row: at + 2,
    cells: [name, place, address],
    kinds: null,
  }));
  const compared = compareRegisters({ headers, rows, mapping, register, importedOn: day });
  if (!compared.ok) throw new Error("the name is mapped");
  return compared.value;
};

it("accounts for every row of theirs and every establishment of ours", () => {
  void fc.assert(
    fc.property(
      fc.array(fc.tuple(premises, fc.boolean()), { maxLength: 12 }),
      fc.array(premises, { maxLength: 12 }),
      (ours, theirs) => {
        const register = ours.map(([one, isClosed], at) => toShop(one, at, isClosed));
        const { counts, rows } = compare(register, theirs);
        expect(
          counts.same + counts.differing + counts["only-theirs"] + counts.doubtful + counts.unreadable,
        ).toBe(theirs.length);
        expect(
          counts.same + counts.differing + counts["only-ours"] + counts.inDoubt + counts.closedHere,
        ).toBe(register.length);
        const matched = rows.flatMap(({ outcome, target }) =>
          outcome === "same" || outcome === "differing" ? (target?.id ?? []) : [],
        );
        expect(new Set(matched).size).toBe(matched.length);
      },
    ),
  );
});

it("finds a register the same as its own copy, whatever the order", () => {
  void fc.assert(
    fc.property(
      fc.uniqueArray(premises, {
        maxLength: 12,
        selector: ({ name, address, place }) => `${name.replace(" ", "")} ${address} ${place}`,
      }),
      fc.boolean(),
      (shops, reverse) => {
        const register = shops.map((one, at) => toShop(one, at, false));
        const { counts } = compare(register, reverse ? [...shops].reverse() : shops);
        expect(counts.same).toBe(shops.length);
      },
    ),
  );
});
