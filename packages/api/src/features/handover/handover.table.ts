import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";
import { officialTable } from "../chain/chain.table.js";
import { establishmentTable } from "../registry/registry.table.js";

/** One handover, so that it can be looked at and undone. */
export const handoverTable = pgTable(
  "handover",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    personId: key("person_id").notNull(),
    personName: text("person_name").notNull(),
    day: date("day").notNull(),
    note: text("note"),
    moved: integer("moved").notNull(),
    unassigned: integer("unassigned").notNull(),
    parties: integer("parties").notNull(),
    /** Commitments that it ended: whose, the record before and the one after. */
    commitments: jsonb("commitments").notNull(),
    /** Stand-ins that it ended: which, their version afterwards, their last day before. */
    standIns: jsonb("stand_ins").notNull(),
    createdAt: instant("created_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: key("undone_by"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("handover_created").on(table.createdAt),
  ],
);

/** An official whom a handover touched: one who went, or one who received. */
export const handoverPartyTable = pgTable(
  "handover_party",
  {
    countyCode: key("county_code").notNull(),
    handoverId: key("handover_id").notNull(),
    officialId: key("official_id").notNull(),
    position: integer("position").notNull(),
    /** As the contract `HandoverParty` says it: what was told on the day stays as it was told. */
    told: jsonb("told").notNull(),
    /** The directory's row before it, of one whose post changed. */
    before: jsonb("before"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.handoverId, table.officialId] }),
    index("handover_party_handover").on(table.handoverId),
    index("handover_party_official").on(table.officialId),
    foreignKey({
      name: "handover_party_of",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }).onUpdate("cascade"),
  ],
);

/** An establishment that changed hands. */
export const handoverRowTable = pgTable(
  "handover_row",
  {
    countyCode: key("county_code").notNull(),
    handoverId: key("handover_id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    officialBefore: key("official_before").notNull(),
    /** Null where nobody took over. */
    official: key("official"),
    /** As the contract `HandoverRow` says it. */
    told: jsonb("told").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.handoverId, table.establishmentId] }),
    index("handover_row_handover").on(table.handoverId),
    index("handover_row_establishment").on(table.establishmentId),
    foreignKey({
      name: "handover_row_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
