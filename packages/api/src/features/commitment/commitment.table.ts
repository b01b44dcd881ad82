import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, instant, key, twoTimes } from "../../storage/columns.js";
import { officialTable } from "../chain/chain.table.js";

/** Commitments as signed, in two times; the facts that anybody who sees the official may see. */
export const commitmentTable = pgTable(
  "commitment",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    officialId: key("official_id").notNull(),
    year: integer("year").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    post: text("post").notNull(),
    level: text("level").notNull(),
    jurisdictions: text("jurisdictions").array().notNull(),
    way: text("way").notNull(),
    ...twoTimes(),
    signedOn: date("signed_on").notNull(),
    signedAt: instant("signed_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    endedBecause: text("ended_because"),
    annexHash: key("annex_hash").notNull(),
    documentHash: key("document_hash").notNull(),
    /** Null where no paper is kept; records of one commitment share theirs. */
    paperId: key("paper_id"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("commitment_id").on(table.id),
    index("commitment_official").on(table.officialId, table.validFrom),
    foreignKey({
      name: "commitment_by",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }).onUpdate("cascade"),
  ],
);

/** The signed papers themselves: personal, sealed, for the official and their office alone. */
export const commitmentPaperTable = pgTable(
  "commitment_paper",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    officialId: key("official_id").notNull(),
    /** `docx`, `jpeg`, `png` or `pdf`. */
    kind: text("kind").notNull(),
    /** `seal`ed. */
    content: bytes("content").notNull(),
    contentBytes: integer("content_bytes").notNull(),
    /** Of the content before it was sealed. */
    contentHash: key("content_hash").notNull(),
    /** `seal`ed strokes of a drawn signature. */
    strokes: text("strokes"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("commitment_paper_id").on(table.id),
    foreignKey({
      name: "commitment_paper_of",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }).onUpdate("cascade"),
  ],
);

/** Lists of establishments that officials said they had seen. */
export const acknowledgementTable = pgTable(
  "annex_acknowledgement",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    officialId: key("official_id").notNull(),
    annexVersion: integer("annex_version").notNull(),
    contentHash: key("content_hash").notNull(),
    lines: jsonb("lines").$type<readonly StoredAnnexLine[]>().notNull(),
    acknowledgedOn: date("acknowledged_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("annex_acknowledgement_official").on(table.officialId, table.acknowledgedOn),
    foreignKey({
      name: "annex_acknowledgement_by",
      columns: [table.countyCode, table.officialId],
      foreignColumns: [officialTable.countyCode, officialTable.id],
    }).onUpdate("cascade"),
  ],
);

/** A line of a list as it was acknowledged. */
export type StoredAnnexLine = { readonly establishment: string; readonly grade: string | null };

/** Word templates of the office's own, by what they are for. */
export const paperTemplateTable = pgTable("paper_template", {
  kind: key("kind").primaryKey(),
  name: text("name").notNull(),
  content: bytes("content").notNull(),
  contentHash: key("content_hash").notNull(),
  changedAt: instant("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
});
