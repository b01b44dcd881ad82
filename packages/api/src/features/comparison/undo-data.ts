// What undoing a settled row needs, kept sealed with it: the establishment as it was, and who answered for it.
import { EstablishmentState, PlainDate } from "@shian/domain";
import * as z from "zod";
import type { Keyring } from "../../storage/keyring.js";

const SEALED_AS = "comparison-row.undo";

const Undo = z.strictObject({
  written: z
    .strictObject({
      id: z.string(),
      version: z.int().describe("that it left behind"),
      what: z.enum(["created", "updated"]),
      before: z
        .strictObject({
          state: EstablishmentState,
          stateSince: PlainDate,
          contactMobile: z.string().nullable().optional(),
        })
        .nullable(),
    })
    .nullable(),
  official: z.strictObject({ establishment: z.string(), before: z.string().nullable() }).nullable(),
});
type Undo = z.infer<typeof Undo>;

type Given = Omit<Undo, "written"> & {
  readonly written:
    | (Omit<NonNullable<Undo["written"]>, "before"> & {
        readonly before: {
          readonly state: EstablishmentState;
          readonly stateSince: PlainDate;
          readonly contactMobile?: string | null;
        } | null;
      })
    | null;
};

export const sealUndo = (keyring: Keyring, undo: Given): string =>
  keyring.seal(JSON.stringify(undo), SEALED_AS);

export const openUndo = (keyring: Keyring, sealed: string): Undo =>
  Undo.parse(JSON.parse(keyring.unseal(sealed, SEALED_AS)));
