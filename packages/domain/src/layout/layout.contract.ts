import * as z from "zod";
import { DaysInput, mutation, query, SeenVersion, TxId } from "../kernel/operation.js";
import { RegistryFilter } from "../registry/registry-filter.contract.js";
import { Layout, layoutBody } from "./layout.schema.js";

const readers = ["office", "regulator", "leader"] as const;

export const layoutOperations = {
  "layout.list": query(z.strictObject({}), z.strictObject({ rows: z.array(Layout) }), {
    may: readers,
    territory: "none",
  }),
  "layout.versions": query(
    z.strictObject({ id: z.string().max(64) }),
    z.strictObject({ rows: z.array(Layout) }),
    { may: readers, territory: "none" },
  ),
  "layout.save": mutation(
    z.strictObject({
      txId: TxId,
      id: z.string().max(64).optional().describe("absent: a new layout"),
      version: SeenVersion,
      ...layoutBody,
    }),
    Layout,
    { may: ["office"], territory: "none", whole: true },
  ),
  "layout.remove": mutation(
    z.strictObject({ txId: TxId, id: z.string().max(64), version: SeenVersion }),
    z.strictObject({ id: z.string() }),
    { may: ["office"], territory: "none", whole: true },
  ),
  "layout.preview": query(
    z.strictObject({
      ...layoutBody,
      filter: RegistryFilter.default({}),
      ...DaysInput.shape,
    }),
    z.strictObject({
      headers: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).describe("the first ones"),
      total: z.int(),
    }),
    { may: readers, territory: "rows" },
  ),
} as const;
