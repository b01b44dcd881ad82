// Decides whether the columns of an export layout make sense: fields that the kind has, headers told apart, words only
// for values that there are.
// Source: issue "Third", export layouts (certain); what is refused is ours.
import { type Problem, problem } from "../kernel/result.js";
import type { LayoutProblemCode } from "./layout.problem.js";
import type { LayoutColumn } from "./layout.schema.js";
import { type LayoutKind, layoutFields } from "./layout-fields.data.js";

/**
 * Every reason why the columns cannot be a layout of the kind; empty when they can.
 *
 * @example
 * const columns = [{ header: "名称", field: "name" }, { header: "名称", field: "colour" }];
 * checkLayout({ kind: "establishments", columns }).map(({ code }) => code); // => ["layout/unknown-field", "layout/header-twice"]
 */
export function checkLayout({
  kind,
  columns,
}: {
  readonly kind: LayoutKind;
  readonly columns: readonly LayoutColumn[];
}): readonly Problem<LayoutProblemCode>[] {
  const problems: Problem<LayoutProblemCode>[] = [];
  const headers = new Set<string>();
  for (const { header, field, codes } of columns) {
    const known = layoutFields[kind].find(({ id }) => id === field);
    if (field !== null && known === undefined)
      problems.push(problem("layout/unknown-field", { header, field }));
    if (headers.has(header)) problems.push(problem("layout/header-twice", { header }));
    headers.add(header);
    for (const value of Object.keys(codes ?? {})) {
      if (known?.type === "code" && known.values.includes(value)) continue;
      problems.push(problem("layout/unknown-value", { header, value }));
    }
  }
  return problems;
}
