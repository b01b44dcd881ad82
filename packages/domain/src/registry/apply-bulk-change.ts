// What one change of many makes of an establishment's facts.
// Source: issue "Third", register (bulk edits with preview); what counts as unchanged is ours.
import type { BulkChange } from "./bulk-edit.contract.js";
import { fillSize } from "./class-size.js";
import type { EstablishmentFacts } from "./establishment.schema.js";

type FactsChange = Extract<BulkChange, { readonly kind: "place" | "form" | "attention" }>;

/**
 * The facts after the change; the same object where nothing changes. Flags stand in the order of letters.
 *
 * @example
 * const facts = { attention: ["wholesale"], form: "seller", size: "small", place: null };
 * applyBulkChange({ facts, change: { kind: "attention", add: ["dairy-or-meat"], remove: [] } }).attention; // => ["dairy-or-meat", "wholesale"]
 * applyBulkChange({ facts, change: { kind: "attention", add: ["wholesale"], remove: [] } }) === facts; // => true
 */
export function applyBulkChange<F extends EstablishmentFacts>({
  facts,
  change,
}: {
  readonly facts: F;
  readonly change: FactsChange;
}): F {
  switch (change.kind) {
    case "place":
      return facts.place === change.place ? facts : { ...facts, place: change.place };
    case "form":
      return facts.form === change.form ? facts : fillSize({ ...facts, form: change.form });
    case "attention": {
      const kept = facts.attention.filter((flag) => !change.remove.includes(flag));
      const attention = [...new Set([...kept, ...change.add])].sort();
      const isSame =
        attention.length === facts.attention.length &&
        attention.every((flag) => facts.attention.includes(flag));
      return isSame ? facts : fillSize({ ...facts, attention });
    }
  }
}
