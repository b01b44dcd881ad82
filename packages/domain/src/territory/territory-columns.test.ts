import { expect, it } from "vitest";
import { territoryFields } from "./parse-territory-row.js";
import { findTerritoryField, territoryHeaders } from "./territory-columns.js";

it.each(territoryFields)("%s is found by its template headers and its own name", (field) => {
  expect(findTerritoryField(territoryHeaders[field]["zh-CN"][0] ?? "")).toBe(field);
  expect(findTerritoryField(territoryHeaders[field].en[0] ?? "")).toBe(field);
  expect(findTerritoryField(field)).toBe(field);
});

it("gives no header two meanings", () => {
  const all = territoryFields.flatMap((field) => [
    ...territoryHeaders[field]["zh-CN"],
    ...territoryHeaders[field].en,
  ]);
  expect(new Set(all).size).toBe(all.length);
});
