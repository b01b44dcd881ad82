import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { establishmentTable } from "../registry/registry.table.js";

/** Pairs that a search found or a person judged; a verdict stays, so that nobody is asked twice. */
export const duplicatePairTable = pgTable(
  "duplicate_pair",
  {
    /** The county of the first. */
    countyCode: key("county_code").notNull(),
    firstId: key("first_id").notNull(),
    secondId: key("second_id").notNull(),
    reason: key("reason").notNull(),
    score: integer("score").notNull(),
    nameLikeness: integer("name_likeness").notNull(),
    addressLikeness: integer("address_likeness"),
    foundAt: instant("found_at").notNull(),
    verdict: key("verdict").notNull(),
    verdictReason: text("verdict_reason"),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.firstId, table.secondId] }),
    index("duplicate_pair_order").on(table.verdict, table.score, table.firstId, table.secondId),
    index("duplicate_pair_second").on(table.secondId),
    foreignKey({
      name: "duplicate_pair_of",
      columns: [table.countyCode, table.firstId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Merges: who was absorbed by whom, what was chosen, and what the surviving one was before, so that it can be undone. */
export const establishmentMergeTable = pgTable(
  "establishment_merge",
  {
    /** The county of the surviving one. */
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    survivorId: key("survivor_id").notNull(),
    absorbedId: key("absorbed_id").notNull(),
    mergedOn: date("merged_on").notNull(),
    reason: text("reason").notNull(),
    taken: text("taken").array().notNull(),
    before: jsonb("before").notNull(),
    survivorVersion: integer("survivor_version").notNull(),
    absorbedVersion: integer("absorbed_version").notNull(),
    mergedBy: text("merged_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: text("undone_by"),
    undoneReason: text("undone_reason"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("establishment_merge_id").on(table.id),
    index("establishment_merge_survivor").on(table.survivorId),
    index("establishment_merge_absorbed").on(table.absorbedId),
    index("establishment_merge_recorded").on(table.recordedAt, table.id),
    foreignKey({
      name: "establishment_merge_of",
      columns: [table.countyCode, table.survivorId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
