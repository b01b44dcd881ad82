import { describe, expect, it } from "vitest";
import type { Establishment } from "./establishment.schema.js";
import { type FindResembling, holdDoubtful } from "./hold-doubtful.js";
import { countOutcomes, mergeImport } from "./merge-import.js";
import type { RowFacts } from "./row-facts.js";

const facts = (name: string, more: Partial<RowFacts> = {}) => ({ name, ...more }) as RowFacts;
const establishment = (id: string, name: string, more: object = {}) =>
  ({
    id,
    name,
    creditCode: null,
    licenceNumber: null,
    address: null,
    place: null,
    placeText: null,
    ...more,
  }) as Establishment;
const rows = (...all: RowFacts[]) =>
  mergeImport({
    rows: all.map((one, at) => ({ row: at + 2, facts: one, holds: [], notices: [] })),
    register: [],
    importedOn: "2026-11-24" as never,
  });
const nothing: FindResembling = () => undefined;
const off = { holdNew: false, holdSimilar: false };
const gone = {
  absorbed: establishment("a", "老槐树面馆", {
    licenceNumber: "JY1",
    creditCode: "X",
    address: "甲路1号",
    placeText: "澜心",
  }),
  survivor: establishment("b", "老槐树"),
};
const hold = (all: RowFacts[], options = off, findResembling = nothing, absorbed = [gone]) =>
  holdDoubtful({ rows: rows(...all), absorbed, options, findResembling });

describe("what belonged to an absorbed establishment", () => {
  it.each<[string, RowFacts, boolean]>([
    ["its licence", facts("别名", { licenceNumber: "JY1" }), true],
    ["its code and name", facts("老 槐树面馆", { creditCode: "X" }), true],
    ["its code alone", facts("别名", { creditCode: "X" }), false],
    ["its name, address and village", facts("老槐树面馆", { address: "甲路1号", placeText: "澜心" }), true],
    ["nothing of it", facts("双桨粮油"), false],
  ])("%s", (_, row, isHeld) => {
    const [held] = hold([row]);
    expect(held?.outcome).toBe(isHeld ? "held" : "created");
    if (!isHeld) return;
    expect(held?.candidates.map(({ id }) => id)).toEqual(["b"]);
    expect(held?.decisions).toEqual(["create", "update", "refuse"]);
    expect(held?.problems).toMatchObject([
      { code: "registry/merged-away", params: { name: "老槐树面馆", into: "老槐树" } },
    ]);
  });
});

it("a source may hold what is new, or what resembles somebody, who is then offered", () => {
  const like: FindResembling = ({ name }) =>
    name === "面馆" ? { establishment: establishment("c", "面馆一店"), score: 92 } : undefined;
  const all = [facts("面馆"), facts("粮油")];
  const codes = (options: typeof off) =>
    hold(all, options, like).map(({ problems }) => problems[0]?.code ?? null);
  expect(codes(off)).toEqual([null, null]);
  expect(codes({ holdNew: false, holdSimilar: true })).toEqual(["registry/resembles", null]);
  expect(codes({ holdNew: true, holdSimilar: true })).toEqual(["registry/resembles", "registry/new-held"]);
  const counts = countOutcomes(hold(all, { holdNew: true, holdSimilar: true }, like));
  expect(counts).toEqual({ created: 0, updated: 0, unchanged: 0, held: 2, refused: 0 });
});

it("without a doubt to raise the rows are the very same", () => {
  const all = rows(facts("面馆"));
  expect(holdDoubtful({ rows: all, absorbed: [], options: off, findResembling: nothing })).toBe(all);
});
