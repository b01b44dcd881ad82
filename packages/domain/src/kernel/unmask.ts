// Asking for one sensitive value in clear: who may, with what reason, and what comes back.
// Source: quality S9 ("masked unless the role may read, every unmask audited"). That office and regulator may, and the
// least length of the reason, is ours.
import * as z from "zod";
import type { Role } from "./operation.js";

/** Who may see a sensitive value in clear, one at a time, with a reason that the record keeps. */
export const unmaskingRoles: readonly Role[] = ["office", "regulator"];

export const UnmaskReason = z
  .string()
  .trim()
  .min(4)
  .max(200)
  .describe("why it is needed, kept in the record");

/** The value; null where none is kept. */
export const UnmaskedValue = z.strictObject({ value: z.string().nullable() });
