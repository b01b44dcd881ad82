// A row of the matrix's inputs.
import type { OperationId, OperationInput } from "@shian/domain";
import type { Group } from "./groups.js";

/** What is asked of one operation about one group; the `txId` of a change is added when it is sent. */
export type Question<Id extends OperationId> = Omit<OperationInput<Id>, "txId">;

/**
 * `objects`: the inputs hold ids of the group, so they are also asked with ids of nothing. `places`: they name its place
 * or search its words, which everyone may. `none`: nothing in them lies anywhere, and why.
 */
export type Row<Id extends OperationId> =
  | { readonly about: "objects" | "places"; readonly inputs: (group: Group) => readonly Question<Id>[] }
  | { readonly about: "none"; readonly why: string; readonly inputs: readonly Question<Id>[] };
