import {
  type ImportKind,
  type ImportOutcome,
  type ImportRow,
  type Problem,
  renderProblem,
} from "@shian/domain";
import { Button } from "antd";
import { DoorLink, formatCount } from "../../components/figures.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { findWrongPart } from "./find-wrong-part.js";

export type Decision = { kind: "create" } | { kind: "update"; target: string } | { kind: "refuse" };

/** One row of the preview: the wrong cell outlined and the wrong part in it underlined, the reason, the decision. */
export function PreviewRow({
  row,
  outcome,
  columns,
  nameHeader,
  kind,
  busy,
  onDecide,
  onCompare,
}: {
  row: ImportRow;
  outcome: ImportOutcome;
  columns: readonly string[];
  nameHeader: string;
  kind: ImportKind;
  busy: boolean;
  onDecide: (decision: Decision) => void;
  onCompare: () => void;
}) {
  const { t, locale, colon } = useText();
  const fieldName = useFieldName(kind);
  const problemsOf = (column: string) => row.problems.filter((problem) => problem.column === column);
  const mark = outcome === "held" ? "cell-held" : outcome === "refused" ? "cell-bad" : "";
  return (
    <tr className={row.decided === null ? "" : "decided"}>
      <td className="num t3">{formatCount(row.row)}</td>
      <Cell
        text={row.name === "" ? (row.cells[nameHeader] ?? "") : row.name}
        problems={problemsOf(nameHeader)}
        mark={mark}
      />
      {columns.map((column) => (
        <Cell
          key={column}
          className="opt"
          text={row.cells[column] ?? ""}
          problems={problemsOf(column)}
          mark={mark}
        />
      ))}
      <td>
        {row.problems.map((problem) => (
          <span key={`${problem.column}${problem.code}`} className="cell-why">
            {renderProblem(problem, locale)}
          </span>
        ))}
        {row.notices.map((notice) => (
          <span key={`${notice.column}${notice.code}`} className="cell-why t3">
            {renderProblem(notice, locale)}
          </span>
        ))}
        {outcome === "updated" &&
          row.changes.map((change) => (
            <span key={change.field} className="cell-why">
              {fieldName(change.field)}
              {colon}
              <del>{change.before ?? t("establishment.not-known")}</del>{" "}
              <ins>{change.after ?? t("establishment.not-known")}</ins>
            </span>
          ))}
        {outcome === "held" && row.candidates.length > 0 && (
          <button type="button" className="btn link" onClick={onCompare}>
            {t("import.compare")}
          </button>
        )}
        {row.candidates.map((candidate) => (
          <span key={candidate.id} className="cell-why t3">
            <DoorLink door={{ to: "/registry/$id", params: { id: candidate.id } }} className="link">
              {candidate.name}
            </DoorLink>{" "}
            {candidate.placeName}
          </span>
        ))}
      </td>
      {outcome === "held" && (
        <td>
          {row.decided !== null ? (
            <span className="t3">{t("import.decided")}</span>
          ) : (
            <span className="row wrap">
              {row.decisions.includes("create") && (
                <Button size="small" disabled={busy} onClick={() => onDecide({ kind: "create" })}>
                  {t("import.create")}
                </Button>
              )}
              {row.decisions.includes("update") &&
                row.candidates.length === 1 &&
                row.candidates.map((candidate) => (
                  <Button
                    size="small"
                    key={candidate.id}
                    disabled={busy}
                    onClick={() => onDecide({ kind: "update", target: candidate.id })}
                  >
                    {t("import.update")}
                  </Button>
                ))}
              {row.decisions.includes("refuse") && (
                <Button size="small" type="text" disabled={busy} onClick={() => onDecide({ kind: "refuse" })}>
                  {t("import.refuse")}
                </Button>
              )}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}

/** A cell as the file has it; a wrong one is outlined, its wrong characters underlined. */
function Cell({
  text,
  problems,
  mark,
  className = "",
}: {
  text: string;
  problems: readonly Problem[];
  mark: string;
  className?: string;
}) {
  const { t } = useText();
  const [problem] = problems;
  const code = /^[0-9A-Z+.]{8,}$/i.test(text) ? "code" : "";
  const part = problem === undefined ? undefined : findWrongPart(text, problem);
  return (
    <td className={`${className} ${problem === undefined ? "" : mark}`}>
      {text === "" ? (
        <span className="t3">{problem === undefined ? "" : t("import.empty-cell")}</span>
      ) : (
        <span className={code}>
          {part === undefined ? (
            text
          ) : (
            <>
              {text.slice(0, part[0])}
              <mark>{text.slice(part[0], part[1])}</mark>
              {text.slice(part[1])}
            </>
          )}
        </span>
      )}
    </td>
  );
}
