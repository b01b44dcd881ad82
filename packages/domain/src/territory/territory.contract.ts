import * as z from "zod";
import { DaysInput, mutation, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { Create, End, Merge, Rename, Split, TerritoryChange } from "./territory-change.schema.js";

/** A node of the tree as lists show it, with how many establishments lie in it. */
export const TerritoryRow = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
  path: z.string().describe("names from the office's territory down, for people"),
  from: PlainDate,
  to: PlainDate.nullable(),
  establishments: z.int(),
  children: z.int(),
});
export type TerritoryRow = z.infer<typeof TerritoryRow>;

/** Whose work a change of territories touches. */
export const TerritoryEffect = z.strictObject({
  on: PlainDate,
  ends: z
    .array(z.strictObject({ code: z.string(), name: z.string() }))
    .describe("names no territory any more"),
  begins: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        establishments: z.int().describe("registered in it from the day on"),
      }),
    )
    .describe("new or changed territories"),
  establishments: z.int().describe("establishments that come to lie in other territories"),
  officials: z.int().describe("officials whose own territory is affected"),
  grants: z.int().describe("grants of roles whose territory is affected"),
  units: z.int().describe("units whose territory is affected"),
});
export type TerritoryEffect = z.infer<typeof TerritoryEffect>;

const dated = { txId: TxId, on: PlainDate.describe("first day of the change") };
const byOffice = { may: ["office"], territory: "input" } as const;

export const territoryOperations = {
  "territory.preview": query(
    z.strictObject({ on: PlainDate, change: TerritoryChange }),
    TerritoryEffect,
    byOffice,
  ),
  "territory.merge": mutation(Merge.extend(dated), TerritoryEffect, byOffice),
  "territory.split": mutation(Split.extend(dated), TerritoryEffect, byOffice),
  "territory.create": mutation(Create.extend(dated), TerritoryEffect, byOffice),
  "territory.rename": mutation(Rename.extend(dated), TerritoryEffect, byOffice),
  "territory.end": mutation(End.extend(dated), TerritoryEffect, byOffice),
  "territory.list": query(
    z.strictObject({ parent: z.string().max(20).optional(), ...DaysInput.shape }),
    z.strictObject({ rows: z.array(TerritoryRow) }),
    { may: "everyone", territory: "input" },
  ),
  "territory.search": query(
    z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50).default(20) }),
    z.strictObject({ rows: z.array(TerritoryRow) }),
    { may: "everyone", territory: "rows" },
  ),
} as const;
