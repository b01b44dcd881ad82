import * as z from "zod";
import { ContentHash } from "../commitment/commitment.schema.js";
import { mutation, PageInput, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { Level } from "../territory/territory.schema.js";
import { KeptFile } from "./training.contract.js";
import { SuperiorDocument } from "./training.schema.js";

const id = z.string().max(64);
const days = { asOf: PlainDate.optional(), knownOn: PlainDate.optional() };
const Rate = z.strictObject({ done: z.int(), of: z.int() });
const reason = z.string().trim().min(1).max(200);
const official = z.string().max(64);

/** A document with how many of those whom who asks sees have read it. */
export const DocumentRow = z.strictObject({
  id: z.string(),
  ...SuperiorDocument.omit({ text: true }).shape,
  territoryName: z.string(),
  hash: ContentHash,
  version: z.int(),
  withdrawn: z.boolean(),
  read: Rate,
  late: z.int().describe("not read and past the day"),
  own: z
    .array(z.strictObject({ official: z.string(), readOn: PlainDate.nullable() }))
    .describe("officials that who asks is, and when each has read it"),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const DocumentDetail = z.strictObject({
  document: DocumentRow,
  text: z.string(),
  file: KeptFile.nullable(),
  levels: z.array(z.strictObject({ level: Level, read: Rate })),
  territories: z.array(z.strictObject({ code: z.string().nullable(), name: z.string(), read: Rate })),
  mayChange: z.boolean(),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const ReaderRow = z.strictObject({
  official: z.string(),
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  level: Level,
  readOn: PlainDate.nullable(),
  late: z.boolean(),
});
export type ReaderRow = z.infer<typeof ReaderRow>;

export const documentOperations = {
  "document.list": query(
    z.strictObject({
      territory: z.string().max(20).optional(),
      search: z.string().max(100).optional(),
      unread: z.boolean().optional().describe("only those that who asks has not read"),
      ...days,
      ...PageInput.shape,
    }),
    pageOf(DocumentRow),
    { may: placeReaders, territory: "rows" },
  ),
  "document.get": query(z.strictObject({ id, ...days }), DocumentDetail, {
    may: placeReaders,
    territory: "rows",
  }),
  "document.readers": query(
    z.strictObject({
      id,
      territory: z.string().max(20).optional(),
      read: z.boolean().optional(),
      level: Level.optional(),
      search: z.string().max(100).optional(),
      ...days,
      ...PageInput.shape,
    }),
    pageOf(ReaderRow),
    { may: placeReaders, territory: "rows" },
  ),
  "document.save": mutation(
    z.strictObject({
      txId: TxId,
      id: id.optional(),
      version: SeenVersion,
      document: SuperiorDocument,
      fileId: z
        .string()
        .max(64)
        .nullable()
        .optional()
        .describe("an uploaded file; null takes the present one away"),
    }),
    z.strictObject({ id: z.string(), version: z.int() }),
    { may: ["office"], territory: "input" },
  ),
  "document.withdraw": mutation(
    z.strictObject({ txId: TxId, id, version: SeenVersion, reason }),
    z.strictObject({ id: z.string() }),
    { may: ["office"], territory: "object" },
  ),
  "document.read": mutation(
    z.strictObject({ txId: TxId, id, official, hash: ContentHash.describe("of what was read") }),
    z.strictObject({ readOn: PlainDate }),
    { may: ["official"], territory: "object" },
  ),
} as const;
