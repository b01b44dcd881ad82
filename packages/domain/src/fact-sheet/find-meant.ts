// Decides which establishment a row of facts means. Facts are only entered about one that is in the register already, so
// unlike an import nothing is founded and nothing held: what is not certain is refused, with the reason.
// Source: rules §1 "Identity of a row" (certain: licence before code before name and address). Ours: each code that is
// given must lead to the same one; a name that is neither its name nor stands beside its address speaks against it.
import { foldCode } from "../kernel/fold-code.js";
import { ok, type Problem, problem, type Result, refuse } from "../kernel/result.js";
import { foldName } from "../registry/fold-name.js";
import type { MeantField } from "./fact-columns.js";
import type { FactSheetProblemCode } from "./fact-sheet.problem.js";

/** What of an establishment it is known by. */
export type Known = {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string | null;
  readonly licenceNumber: string | null;
  readonly furtherLicences: readonly { readonly number: string }[];
  readonly address: string | null;
};

/** A row's cells that say whom it means. */
export type MeantCells = { readonly [F in MeantField]?: string | undefined };

/** A reason and the field it is about; the whole row where it names none. */
export type FactProblem = Problem & { readonly field?: string | undefined };

export type FindMeant<E extends Known> = (
  cells: MeantCells,
) => Result<E, Problem<FactSheetProblemCode> & { readonly field?: string | undefined }>;

const NAMED = 3;
// What a spreadsheet leaves of a long number.
const DAMAGED = /^\d(?:\.\d+)?E\+\d+$/;

const against = (field: MeantField, code: FactSheetProblemCode, params: Problem["params"] = {}) => ({
  ok: false as const,
  problems: [{ ...problem(code, params), field }],
});

function add<E>(groups: Map<string, E[]>, key: string, one: E): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else if (!group.includes(one)) group.push(one);
}

/**
 * Finds establishments among those that the asker reaches. The own number, licence and credit code each lead to some;
 * those to which all of them lead are meant. Where none of the three is given, name and address. One must be left:
 * several are told apart by name and address, where the row has them.
 *
 * @example
 * const shop = { id: "e1", name: "老槐树面馆", creditCode: "91350100M000100Y43", licenceNumber: null, furtherLicences: [], address: "槐荫路1号" };
 * const find = createMeantFinder([shop]);
 * find({ creditCode: "91350100m000100y43" }).value.id; // => "e1"
 * find({ creditCode: "91350100M000100Y43", name: "粮油店" }).problems[0].code; // => "fact-sheet/name-differs"
 * find({ name: "老 槐树面馆" }).value.id; // => "e1"
 */
export function createMeantFinder<E extends Known>(register: readonly E[]): FindMeant<E> {
  const byCode = new Map<string, E[]>();
  const byLicence = new Map<string, E[]>();
  const byName = new Map<string, E[]>();
  const byId = new Map(register.map((one) => [one.id, one]));
  for (const one of register) {
    if (one.creditCode !== null) add(byCode, one.creditCode, one);
    if (one.licenceNumber !== null) add(byLicence, one.licenceNumber, one);
    for (const { number } of one.furtherLicences) add(byLicence, foldCode(number).value, one);
    add(byName, foldName(one.name), one);
  }
  const agrees = (one: E, { name, address }: MeantCells): boolean =>
    (name === undefined || foldName(one.name) === foldName(name)) &&
    (address === undefined || (one.address !== null && foldName(one.address) === foldName(address)));

  const choose = (found: readonly E[], cells: MeantCells, field: MeantField): ReturnType<FindMeant<E>> => {
    const [one, ...more] = found;
    if (one === undefined) return against(field, "fact-sheet/unknown", { text: cells[field] ?? "" });
    if (more.length === 0) return ok(one);
    const [own, ...others] = found.filter((candidate) => agrees(candidate, cells));
    if (own !== undefined && others.length === 0) return ok(own);
    const names = found
      .slice(0, NAMED)
      .map(({ name }) => name)
      .join("、");
    return against(field, "fact-sheet/ambiguous", { count: found.length, names });
  };

  return (cells) => {
    const codes = (["establishment", "licenceNumber", "creditCode"] as const).flatMap((field) => {
      const written = cells[field];
      return written === undefined ? [] : [{ field, written }];
    });
    const damaged = codes.find(({ written }) => DAMAGED.test(foldCode(written).value));
    if (damaged !== undefined)
      return against(damaged.field, "fact-sheet/code-damaged", { text: damaged.written });
    const [first] = codes;
    if (first === undefined) {
      if (cells.name === undefined) return refuse("fact-sheet/nobody-named");
      const named = byName.get(foldName(cells.name)) ?? [];
      const fitting = cells.address === undefined ? named : named.filter((one) => agrees(one, cells));
      if (fitting.length === 0) return against("name", "fact-sheet/unknown", { text: cells.name });
      return choose(fitting, cells, "name");
    }
    const leads = codes.map(({ field, written }) => {
      if (field === "establishment")
        return { field, written, found: [byId.get(written)].flatMap((one) => one ?? []) };
      const groups = field === "licenceNumber" ? byLicence : byCode;
      return { field, written, found: groups.get(foldCode(written).value) ?? [] };
    });
    const lost = leads.find(({ found }) => found.length === 0);
    if (lost !== undefined) return against(lost.field, "fact-sheet/unknown", { text: lost.written });
    const common = (leads[0]?.found ?? []).filter((one) => leads.every(({ found }) => found.includes(one)));
    if (common.length === 0) {
      const [one, other] = leads.map(({ found }) => found[0]?.name ?? "");
      return against(first.field, "fact-sheet/codes-conflict", { one: one ?? "", other: other ?? "" });
    }
    const chosen = choose(common, cells, first.field);
    if (!chosen.ok) return chosen;
    const { name, address } = cells;
    const speaksAgainst =
      name !== undefined &&
      foldName(name) !== foldName(chosen.value.name) &&
      !(address !== undefined && agrees(chosen.value, { address }));
    return speaksAgainst
      ? against("name", "fact-sheet/name-differs", { name: chosen.value.name, text: name })
      : chosen;
  };
}
