// Decides what one row of a file of officials says: who, of which unit and post, at which level, for which places,
// how many at most, from when to when. Every reason is given, not only the first.
// Source: issue "First", `shian import officials FILE`; rules §3 (level, jurisdiction, capacity) (certain).
import { foldCode } from "../kernel/fold-code.js";
import { parsePlainDate } from "../kernel/parse-plain-date.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import { isMasked } from "../privacy/mask.js";
import { parsePhone } from "../privacy/parse-phone.js";
import type { OfficialProblemCode } from "./official.problem.js";
import type { Level, Official } from "./official.schema.js";
import { findLevelByWord, type OfficialField } from "./official-columns.js";

/** A row of the file, columns mapped to fields. */
export type OfficialSheetRow = { readonly [F in OfficialField]?: string | undefined };

/**
 * Telephone numbers of an official, which are kept apart from the directory's rows: the office's is public, the mobile
 * is sensitive and in clear only between the file and the seal. Null: none is known.
 */
export type OfficialPhones = { readonly officePhone: string | null; readonly mobile: string | null };

/** What a row says of an official; the id comes from the register or is new. */
export type OfficialFacts = Omit<Official, "id"> & OfficialPhones;

/** A reason and the field it is about. */
export type OfficialRowProblem = Problem<OfficialProblemCode> & { readonly field: OfficialField };

const LONGEST = { name: 60, unit: 120, post: 120 } as const;
const LIST_SEPARATOR = /[,，、;；\n]+/;

/**
 * The official that the row describes, or every reason against it. `findPlaces` gives the codes that a code or a name
 * in the jurisdiction column can mean: none is unknown, several are ambiguous, both refused. `mayActIn` says whether
 * the importing person may act there. A missing level is taken from the one place that is named, else refused; a
 * missing first day is the day of import. A first day at or after the last is refused.
 *
 * @example
 * parseOfficialRow({
 *   row: { name: "岑晚舟", unit: "澜心社区", level: "村级", jurisdictions: "990106001003" },
 *   findPlaces: (text) => [text], levelOf: () => undefined, mayActIn: () => true, importedOn: "2026-11-24",
 * }).value.level; // => "village"
 */
export function parseOfficialRow(input: {
  readonly row: OfficialSheetRow;
  readonly findPlaces: (text: string) => readonly string[];
  readonly levelOf: (place: string) => Level | undefined;
  readonly mayActIn: (place: string) => boolean;
  readonly importedOn: PlainDate;
}): Result<OfficialFacts, OfficialRowProblem> {
  const { row, importedOn } = input;
  const problems: OfficialRowProblem[] = [];
  const against = (field: OfficialField, code: OfficialProblemCode, params: Problem["params"] = {}): void => {
    problems.push({ ...problem(code, params), field });
  };
  const text = (field: keyof typeof LONGEST): string => {
    const value = (row[field] ?? "").trim();
    if (value.length > LONGEST[field])
      against(field, "official/too-long", { length: value.length, most: LONGEST[field] });
    return value;
  };
  const date = (field: "from" | "to"): PlainDate | null => {
    const written = (row[field] ?? "").trim();
    if (written === "") return null;
    const read = parsePlainDate({ input: written });
    if (read.ok) return read.value;
    against(field, "official/date-shape", { text: written });
    return null;
  };

  /** A number that went out masked says nothing coming in. */
  const phone = (field: keyof OfficialPhones): string | null => {
    const written = (row[field] ?? "").trim();
    if (written === "" || isMasked(written)) return null;
    const read = parsePhone(written);
    if (read.ok) return read.value;
    against(field, "official/phone-shape");
    return null;
  };

  const name = text("name");
  if (name === "") against("name", "official/name-missing");
  const unit = text("unit");
  if (unit === "") against("unit", "official/unit-missing");
  const post = text("post");

  const jurisdictions: string[] = [];
  const named = (row.jurisdictions ?? "").split(LIST_SEPARATOR).map((part) => part.trim());
  for (const part of named.filter((one) => one !== "")) {
    const [place, another] = input.findPlaces(part);
    if (place === undefined) against("jurisdictions", "official/jurisdiction-unknown", { text: part });
    else if (another !== undefined)
      against("jurisdictions", "official/jurisdiction-ambiguous", { text: part });
    else if (!input.mayActIn(place)) against("jurisdictions", "official/outside-territory", { text: part });
    else if (!jurisdictions.includes(place)) jurisdictions.push(place);
  }
  if (named.every((part) => part === "")) against("jurisdictions", "official/jurisdiction-missing");

  const levelText = (row.level ?? "").trim();
  const [first] = jurisdictions;
  const level =
    levelText === "" ? (first === undefined ? undefined : input.levelOf(first)) : findLevelByWord(levelText);
  if (level === undefined && (levelText !== "" || first !== undefined))
    against("level", levelText === "" ? "official/level-missing" : "official/level-unknown", {
      text: levelText,
    });

  const capacityText = foldCode(row.capacity ?? "").value;
  const capacity = capacityText === "" ? null : Number(capacityText);
  if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 0 && capacity <= 100_000))
    against("capacity", "official/capacity-shape", { text: capacityText });

  const gridText = (row.homeGrid ?? "").trim();
  const grids = gridText === "" ? [] : input.findPlaces(gridText);
  if (gridText !== "" && grids.length !== 1)
    against("homeGrid", "official/home-grid-unknown", { text: gridText });

  const phones = { officePhone: phone("officePhone"), mobile: phone("mobile") };
  const from = date("from") ?? importedOn;
  const to = date("to");
  if (to !== null && to <= from) against("to", "official/dates-order", { from, to });

  if (problems.length > 0 || level === undefined) return refuseAll(problems);
  return ok({
    name,
    unit,
    post,
    level,
    jurisdictions,
    capacity,
    homeGrid: grids[0] ?? null,
    ...phones,
    from,
    to,
  });
}
