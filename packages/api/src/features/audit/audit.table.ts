import { bigint, date, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** One changed field of an object as people read it. */
export type ChangedField = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** The record: one row an operation, chained by hashes; the application may add rows and read them, nothing else. */
export const auditEntryTable = pgTable(
  "audit_entry",
  {
    /** 1, 2, 3 … without a hole. */
    seq: bigint("seq", { mode: "number" }).primaryKey(),
    at: instant("at").notNull(),
    /** Null when nobody is signed in (a wrong try, a job of the product itself). */
    personId: key("person_id"),
    name: text("name").notNull(),
    role: text("role").notNull(),
    address: text("address").notNull(),
    operation: key("operation").notNull(),
    txId: key("tx_id").notNull(),
    /** The hashed form of the entry, canonical JSON text: exactly what `hash` was computed over, with `prev`. */
    content: text("content").notNull(),
    prev: key("prev").notNull(),
    hash: key("hash").notNull(),
  },
  (table) => [
    index("audit_entry_at").on(table.at),
    index("audit_entry_person").on(table.personId, table.seq),
    index("audit_entry_operation").on(table.operation, table.seq),
    index("audit_entry_tx").on(table.txId),
  ],
);

/** What an entry changed, by object, for the history of each object; the same stands in the entry's content. */
export const auditChangeTable = pgTable(
  "audit_change",
  {
    seq: bigint("seq", { mode: "number" }).notNull(),
    n: integer("n").notNull(),
    at: instant("at").notNull(),
    name: text("name").notNull(),
    countyCode: key("county_code").notNull(),
    objectKind: text("object_kind").notNull(),
    objectId: key("object_id").notNull(),
    what: text("what").notNull(),
    fields: jsonb("fields").$type<readonly ChangedField[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.seq, table.n] }),
    index("audit_change_object").on(table.objectKind, table.objectId, table.seq),
  ],
);

/** The Merkle root of all entries at the end of a day, written to a file outside the database too. */
export const auditRootTable = pgTable("audit_root", {
  day: date("day").primaryKey(),
  size: bigint("size", { mode: "number" }).notNull(),
  root: key("root").notNull(),
  lastHash: key("last_hash").notNull(),
  writtenAt: instant("written_at").notNull(),
});
