import { index, jsonb, pgTable } from "drizzle-orm/pg-core";
import { instant, key } from "./columns.js";

/** Every write that was done, by the id its sender gave it: the same one sent again is answered from here. */
export const transactionLogTable = pgTable(
  "transaction_log",
  {
    txId: key("tx_id").primaryKey(),
    operation: key("operation").notNull(),
    inputHash: key("input_hash").notNull(),
    response: jsonb("response").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [index("transaction_log_recorded").on(table.recordedAt)],
);
