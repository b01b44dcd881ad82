// The embedded PostgreSQL behind one small interface, in this thread (tests) or in its own (pglite-proxy.ts).
import { PGlite, types } from "@electric-sql/pglite";

/** What a statement gave: rows as arrays or objects, and how many were changed. */
export type StatementResult = {
  readonly rows: readonly unknown[];
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  readonly affectedRows: number;
};

/** One connection to one embedded database; statements run in the order they were sent. */
export type EmbeddedEngine = {
  query(
    statement: string,
    parameters: readonly unknown[],
    rowMode: "array" | "object",
  ): Promise<StatementResult>;
  exec(script: string): Promise<void>;
  close(): Promise<void>;
};

const asText = (value: string): string => value;

/** Dates and intervals stay the text that PostgreSQL wrote, also in arrays, as drizzle's `pg` driver has it. */
export const textParsers = Object.fromEntries(
  [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE, 1231, 1115, 1185, 1187, 1182].map(
    (type) => [type, asText],
  ),
);

/** Wraps an open PGlite; its `parsers` must have been `textParsers`. */
export function toEmbeddedEngine(lite: PGlite): EmbeddedEngine {
  return {
    async query(statement, parameters, rowMode) {
      const result = await lite.query(statement, [...parameters], { rowMode });
      return { rows: result.rows, fields: result.fields, affectedRows: result.affectedRows ?? 0 };
    },
    async exec(script) {
      await lite.exec(script);
    },
    close: () => lite.close(),
  };
}

/** An embedded database in memory, in this thread; `template` is a data folder dumped by `dumpTemplate`. */
export async function openMemoryEngine(template?: Blob): Promise<EmbeddedEngine> {
  const lite = await PGlite.create({
    parsers: textParsers,
    ...(template === undefined ? {} : { loadDataDir: template }),
  });
  return toEmbeddedEngine(lite);
}
