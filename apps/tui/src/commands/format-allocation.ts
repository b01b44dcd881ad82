// An allocation as a table of levels, its proof, its first moves, and who is left without an official.
import { type AllocationPreview, label, type OperationOutput } from "@shian/domain";
import { formatTable } from "../output/format-table.js";
import { toSentence } from "../text/to-sentence.js";
import type { Call } from "./command.js";

export type Moves = OperationOutput<"allocation.moves">["rows"];

const LEFT_SHOWN = 20;

/** The preview with the moves given. */
export function formatAllocation({ t, locale }: Call, plan: AllocationPreview, moved: Moves): string {
  const right = "right" as const;
  const table = formatTable(
    [
      { title: t("column.level") },
      { title: t("column.official"), align: right },
      { title: t("allocate.before"), align: right },
      { title: t("allocate.after"), align: right },
      { title: t("allocate.range"), align: right },
      { title: t("allocate.idle"), align: right },
    ],
    plan.levels
      .filter(({ officials, before }) => officials > 0 || before.assigned > 0)
      .map(({ level, officials, before, after }) => [
        label(`level/${level}`, locale),
        String(officials),
        String(before.assigned),
        String(after.assigned),
        `${after.smallest}-${after.largest}`,
        String(after.idle),
      ]),
  );
  const { squares, proven, local, changed } = plan.certificate;
  const sums = t("allocate.sums", {
    from: plan.from,
    assigned: plan.assigned,
    added: plan.added,
    moved: plan.moved,
    unassigned: plan.unassignedCount,
  });
  const proof = t(proven ? "allocate.proven" : "allocate.unproven", { changed, local });
  const even =
    squares === null ? [] : [t("allocate.squares", { before: squares.before, after: squares.after })];
  const overtaken = plan.overtaken === 0 ? [] : [`! ${t("allocate.overtaken", { n: plan.overtaken })}`];
  const moves = moved.map(
    ({ establishment, from, to }) =>
      `${establishment.name}  ${from?.name ?? t("allocate.nobody")} -> ${to.name} ${to.load}`,
  );
  const refused = plan.refused.map((problem) => `! ${toSentence(problem, t, locale)}`);
  const left = plan.unassigned
    .slice(0, LEFT_SHOWN)
    .map((one) => `- ${one.name}  ${label(`unassigned/${one.reason}`, locale)}`);
  const lines = [sums, proof, ...even, ...overtaken, ...moves, ...refused, ...left];
  return `${table}${lines.map((line) => `${line}\n`).join("")}`;
}
