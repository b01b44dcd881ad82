import * as z from "zod";
import { mutation, query, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";

/** What the office is, how it stores, and which day the product works with. */
export const OfficeStatus = z.strictObject({
  mode: z.enum(["demo", "office"]),
  version: z.string(),
  engine: z.enum(["pglite", "postgres"]),
  durable: z.boolean().describe("an acknowledged write is on the disk"),
  today: PlainDate,
  territory: z.strictObject({ code: z.string(), name: z.string(), chosen: z.boolean() }),
  person: z.strictObject({ name: z.string(), unit: z.string() }),
  counts: z.strictObject({
    establishments: z.int(),
    officials: z.int(),
    nobody: z.int(),
    overdue: z.int(),
    lostItems: z.int(),
  }),
});
export type OfficeStatus = z.infer<typeof OfficeStatus>;

export const officeOperations = {
  "office.status": query(z.strictObject({}), OfficeStatus, { may: "everyone", territory: "none" }),
  "office.chooseTerritory": mutation(
    z.strictObject({ txId: TxId, territory: z.string().max(20) }),
    z.strictObject({ code: z.string(), name: z.string() }),
    { may: ["office"], territory: "none", whole: true },
  ),
} as const;
