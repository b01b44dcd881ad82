// One row of a list by its id, found page by page: as it stands today, or else on the day that the command names, since
// what is planned is not in today's list.
import { type PlainDate, problem, type Result } from "@shian/domain";

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };
type Asked = { readonly limit: number; readonly cursor?: string; readonly asOf?: PlainDate };

/** The row, or why there is none. */
export async function findListed<Row>({
  id,
  idOf,
  day,
  ask,
}: {
  readonly id: string;
  readonly idOf: (row: Row) => string;
  readonly day: PlainDate | undefined;
  readonly ask: (page: Asked) => Promise<Result<Page<Row>>>;
}): Promise<Result<Row>> {
  for (const asOf of day === undefined ? [undefined] : [undefined, day]) {
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page: Result<Page<Row>> = await ask({
        limit: 500,
        ...(cursor === undefined ? {} : { cursor }),
        ...(asOf === undefined ? {} : { asOf }),
      });
      if (!page.ok) return page;
      const row = page.value.rows.find((one) => idOf(one) === id);
      if (row !== undefined) return { ok: true, value: row };
      cursor = page.value.next;
    }
  }
  return { ok: false, problems: [problem("request/not-found", { id })] };
}
