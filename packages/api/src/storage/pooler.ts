// A server behind a pooler that lends its connections by the transaction, as PgBouncer does.
import type pg from "pg";

/**
 * Takes their names from the client's statements. Behind a pooler that lends its connections by the transaction, the next
 * statement may run on one that never heard of the name.
 */
export function forgetNames(client: pg.Client): void {
  const ask = client.query.bind(client) as (...question: unknown[]) => unknown;
  const query = (question: unknown, ...others: unknown[]): unknown =>
    typeof question === "object" && question !== null && "name" in question
      ? ask({ ...question, name: undefined }, ...others)
      : ask(question, ...others);
  Object.assign(client, { query });
}

/** The address without what only the product understands of it: whether it leads to such a pooler. */
export function readAddress(databaseUrl: string): { readonly address: string; readonly isPooler: boolean } {
  const isPooler = /[?&]pgbouncer=true(?:&|$)/.test(databaseUrl);
  if (!isPooler) return { address: databaseUrl, isPooler };
  const url = new URL(databaseUrl);
  url.searchParams.delete("pgbouncer");
  return { address: url.href, isPooler };
}
