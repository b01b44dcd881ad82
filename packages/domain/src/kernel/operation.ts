// One operation of the product: what goes in, what comes out, who may. tRPC procedures, the forms of the web and the
// commands of the terminal are all bound to the map that `contracts.ts` builds from these.
import * as z from "zod";
import { PlainDate } from "./plain-date.js";

/**
 * Roles of the product. The first three are the administrators kept apart (三员); `public` is who has no account.
 * Source: issue "Second"; product page, users.
 */
export const roles = [
  "system",
  "security",
  "audit",
  "office",
  "regulator",
  "unit",
  "liaison",
  "official",
  "evaluator",
  "leader",
  "business",
  "public",
] as const;
export type Role = (typeof roles)[number];

/** How an operation finds the territory that the caller must be allowed to act in. */
export const territoryRules = ["none", "input", "object", "rows"] as const;
export type TerritoryRule = (typeof territoryRules)[number];

/** Who may ask an operation, and how its territory is found. */
export type Permission = {
  /**
   * Roles that may ask. `"everyone"`: whoever is signed in, whatever their roles, about themselves; `"public"` among the
   * roles: also without an account.
   */
  readonly may: readonly Role[] | "everyone";
  /** `none`: no territory; `input`: named in the input; `object`: that of the object named; `rows`: filters rows. */
  readonly territory: TerritoryRule;
  /** A read that the record keeps too: a search, an export, sensitive data. Changes are always kept. */
  readonly logged?: boolean;
  /** Only for a grant that holds all that the office answers for, not a part of it. */
  readonly whole?: boolean;
  /** The answer holds what only its asker may ever see, such as a one-time link: it is never kept in clear. */
  readonly secret?: boolean;
};

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: "query" | "mutation" | "subscription";
  readonly input: I;
  readonly output: O;
} & Permission;

/** A read; it never changes anything. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  permission: Permission,
): Operation<I, O> & { readonly kind: "query" } => ({ kind: "query", input, output, ...permission });

/** A change; its input carries a client-made `txId`, so that the same write sent twice is done once. */
export const mutation = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  permission: Permission,
): Operation<I, O> & { readonly kind: "mutation" } => ({ kind: "mutation", input, output, ...permission });

/** A stream of answers, each of the output's shape, until there is no more to tell. */
export const subscription = <I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  permission: Permission,
): Operation<I, O> & { readonly kind: "subscription" } => ({
  kind: "subscription",
  input,
  output,
  ...permission,
});

/** The client-made id of a write: 16 to 64 letters, digits, `-` or `_`. */
export const TxId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** Most that a database keeps in four bytes, as it keeps versions, rows of a file and counts. */
export const mostInt4 = 2_147_483_647;

/** The version of an object that its editor saw; 0 where there was none. The next one still fits. */
export const SeenVersion = z
  .int()
  .min(0)
  .max(mostInt4 - 1);

/** The day that is asked about, and the day at whose end what was known counts; today where they are left out. */
export const DaysInput = z.strictObject({ asOf: PlainDate.optional(), knownOn: PlainDate.optional() });

/** A page is asked for by the key of the row before it, never by an offset. */
export const PageInput = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(500).default(50),
});

/** A page of rows: the key to ask for the next one (null at the end) and how many rows the filter has in all. */
export const pageOf = <R extends z.ZodType>(row: R) =>
  z.strictObject({ rows: z.array(row), next: z.string().nullable(), total: z.int().min(0) });

/** A refusal or notice as it travels: the sentence is rendered where it is read. */
export const ProblemShape = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
