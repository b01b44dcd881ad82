// Reads the cells that several kinds of facts share, keeping every reason.
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import { parseCellDate } from "../registry/parse-cell-date.js";
import type { FactSheetProblemCode } from "./fact-sheet.problem.js";
import type { FactProblem } from "./find-meant.js";

/** The reasons of one row while it is read. */
export type FactReasons = {
  readonly problems: FactProblem[];
  /** Notes a reason; always undefined, for returning it. */
  readonly against: (field: string, code: FactSheetProblemCode, params?: Problem["params"]) => undefined;
  /** A text of at most so many characters; null where there is none. */
  readonly text: (field: string, cell: string | undefined, most: number) => string | null;
  /** A day that has come; undefined with its reason where it is none. */
  readonly day: (field: string, cell: string | undefined, today: PlainDate) => PlainDate | undefined;
};

/** Begins a row without reasons. */
export function createFactReasons(): FactReasons {
  const problems: FactProblem[] = [];
  const against: FactReasons["against"] = (field, code, params = {}) => {
    problems.push({ ...problem(code, params), field });
    return undefined;
  };
  return {
    problems,
    against,
    text: (field, cell = "", most) => {
      if (cell.length > most) against(field, "fact-sheet/too-long", { length: cell.length, most });
      return cell === "" ? null : cell;
    },
    day: (field, cell, today) => {
      if (cell === undefined) return against(field, "fact-sheet/day-missing");
      const day = parseCellDate(cell);
      if (day === undefined) return against(field, "fact-sheet/day-shape", { text: cell });
      return day > today ? against(field, "fact-sheet/in-future", { on: day }) : day;
    },
  };
}
