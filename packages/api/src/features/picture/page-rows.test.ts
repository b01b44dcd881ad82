import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareByParts, pageOrdered, pageRows } from "./page-rows.js";

type Row = { readonly key: string; readonly id: string };
const sortBy = [({ key }: Row) => key, ({ id }: Row) => id];

describe("pageRows", () => {
  it("walks every row once in order, whatever the page size and direction", () => {
    const row = fc.record({ key: fc.constantFrom("a", "b", "c", "街"), id: fc.uuid() });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: (one) => one.id }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (rows, limit, descending) => {
          const seen: string[] = [];
          // Others lie between, which the filter leaves out.
          const others = ["a", "b", "c"].map((key) => ({ key, id: "other" }));
          const ordered = [...rows, ...others].sort((a, b) => compareByParts(a, b, sortBy));
          const keeps = ({ id }: Row) => id !== "other";
          let cursor: string | undefined;
          do {
            const page = pageRows({ rows, sortBy, limit, descending, cursor });
            if (!page.ok) throw new Error("refused");
            expect(page.value.total).toBe(rows.length);
            expect(pageOrdered({ rows: ordered, keeps, sortBy, limit, descending, cursor })).toEqual(page);
            seen.push(...page.value.rows.map((one) => `${one.key}/${one.id}`));
            cursor = page.value.next ?? undefined;
          } while (cursor !== undefined);
          const sorted = rows.map((one) => `${one.key}/${one.id}`).sort();
          expect(seen).toEqual(descending ? sorted.reverse() : sorted);
        },
      ),
      { seed: 20261124 },
    );
  });

  it.each([
    "",
    "nonsense",
    Buffer.from("[1]").toString("base64url"),
    Buffer.from('["a",1]').toString("base64url"),
  ])("refuses the cursor “%s”", (cursor) => {
    const page = pageRows({ rows: [{ key: "a", id: "1" }], sortBy, limit: 1, cursor });
    expect(page).toMatchObject({ ok: false, problems: [{ code: "request/cursor" }] });
  });
});
