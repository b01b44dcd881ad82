import { bigint, date, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, key } from "../../storage/columns.js";

/** The office's own nodes; the shipped divisions stand in the domain and are not copied here. */
export const territoryTable = pgTable(
  "territory",
  {
    countyCode: key("county_code").notNull(),
    code: key("code").notNull(),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    parent: key("parent"),
    takesOver: text("takes_over").array().notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.code, table.validFrom] }),
    index("territory_parent").on(table.parent),
  ],
);

/** What nodes were taken to be before they were written anew, for questions about what was known on a day. */
export const territoryPastTable = pgTable(
  "territory_past",
  {
    countyCode: key("county_code").notNull(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    code: key("code").notNull(),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    parent: key("parent"),
    takesOver: text("takes_over").array().notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.countyCode, table.id] })],
);
