import * as z from "zod";
import { mutation, query, SeenVersion, TxId } from "../kernel/operation.js";
import { KeptFlag, ListedFlag } from "./attention-list.js";

/** The office's list of attention flags. */
export const AttentionList = z.strictObject({ flags: z.array(ListedFlag), version: z.int() });
export type AttentionList = z.infer<typeof AttentionList>;

export const attentionOperations = {
  "attention.list": query(z.strictObject({}), AttentionList, { may: "everyone", territory: "none" }),
  "attention.save": mutation(
    z.strictObject({
      txId: TxId,
      flag: KeptFlag.describe("one of the list by its code, or a new one"),
      version: SeenVersion,
    }),
    AttentionList,
    { may: ["office"], territory: "none", whole: true },
  ),
} as const;
