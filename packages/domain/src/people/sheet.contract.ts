import * as z from "zod";
import { mutation, query, TxId } from "../kernel/operation.js";

/** One row of a file that cannot be taken, with one reason at one cell; an empty column is the whole row. */
export const SheetRefusal = z.strictObject({
  row: z.int().describe("as the spreadsheet shows it"),
  column: z.string().describe("the file's own header"),
  code: z.string(),
  message: z.string().describe("the sentence in the asker's language"),
});

/** What a file would do: all rows that can be taken, and every reason against the others. */
export const SheetPlan = z.strictObject({
  fileName: z.string(),
  rows: z.int(),
  taken: z.array(z.strictObject({ row: z.int(), username: z.string(), says: z.string() })),
  refused: z.array(SheetRefusal),
});
export type SheetPlan = z.infer<typeof SheetPlan>;

const file = z.strictObject({ fileId: z.string().min(1).max(64) });
const apply = z.strictObject({ txId: TxId, ...file.shape });
const system = { may: ["system"], territory: "none" } as const;
const security = { may: ["security"], territory: "none" } as const;

export const sheetOperations = {
  "people.planSheet": query(file, SheetPlan, { ...system, logged: true }),
  "people.applySheet": mutation(
    apply,
    z.strictObject({
      plan: SheetPlan,
      links: z.array(
        z.strictObject({ id: z.string(), username: z.string(), token: z.string(), endsAt: z.string() }),
      ),
    }),
    { ...system, secret: true },
  ),
  "grant.planSheet": query(file, SheetPlan, { ...security, logged: true }),
  "grant.applySheet": mutation(apply, SheetPlan, security),
} as const;
