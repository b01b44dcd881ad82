// An export layout (导出版式): which columns a list leaves in, in which order, under which headers and in whose words.
import * as z from "zod";
import { dateFormats, layoutKinds } from "./layout-fields.data.js";

export const LayoutKindName = z.enum(layoutKinds);
export const LayoutDateFormat = z.enum(dateFormats);

/** One column: a field of the list, or without one the same text in every row. */
export const LayoutColumn = z.strictObject({
  header: z.string().trim().min(1).max(60),
  field: z.string().max(60).nullable(),
  fixed: z.string().max(60).optional().describe("what stands in every row where there is no field"),
  codes: z.record(z.string().max(60), z.string().max(60)).optional().describe("our value → theirs"),
});
export type LayoutColumn = z.infer<typeof LayoutColumn>;

export const layoutBody = {
  kind: LayoutKindName,
  title: z.string().trim().min(1).max(60),
  dateFormat: LayoutDateFormat,
  columns: z.array(LayoutColumn).min(1).max(60),
};

/** A layout as kept; each saving is a version of its own. */
export const Layout = z.strictObject({
  id: z.string(),
  version: z.int(),
  ...layoutBody,
  demonstration: z.boolean().describe("shipped as an example, of no official form"),
  savedBy: z.string(),
  savedAt: z.string().nullable(),
});
export type Layout = z.infer<typeof Layout>;
