// Identifiers of the product's own records. Each is branded, so that the compiler refuses an official's id where an
// establishment's belongs; whoever creates a record chooses the text (a UUID, or a key of another system).
import * as z from "zod";

const ID = /^[A-Za-z0-9_-]{1,64}$/;

const id = <Brand extends string>() => z.string().regex(ID).brand<Brand>();

/** Id of an establishment of the register: 1 to 64 letters, digits, `-` or `_`. */
export const EstablishmentId = id<"EstablishmentId">();
export type EstablishmentId = z.infer<typeof EstablishmentId>;

/** Id of a supervising official. */
export const OfficialId = id<"OfficialId">();
export type OfficialId = z.infer<typeof OfficialId>;

/** Id of a dated assignment of an establishment to an official. */
export const AssignmentId = id<"AssignmentId">();
export type AssignmentId = z.infer<typeof AssignmentId>;

/** Id of a supervision visit. */
export const VisitId = id<"VisitId">();
export type VisitId = z.infer<typeof VisitId>;

/** Id of a checklist edition. */
export const ChecklistId = id<"ChecklistId">();
export type ChecklistId = z.infer<typeof ChecklistId>;

/** Id of a grading scheme. */
export const SchemeId = id<"SchemeId">();
export type SchemeId = z.infer<typeof SchemeId>;

/** Id of a rubric edition. */
export const RubricId = id<"RubricId">();
export type RubricId = z.infer<typeof RubricId>;

/** Id of an import: one file read into the register. */
export const ImportId = id<"ImportId">();
export type ImportId = z.infer<typeof ImportId>;

/** Id that the client gives to a write, so that the same one sent twice is stored once. */
export const TransactionId = id<"TransactionId">();
export type TransactionId = z.infer<typeof TransactionId>;
