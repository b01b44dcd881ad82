// A short checklist for one business form, answered line by line on a visit.
import * as z from "zod";
import { BusinessForm } from "../registry/establishment.schema.js";

const BothLanguages = z.strictObject({ "zh-CN": z.string(), en: z.string() });

export const ChecklistItem = z.strictObject({
  id: z.string(),
  text: BothLanguages,
  source: z.string().nullable().describe("document and clause, where one is known"),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** `demonstration` marks a list of ours that an office must check before use. */
export const Checklist = z.strictObject({
  id: z.string(),
  form: BusinessForm.nullable().describe("null: for any establishment whose form is not known"),
  title: BothLanguages,
  demonstration: z.boolean(),
  items: z.array(ChecklistItem),
});
export type Checklist = z.infer<typeof Checklist>;
