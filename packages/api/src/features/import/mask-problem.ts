import { maskPersonal } from "@shian/domain";
import type { CellProblem } from "./import-kind.js";

/** A reason without the personal data that a cell in the wrong column may have brought into it. */
export const maskProblem = ({ column, code, params }: CellProblem): CellProblem => ({
  column,
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" ? maskPersonal(value) : value,
    ]),
  ),
});
