// What a list of the register may be narrowed by and ordered.
import * as z from "zod";
import { PairingGrade, RiskGrade } from "../grading/grade.schema.js";
import { PlainDate } from "../kernel/plain-date.js";
import { DutyState } from "../visit/visit.schema.js";
import { AttentionFlag, BusinessForm, EstablishmentState, Size } from "./establishment.schema.js";
import { LicenceKind, licenceStandings } from "./licence.schema.js";

/** What a list of establishments may be narrowed by; every number on a screen opens rows with one of these. */
export const RegistryFilter = z.strictObject({
  territory: z.string().max(20).optional(),
  search: z
    .string()
    .max(100)
    .optional()
    .describe("name, code, licences, address, person in charge; pinyin or initials of the name"),
  grades: z.array(PairingGrade).optional(),
  riskGrades: z.array(RiskGrade).optional(),
  graded: z.boolean().optional(),
  forms: z.array(BusinessForm).optional(),
  states: z.array(EstablishmentState).optional(),
  placeKnown: z.boolean().optional(),
  answered: z.boolean().optional().describe("whether an official answers for it"),
  official: z.string().optional(),
  sizes: z.array(Size).optional(),
  attention: z.array(AttentionFlag).optional().describe("any of these flags"),
  licences: z.array(z.enum(licenceStandings)).optional().describe("any licence stands so on the day"),
  licenceKinds: z
    .array(LicenceKind)
    .optional()
    .describe("any licence of these kinds; together with `licences` one licence must be both"),
  openedFrom: PlainDate.optional(),
  duties: z.array(DutyState).optional().describe("duty in the window that holds asOf"),
});
export type RegistryFilter = z.infer<typeof RegistryFilter>;

export const RegistrySort = z.strictObject({
  by: z.enum(["name", "grade", "place", "opened", "updated", "state", "licence"]),
  descending: z.boolean().default(false),
});
export type RegistrySort = z.infer<typeof RegistrySort>;
