// A food business operator (主体) as the register holds it, rules §1 and capability G1. A small operator may have no
// credit code and no licence; place and grade facts may be missing and then show as gaps, never as defaults.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { Licence, mostFurtherLicences } from "./licence.schema.js";

/** Business forms (业态) that grading, checklists and the chain tell apart. */
export const businessForms = [
  "producer",
  "special-food-producer",
  "seller",
  "produce-market",
  "caterer",
  "central-kitchen",
  "collective-meal-provider",
  "school-canteen",
  "kindergarten-canteen",
  "eldercare-canteen",
  "institution-canteen",
  "chain-headquarters",
  "small-workshop",
  "small-catering",
  "grocery",
  "food-vendor",
] as const;
export const BusinessForm = z.enum(businessForms);
export type BusinessForm = z.infer<typeof BusinessForm>;

/** Large, medium, small, micro (大中小微); how a firm is classed is the office's own finding (F1-05). */
export const sizes = ["large", "medium", "small", "micro"] as const;
export const Size = z.enum(sizes);
export type Size = z.infer<typeof Size>;

/**
 * Circumstances that call for a higher level's attention (F1-04, §1.4 of the facts) as they are shipped; demonstration, to
 * be checked. The office adds its own: see `attention-list.ts`.
 */
export const attentionFlags = [
  "tourist-site",
  "wholesale",
  "infant-food",
  "health-food",
  "dairy-or-meat",
  "local-speciality",
] as const;
export type ShippedFlag = (typeof attentionFlags)[number];
/** Code of an attention flag, a shipped one or one of the office's own. */
export const AttentionFlag = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  .max(40);
export type AttentionFlag = z.infer<typeof AttentionFlag>;

/** States of an establishment; only `active` ones are ever due for a visit (rules §4). */
export const establishmentStates = ["active", "suspended", "dormant", "closed"] as const;
export const EstablishmentState = z.enum(establishmentStates);
export type EstablishmentState = z.infer<typeof EstablishmentState>;

/** The systems in which a map point may be given: satellite positioning's own, and the shifted one of maps in China. */
export const coordinateSystems = ["WGS-84", "GCJ-02"] as const;
export const CoordinateSystem = z.enum(coordinateSystems);
export type CoordinateSystem = z.infer<typeof CoordinateSystem>;

/** Bounds of a map point, in degrees: the land and islands of China with some room. */
export const mapBounds = { latitude: [3, 54], longitude: [73, 136] } as const;

const text = (max: number) => z.string().min(1).max(max);

/** Most food safety officers of one establishment. */
export const mostOfficers = 200;

/** The facts that an import or a person can set; `null` is "not known". */
export const EstablishmentFacts = z.strictObject({
  name: text(200).describe("registered or shop name"),
  creditCode: z.string().length(18).nullable().describe("unified social credit code, folded"),
  licenceNumber: z.string().min(16).max(20).nullable().describe("SC or JY licence number, folded"),
  form: BusinessForm.nullable(),
  size: Size.nullable(),
  diners: z.int().min(0).max(1_000_000).nullable().describe("diners per meal, canteens only"),
  attention: z.array(AttentionFlag).max(20),
  place: z.string().nullable().describe("division or grid code of the deepest place known"),
  placeText: text(300).nullable().describe("the place as the source wrote it"),
  address: text(300).nullable(),
  openedOn: PlainDate.nullable(),
  licenceIssuedOn: PlainDate.nullable(),
  licenceExpiresOn: PlainDate.nullable(),
  personInCharge: text(60).nullable(),
  foodSafetyDirector: text(60).nullable(),
  foodSafetyOfficers: z.array(text(60)).max(mostOfficers),
  employees: z.int().min(0).max(10_000_000).nullable(),
  revenue: z.int().min(0).max(100_000_000).nullable().describe("yearly revenue, ten thousand yuan (万元)"),
  floorArea: z.int().min(0).max(10_000_000).nullable().describe("floor area of the premises, square metres"),
  latitude: z.number().min(mapBounds.latitude[0]).max(mapBounds.latitude[1]).nullable(),
  longitude: z.number().min(mapBounds.longitude[0]).max(mapBounds.longitude[1]).nullable(),
  coordinates: CoordinateSystem.nullable().describe("the system of latitude and longitude"),
  furtherLicences: z.array(Licence).max(mostFurtherLicences).describe("licences besides the first"),
});
export type EstablishmentFacts = z.infer<typeof EstablishmentFacts>;

/** An establishment of the register: its facts, its present state and the version an editor must name. */
export const Establishment = z.strictObject({
  id: z.string(),
  ...EstablishmentFacts.shape,
  state: EstablishmentState,
  stateSince: PlainDate.describe("first day of the present unbroken state"),
  version: z.int().min(1),
});
export type Establishment = z.infer<typeof Establishment>;
