import * as z from "zod";
import { query } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";

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

export const territoryOperations = {
  "territory.list": query(
    z.strictObject({ parent: z.string().max(20).optional(), asOf: PlainDate.optional() }),
    z.strictObject({ rows: z.array(TerritoryRow) }),
    { may: "everyone", territory: "input" },
  ),
  "territory.search": query(
    z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(50).default(20) }),
    z.strictObject({ rows: z.array(TerritoryRow) }),
    { may: "everyone", territory: "rows" },
  ),
} as const;
