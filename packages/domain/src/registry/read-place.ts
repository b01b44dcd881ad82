// Decides where a row of a register lies, by code or by names, and whether the importing person may act there. Rows of
// one street repeat the same names, so each answer is kept for the next row.
// Source: rules §1; issue "First": a row outside the importing person's territory is refused, an unknown place is told.
import { formatPlace } from "../territory/format-place.js";
import { type LocatedPlace, locatePlace } from "../territory/locate-place.js";
import type { PlaceIndex } from "../territory/place-index.js";
import type { RowProblem } from "./row-facts.js";

/** Names and code of a place as the cells of a row have them; empty where blank. */
export type PlaceCells = {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly township: string;
  readonly village: string;
  readonly code: string;
};

/** What a row's place comes to. `text` is the place as the file wrote it, absent when it wrote none. */
export type PlaceReading = {
  readonly code: string | undefined;
  readonly text: string | undefined;
  readonly outside: boolean;
  readonly notices: readonly Omit<RowProblem, "column">[];
};

export type PlaceReader = (cells: PlaceCells) => PlaceReading;

/** What places are looked up in, and where the importing person may act (everywhere when absent). */
export type PlaceScope = {
  readonly index?: PlaceIndex | undefined;
  /** The office's own territory: of several places of one name, those inside it are meant. */
  readonly within?: string | undefined;
  readonly mayActIn?: ((place: string) => boolean) | undefined;
};

const NO_PLACE: PlaceReading = { code: undefined, text: undefined, outside: false, notices: [] };

function toText({ province, city, county, township, village, code }: PlaceCells): string {
  const names = [province, city, county, township, village].filter((name) => name !== "");
  return names.length > 0 ? names.join(" ") : code;
}

function listUnmatched(
  cells: PlaceCells,
  { unmatched, code }: LocatedPlace,
  index: PlaceIndex | undefined,
): PlaceReading["notices"] {
  if (unmatched.length === 0) return [];
  const text = unmatched.map((kind) => cells[kind]).join(" ");
  return [
    {
      code: "registry/place-partly-known",
      params: { place: formatPlace({ code, tree: index?.tree }), text },
    },
  ];
}

/**
 * A reader of places over the index (the shipped table when absent), which remembers what it was asked. A place that
 * code and names do not tell is a notice, never a refusal; one that is known and not in the person's territory is
 * `outside`. A row without any place says nothing about it.
 *
 * @example
 * const names = { province: "北京", city: "海淀", county: "", township: "", village: "", code: "" };
 * createPlaceReader({})(names).code; // => "110108"
 * createPlaceReader({ mayActIn: (place) => place.startsWith("32") })(names).outside; // => true
 * createPlaceReader({})({ ...names, city: "无此地" }).notices[0].code; // => "registry/place-unknown"
 */
export function createPlaceReader({ index, within, mayActIn }: PlaceScope): PlaceReader {
  const known = new Map<string, PlaceReading>();
  const read = (cells: PlaceCells): PlaceReading => {
    const text = toText(cells);
    const located = locatePlace({ index, within, ...cells });
    if (!located.ok) {
      const ambiguous = located.problems.filter((reason) => reason.code === "territory/place-ambiguous");
      const unknown = { code: "registry/place-unknown", params: { text } } as const;
      return { code: undefined, text, outside: false, notices: [unknown, ...ambiguous] };
    }
    const { code } = located.value;
    const outside = mayActIn !== undefined && !mayActIn(code);
    return { code, text, outside, notices: listUnmatched(cells, located.value, index) };
  };
  return (cells) => {
    const { province, city, county, township, village, code } = cells;
    const isUnnamed = province === "" && city === "" && county === "" && township === "" && village === "";
    if (isUnnamed && code === "") return NO_PLACE;
    // Most rows with a code have no names: the code is the key then, without putting a text together.
    const key = isUnnamed ? code : `${code}\n${village}\n${township}\n${county}\n${city}\n${province}`;
    let reading = known.get(key);
    if (reading === undefined) {
      reading = read(cells);
      known.set(key, reading);
    }
    return reading;
  };
}
