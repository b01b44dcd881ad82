// What the lines of a backup are. Every line is JSON: an object begins or ends a part or is the manifest, an array is a
// row (its values as PostgreSQL writes them as text, null for none), a string is a piece of a file in base64.
import * as z from "zod";

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** Begins a part: a table with its columns, or a file with its name below the data folder. */
export const PartStart = z.discriminatedUnion("part", [
  z.strictObject({ part: z.literal("table"), name: z.string(), columns: z.array(z.string()).min(1) }),
  z.strictObject({ part: z.literal("file"), name: z.string() }),
]);
export type PartStart = z.infer<typeof PartStart>;

/** Ends a part: how many lines it had, and the SHA-256 of them, each with its line end. */
export const PartEnd = z.strictObject({ end: z.string(), lines: count, sha256: digest });

const PartSum = z.strictObject({
  part: z.enum(["table", "file"]),
  name: z.string(),
  lines: count,
  sha256: digest,
});
/** A part as the manifest counts it. */
export type PartSum = z.infer<typeof PartSum>;

/** The last line: everything that the backup must hold. */
export const Manifest = z.strictObject({
  version: z.string(),
  createdAt: z.iso.datetime(),
  engine: z.enum(["pglite", "postgres"]),
  migrations: z.array(z.string()).min(1),
  parts: z.array(PartSum),
  sequences: z.array(
    z.strictObject({
      name: z.string(),
      value: z
        .string()
        .regex(/^-?\d+$/)
        .nullable(),
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;
export const ManifestLine = z.strictObject({ manifest: Manifest });
