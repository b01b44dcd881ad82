// What the public sees of a sole trader, whose business name and code often tell a person's.
// Source: quality S9, "sole traders (codes beginning 92) follow a setting" (certain); what each choice hides is ours.
import * as z from "zod";
import { maskName } from "./mask.js";

/** `as-firms`: like every business; `masked`: name masked, code left out. The office chooses; masked until it did. */
export const SoleTraderRule = z.enum(["as-firms", "masked"]);
export type SoleTraderRule = z.infer<typeof SoleTraderRule>;
export const defaultSoleTraderRule: SoleTraderRule = "masked";

/**
 * Whether the credit code is a sole trader's (个体工商户).
 *
 * @example
 * isSoleTrader("92350100MA00000000"); // => true
 * isSoleTrader(null); // => false
 */
export const isSoleTrader = (creditCode: string | null): boolean => creditCode?.startsWith("92") === true;

/**
 * Name and code of a business as the public may see them.
 *
 * @example
 * toPublicBusiness({ name: "岑家面馆", creditCode: "92350100MA00000000" }, "masked"); // => { name: "岑***", creditCode: null }
 */
export function toPublicBusiness(
  { name, creditCode }: { readonly name: string; readonly creditCode: string | null },
  rule: SoleTraderRule,
): { readonly name: string; readonly creditCode: string | null } {
  if (rule === "as-firms" || !isSoleTrader(creditCode)) return { name, creditCode };
  return { name: maskName(name), creditCode: null };
}
