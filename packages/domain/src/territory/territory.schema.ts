// The places an office works by, as a dated tree. Codes of divisions carry their own order (320106 contains 320106001);
// a functional zone (开发区, 平台) has a code of the office and a list of villages or grids that it takes over.
// Source: rules §1 "Territory" (certain).
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";

/** Kinds of territory, highest first; a zone stands at the height of a township. */
export const territoryKinds = [
  "country",
  "province",
  "city",
  "county",
  "township",
  "zone",
  "village",
  "grid",
] as const;
export const TerritoryKind = z.enum(territoryKinds);
export type TerritoryKind = z.infer<typeof TerritoryKind>;

/** Levels of the responsibility chain, highest first: city, county or district, township or street, village. */
export const levels = ["city", "county", "township", "village"] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

/** Code of the root of every tree, the whole country. */
export const countryCode = "CN";

/** Code of a place: `CN`, the digits of a division or grid, or a zone's own code beginning with a letter. */
export const PlaceCode = z.string().regex(/^(?:CN|(?:\d{2}){1,3}|\d{9}|\d{12}|\d{15}|[A-Z][A-Z0-9-]{1,19})$/);

/** A node of the tree over the days it is valid: `from` is in, `to` is out, an absent `to` is open. */
export const Territory = z.strictObject({
  code: PlaceCode,
  name: z.string().min(1).max(60),
  kind: TerritoryKind,
  parent: PlaceCode.nullable().describe("code of the node above; null only for the country"),
  from: PlainDate,
  to: PlainDate.optional().describe("first day no longer valid"),
  takesOver: z
    .array(PlaceCode)
    .optional()
    .describe("villages or grids that a zone takes over; codes that merged into a township"),
});
export type Territory = z.infer<typeof Territory>;
