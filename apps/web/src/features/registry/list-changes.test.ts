import { toPlainDate } from "@shian/domain";
import { describe, expect, it } from "vitest";
import { listChanges } from "./list-changes.js";

const before = {
  name: "老槐树面馆",
  creditCode: null,
  licenceNumber: null,
  form: "caterer",
  size: null,
  diners: null,
  attention: [],
  place: "990106001003",
  placeText: null,
  address: "书带巷 18 号",
  openedOn: toPlainDate("2024-09-01"),
  licenceIssuedOn: null,
  licenceExpiresOn: null,
  personInCharge: null,
  foodSafetyDirector: null,
  foodSafetyOfficers: ["蓝采薇"],
  employees: null,
  revenue: null,
  floorArea: null,
  latitude: null,
  longitude: null,
  coordinates: null,
  furtherLicences: [],
} as const;

describe("listChanges", () => {
  it.each([
    ["nothing when nothing changed", { ...before }, {}],
    ["nothing for spaces around a text", { name: " 老槐树面馆 " }, {}],
    ["an emptied field as not known", { address: "  " }, { address: null }],
    ["a cleared select as not known", { form: undefined }, { form: null }],
    ["a new value trimmed", { personInCharge: " 纪书岚 " }, { personInCharge: "纪书岚" }],
    [
      "a list as a whole",
      { foodSafetyOfficers: ["蓝采薇", "於青野"] },
      { foodSafetyOfficers: ["蓝采薇", "於青野"] },
    ],
    ["zero as a value", { diners: 0 }, { diners: 0 }],
    ["no field that the form does not hold", { placeText: "别处" }, {}],
  ])("gives %s", (_what, after, changes) => {
    expect(
      listChanges(
        { ...before, furtherLicences: [], attention: [], foodSafetyOfficers: [...before.foodSafetyOfficers] },
        after,
      ),
    ).toEqual(changes);
  });
});
