// Sheets of facts about establishments that are known already: risk grades, reports of controls, training hours.
import * as z from "zod";

/** What a sheet of facts brings in: the regulator's risk grades, reports of controls, training of a business's people. */
export const factKinds = ["risk", "control", "training"] as const;
export const FactKind = z.enum(factKinds);
export type FactKind = z.infer<typeof FactKind>;

/** How a row stands; every row of a sheet is exactly one of them. */
export const factOutcomes = ["new", "replaces", "same", "refused"] as const;
export const FactOutcome = z.enum(factOutcomes);
export type FactOutcome = z.infer<typeof FactOutcome>;

/** Most rows of one sheet; a longer one is split. */
export const mostFactRows = 20_000;
