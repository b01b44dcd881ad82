// Decides which place a row means by its code or by its names. A column called city may hold a city or a county; a name
// that is both counts as the city. A name that fits nothing, or several places, is never guessed: the place is unknown
// and the reason names what was looked for.
// Source: rules §1; issue "First", "A row may name its place by code or by names" (certain).
import { isKnownDivision, toPlainDivisionCode } from "../kernel/division-code.js";
import { foldCode } from "../kernel/fold-code.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import { foldPlaceName, stripPlaceSuffix } from "./fold-place-name.js";
import { createPlaceIndex, type NamedKind, type NameForm, type PlaceIndex } from "./place-index.js";
import { findPlaceKind } from "./place-kind.js";
import type { TerritoryProblemCode } from "./territory.problem.js";
import type { TerritoryKind } from "./territory.schema.js";

/** Names of a place as a register wrote them, each in its column; blank or absent ones say nothing. */
export type PlaceNames = {
  readonly province?: string | undefined;
  readonly city?: string | undefined;
  readonly county?: string | undefined;
  readonly township?: string | undefined;
  readonly village?: string | undefined;
};

/** A place found: `unmatched` are the columns below it that fitted nothing, `listed` whether tree or table names it. */
export type LocatedPlace = {
  readonly code: string;
  readonly kind: TerritoryKind;
  readonly listed: boolean;
  readonly unmatched: readonly NamedKind[];
};

type Step = readonly [kind: NamedKind, form: NameForm, name: string];
type Found = Result<string, Problem<TerritoryProblemCode>>;

const MOST_NAMED = 5;

let shipped: PlaceIndex | undefined;
const getShippedIndex = (): PlaceIndex => {
  shipped ??= createPlaceIndex({});
  return shipped;
};

/** Where to look for a name, the surest first; the first step that finds anything decides. */
function listSteps(kind: NamedKind, name: string): readonly Step[] {
  if (kind !== "city") {
    return [
      [kind, "full", name],
      // 柿子村 is short for 柿子村社区 and must not lose its 村 before it was looked for.
      [kind, "short", name],
      [kind, "short", stripPlaceSuffix(name, kind)],
    ];
  }
  // 大理市 is the county, 大理 the prefecture: a full name goes before any short one. 璧山县 is 璧山区 today, but 通化县
  // never becomes 通化市: each is stripped only of the words for its own kind.
  return [
    ["city", "full", name],
    ["county", "full", name],
    ["city", "short", name],
    ["city", "short", stripPlaceSuffix(name, "city")],
    ["county", "short", stripPlaceSuffix(name, "county")],
  ];
}

function findByName(
  index: PlaceIndex,
  kind: NamedKind,
  name: string,
  above: string | undefined,
  within: string | undefined,
): Found {
  const { contains } = index.tree;
  for (const [group, form, text] of listSteps(kind, name)) {
    const fitting = index
      .listCodes(group, form, text)
      .filter((code) => above === undefined || contains(above, code));
    const own = within === undefined ? [] : fitting.filter((code) => contains(within, code));
    const codes = own.length > 0 ? own : fitting;
    const [only] = codes;
    if (only === undefined) continue;
    if (codes.length === 1) return ok(only);
    const named = codes.slice(0, MOST_NAMED).join("、");
    return refuse("territory/place-ambiguous", { name, count: codes.length, codes: named });
  }
  return refuse("territory/place-name-unknown", { name });
}

function locateByCode(index: PlaceIndex, text: string): Result<LocatedPlace, Problem<TerritoryProblemCode>> {
  const code = toPlainDivisionCode(foldCode(text).value);
  const node = index.tree.find(code);
  if (node) return ok({ code, kind: node.kind, listed: true, unmatched: [] });
  const kind = findPlaceKind(code);
  // A zone exists only as a node of the tree, a division where its county is known.
  if (kind === undefined || (kind !== "country" && !isKnownDivision(code))) {
    return refuse("territory/place-code-unknown", { text });
  }
  return ok({
    code,
    kind,
    listed: kind === "province" || kind === "city" || kind === "county",
    unmatched: [],
  });
}

const columns = ["province", "city", "county", "township", "village"] as const;

/**
 * The place of the deepest level that code or names tell. A code wins over names. Names go downwards, each looked for
 * under the place found before it. Below the city a name that fits nothing stops the walk and is told in `unmatched`;
 * a province or city that fits nothing, a name that fits several places, or nothing at all given is a refusal. `within`
 * is the office's own territory: of several places that fit, those inside it are meant. `index` defaults to the
 * shipped table; build it once for many rows.
 *
 * @example
 * locatePlace({ province: "北京", city: "海淀" }); // => { ok: true, value: { code: "110108", kind: "county", listed: true, unmatched: [] } }
 * locatePlace({ province: "辽宁", city: "朝阳" }).value.code; // => "2113"
 * locatePlace({ city: "鼓楼区" }).problems[0].code; // => "territory/place-ambiguous"
 */
export function locatePlace({
  index = getShippedIndex(),
  code,
  within,
  ...names
}: PlaceNames & {
  readonly index?: PlaceIndex | undefined;
  readonly code?: string | undefined;
  readonly within?: string | undefined;
}): Result<LocatedPlace, Problem<TerritoryProblemCode>> {
  if (code !== undefined && foldCode(code).value !== "") return locateByCode(index, code);
  const given = columns.flatMap((kind) => {
    const name = foldPlaceName(names[kind] ?? "");
    return name === "" ? [] : [{ kind, name }];
  });
  let place: string | undefined;
  const unmatched: NamedKind[] = [];
  for (const [position, { kind, name }] of given.entries()) {
    const found = findByName(index, kind, name, place, within);
    if (found.ok) {
      place = found.value;
      continue;
    }
    const ambiguous = found.problems.some((reason) => reason.code === "territory/place-ambiguous");
    // 北京市 in the city column, with 北京 above it or nothing: a municipality is its own city.
    const own = kind === "city" && !ambiguous ? findByName(index, "province", name, place, within) : found;
    if (own.ok) {
      place = own.value;
      continue;
    }
    if (kind === "city" || place === undefined || ambiguous) return found;
    unmatched.push(...given.slice(position).map((column) => column.kind));
    break;
  }
  if (place === undefined) return refuse("territory/place-missing");
  const kind = index.tree.find(place)?.kind ?? findPlaceKind(place) ?? "zone";
  return ok({ code: place, kind, listed: true, unmatched });
}
