import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { instant, key, twoTimes } from "../../storage/columns.js";

/** The register: facts as they are now, the present state, and keys for search and order. */
export const establishmentTable = pgTable(
  "establishment",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    name: text("name").notNull(),
    creditCode: key("credit_code"),
    licenceNumber: key("licence_number"),
    form: text("form"),
    size: text("size"),
    diners: integer("diners"),
    attention: text("attention").array().notNull(),
    place: key("place"),
    placeText: text("place_text"),
    address: text("address"),
    openedOn: date("opened_on"),
    licenceIssuedOn: date("licence_issued_on"),
    licenceExpiresOn: date("licence_expires_on"),
    personInCharge: text("person_in_charge"),
    foodSafetyDirector: text("food_safety_director"),
    foodSafetyOfficers: text("food_safety_officers").array().notNull(),
    employees: integer("employees"),
    revenue: integer("revenue"),
    floorArea: integer("floor_area"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    coordinates: text("coordinates"),
    furtherLicences: jsonb("further_licences").notNull().default([]),
    /** Mobile number of the person in charge, `seal`ed. */
    contactMobile: text("contact_mobile"),
    state: text("state").notNull(),
    stateSince: date("state_since").notNull(),
    nameKey: key("name_key").notNull(),
    namePinyin: key("name_pinyin").notNull(),
    nameInitials: key("name_initials").notNull(),
    sortKey: key("sort_key").notNull(),
    version: integer("version").notNull(),
    /** First day on which these facts hold and when they were recorded; null: always, as far as is known. */
    factsFrom: date("facts_from"),
    factsAt: instant("facts_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("establishment_id").on(table.id),
    index("establishment_credit_code").on(table.creditCode),
    index("establishment_licence_number").on(table.licenceNumber),
    index("establishment_name_key").on(table.nameKey),
    index("establishment_sort").on(table.sortKey, table.id),
    index("establishment_place").on(table.place),
    index("establishment_updated").on(table.updatedAt, table.id),
  ],
);

/** The unbroken spells of an establishment's states in two times, for questions about another day. */
export const establishmentStateTable = pgTable(
  "establishment_state",
  {
    countyCode: key("county_code").notNull(),
    // A correction within the millisecond of what it corrects is another record all the same.
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    establishmentId: key("establishment_id").notNull(),
    state: text("state").notNull(),
    reason: text("reason"),
    source: text("source"),
    reportedOn: date("reported_on"),
    adjustedOn: date("adjusted_on"),
    ...twoTimes(),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("establishment_state_establishment").on(table.establishmentId, table.validFrom),
    index("establishment_state_told")
      .on(table.validFrom)
      .where(sql`source is not null and superseded_at is null`),
    foreignKey({
      name: "establishment_state_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);

/**
 * Facts that held before the present ones or were taken to hold, in two times; written when facts change, so most
 * establishments have none. `valid_from` null: always.
 */
export const establishmentPastTable = pgTable(
  "establishment_past",
  {
    countyCode: key("county_code").notNull(),
    id: bigint("id", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    establishmentId: key("establishment_id").notNull(),
    facts: jsonb("facts").notNull(),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    recordedAt: instant("recorded_at"),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("establishment_past_establishment").on(table.establishmentId),
    foreignKey({
      name: "establishment_past_of",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);

/**
 * How an establishment left the register other than by closing: merged into another, or its import taken back. It stays
 * addressable; an undone exit is superseded.
 */
export const establishmentExitTable = pgTable(
  "establishment_exit",
  {
    countyCode: key("county_code").notNull(),
    id: key("id").notNull(),
    establishmentId: key("establishment_id").notNull(),
    kind: text("kind").$type<"merged" | "taken-out">().notNull(),
    /** The establishment that it leads to, when merged. */
    leadsTo: key("leads_to"),
    leftOn: date("left_on").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersededAt: instant("superseded_at"),
  },
  (table) => [
    primaryKey({ columns: [table.countyCode, table.id] }),
    index("establishment_exit_of").on(table.establishmentId),
    index("establishment_exit_leads_to").on(table.leadsTo),
    foreignKey({
      name: "establishment_exit_establishment",
      columns: [table.countyCode, table.establishmentId],
      foreignColumns: [establishmentTable.countyCode, establishmentTable.id],
    }).onUpdate("cascade"),
  ],
);
