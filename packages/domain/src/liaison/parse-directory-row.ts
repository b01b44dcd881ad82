// Decides what one row of a sheet of the directory, or of its groups, says. Every reason is given, not only the first; a
// blank cell says nothing, and neither does a number that went out masked.
// Source: rules §3 "The chain of an establishment on a date, in full" (certain for the kinds); the sheet is ours.
import { parsePlainDate } from "../kernel/parse-plain-date.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import { isMasked } from "../privacy/mask.js";
import { parsePhone } from "../privacy/parse-phone.js";
import { type DutyField, findDutyKindByWord, type GroupField } from "./directory-columns.js";
import type { DutyKind } from "./duty-post.schema.js";
import type { LiaisonProblemCode } from "./liaison.problem.js";
import { splitMembers } from "./name-member.js";

/** A reason and the field it is about. */
export type DirectoryRowProblem<F extends string = string> = Problem<LiaisonProblemCode> & {
  readonly field: F;
};

/** What a row says of a post; null where its cell is blank. */
export type DutyRowFacts = {
  readonly kind: DutyKind | "official";
  readonly name: string;
  readonly unit: string | null;
  readonly title: string | null;
  /** Place codes in order. */
  readonly territories: readonly string[];
  readonly officePhone: string | null;
  readonly mobile: string | null;
  readonly from: PlainDate | null;
  /** Whom the holder follows by name; empty: nobody, the post is a new one. */
  readonly replaces: string | null;
};

/** What a row says of a group; the people are still as they are written. */
export type GroupRowFacts = {
  readonly name: string;
  readonly territory: string;
  readonly one: string;
  readonly members: readonly string[];
  readonly from: PlainDate | null;
};

/** How places are looked up: the codes that a text can mean, and whether the importing person may act there. */
export type PlaceFinder = {
  readonly findPlaces: (text: string) => readonly string[];
  readonly mayActIn: (place: string) => boolean;
};

const LONGEST = { name: 60, groupName: 60, unit: 120, title: 120, officePhone: 30, replaces: 60 } as const;
const MOST_PLACES = 50;
const LIST_SEPARATOR = /[,，、;；\n]+/;
const NOBODY = new Set(["无", "新增", "新设", "-", "—", "NEW", "NOBODY", "NONE"]);

class RowReader<F extends string> {
  readonly problems: DirectoryRowProblem<F>[] = [];
  constructor(
    private readonly row: { readonly [K in F]?: string | undefined },
    private readonly finder: PlaceFinder,
  ) {}

  against(field: F, code: LiaisonProblemCode, params: Problem["params"] = {}): void {
    this.problems.push({ ...problem(code, params), field });
  }

  cell(field: F): string {
    return (this.row[field] ?? "").trim();
  }

  text(field: F & keyof typeof LONGEST): string | null {
    const text = this.cell(field);
    const most = LONGEST[field];
    if (text.length > most) this.against(field, "duty/too-long", { length: text.length, most });
    return text === "" ? null : text;
  }

  date(field: F): PlainDate | null {
    const text = this.cell(field);
    if (text === "") return null;
    const read = parsePlainDate({ input: text });
    if (read.ok) return read.value;
    this.against(field, "duty/date-shape", { text });
    return null;
  }

  mobile(field: F): string | null {
    const text = this.cell(field);
    if (text === "" || isMasked(text)) return null;
    const read = parsePhone(text);
    if (read.ok) return read.value;
    this.against(field, "duty/phone-shape");
    return null;
  }

  /** The places by their codes where the row has them, else by their names. */
  places(code: F, names: F): readonly string[] {
    const field = this.cell(code) === "" ? names : code;
    const written = this.cell(field)
      .split(field === code ? /[\s,，、;；]+/ : LIST_SEPARATOR)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    if (written.length === 0) this.against(names, "duty/place-missing");
    if (written.length > MOST_PLACES) this.against(field, "duty/too-many-places", { most: MOST_PLACES });
    const places = new Set<string>();
    for (const text of written) {
      const [place, another] = this.finder.findPlaces(text);
      if (place === undefined) this.against(field, "duty/place-unknown", { text });
      else if (another !== undefined) this.against(field, "duty/place-ambiguous", { text });
      else if (!this.finder.mayActIn(place)) this.against(field, "duty/place-outside", { text });
      else places.add(place);
    }
    return [...places].sort();
  }
}

/**
 * The post that the row describes, or every reason against it. The rows of pairing officials, whom the directory's file
 * lists too, are read as such and by their name and unit alone.
 *
 * @example
 * parseDutyRow({
 *   row: { kind: "联络员", name: "岑晚舟", territories: "望澜街道", mobile: "139****1234" },
 *   findPlaces: () => ["990106001"], mayActIn: () => true,
 * }).value;
 * // => { kind: "liaison", name: "岑晚舟", unit: null, title: null, territories: ["990106001"], officePhone: null, mobile: null, from: null, replaces: null }
 */
export function parseDutyRow({
  row,
  ...finder
}: PlaceFinder & { readonly row: { readonly [F in DutyField]?: string | undefined } }): Result<
  DutyRowFacts,
  DirectoryRowProblem<DutyField>
> {
  const read = new RowReader<DutyField>(row, finder);
  const word = read.cell("kind");
  const kind = findDutyKindByWord(word);
  if (kind === undefined)
    read.against("kind", word === "" ? "duty/kind-missing" : "duty/kind-unknown", { text: word });
  const name = read.text("name");
  if (name === null) read.against("name", "duty/name-missing");
  const unit = read.text("unit");
  const title = read.text("title");
  const isOfficial = kind === "official";
  const territories = isOfficial ? [] : read.places("placeCode", "territories");
  const officePhone = isOfficial ? null : read.text("officePhone");
  const mobile = isOfficial ? null : read.mobile("mobile");
  const from = isOfficial ? null : read.date("from");
  const written = isOfficial ? null : read.text("replaces");
  const replaces = written !== null && NOBODY.has(written.toUpperCase()) ? "" : written;
  if (read.problems.length > 0 || kind === undefined || name === null) return refuseAll(read.problems);
  return ok({ kind, name, unit, title, territories, officePhone, mobile, from, replaces });
}

/**
 * The group that the row describes, or every reason against it.
 *
 * @example
 * parseGroupRow({
 *   row: { groupName: "望澜联络群", territories: "望澜街道", one: "岑晚舟", members: "叶听澜、温知夏" },
 *   findPlaces: () => ["990106001"], mayActIn: () => true,
 * }).value.members; // => ["叶听澜", "温知夏"]
 */
export function parseGroupRow({
  row,
  ...finder
}: PlaceFinder & { readonly row: { readonly [F in GroupField]?: string | undefined } }): Result<
  GroupRowFacts,
  DirectoryRowProblem<GroupField>
> {
  const read = new RowReader<GroupField>(row, finder);
  const name = read.text("groupName");
  if (name === null) read.against("groupName", "group/name-missing");
  const places = read.places("placeCode", "territories");
  const [territory] = places;
  if (places.length > 1) read.against("territories", "group/one-place");
  const one = read.cell("one");
  if (one === "") read.against("one", "group/one-missing");
  const members = splitMembers(read.cell("members"));
  if (members.length === 0) read.against("members", "group/members-missing");
  const from = read.date("from");
  if (read.problems.length > 0 || name === null || territory === undefined) return refuseAll(read.problems);
  return ok({ name, territory, one, members, from });
}
