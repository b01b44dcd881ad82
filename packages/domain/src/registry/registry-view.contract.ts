import * as z from "zod";
import { mutation, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { RegistryFilter, RegistrySort } from "./registry-filter.contract.js";

/** Columns that a list of the register may show besides the name. */
export const registryColumns = [
  "form",
  "grade",
  "risk",
  "place",
  "official",
  "duty",
  "state",
  "size",
  "address",
  "licence",
  "licenceExpiresOn",
  "openedOn",
  "attention",
  "personInCharge",
] as const;
export const RegistryColumn = z.enum(registryColumns);
export type RegistryColumn = z.infer<typeof RegistryColumn>;

/** What a saved view keeps: conditions, order, columns. */
export const SavedRegistryView = z.strictObject({
  filter: RegistryFilter,
  sort: RegistrySort.nullable(),
  columns: z.array(RegistryColumn).max(registryColumns.length).nullable(),
});
export type SavedRegistryView = z.infer<typeof SavedRegistryView>;

/** Most views that one person may keep. */
export const mostViews = 50;

export const RegistryView = z.strictObject({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  own: z.boolean().describe("saved by who asks"),
  owner: z.string(),
  view: SavedRegistryView,
  count: z.int().describe("establishments that it keeps, within reach"),
  version: z.int(),
});
export type RegistryView = z.infer<typeof RegistryView>;

const ViewName = z.string().trim().min(1).max(40);

export const registryViewOperations = {
  "registryView.list": query(
    z.strictObject({ territory: z.string().max(20).optional(), asOf: PlainDate.optional() }),
    z.strictObject({ rows: z.array(RegistryView) }),
    { may: placeReaders, territory: "rows" },
  ),
  "registryView.save": mutation(
    z.strictObject({
      txId: TxId,
      id: z.string().max(60).optional().describe("of the view that is changed; a new one without"),
      version: SeenVersion.default(0),
      name: ViewName,
      shared: z.boolean().default(false).describe("for everybody of the office; the office alone may share"),
      view: SavedRegistryView,
    }),
    z.strictObject({ id: z.string(), version: z.int() }),
    { may: placeReaders, territory: "none" },
  ),
  "registryView.remove": mutation(
    z.strictObject({ txId: TxId, id: z.string().max(60) }),
    z.strictObject({ id: z.string() }),
    { may: placeReaders, territory: "none" },
  ),
} as const;
