import type { SheetPlan } from "@shian/domain";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Notice } from "../../components/notice.js";
import { saveText, toCsv } from "../../components/save-text.js";
import { useText } from "../../text/use-text.js";

const MOST_SHOWN = 200;

/** What a file would do: rows that cannot be taken with the reason at the cell, and those that can. */
export function SheetPlanView({ plan }: { plan: SheetPlan }) {
  const { t } = useText();
  const { refused, taken } = plan;
  const refusedRows = new Set(refused.map(({ row }) => row)).size;
  const saveRefused = () =>
    saveText(
      `${t("people.refused-file")}.csv`,
      toCsv([
        [t("people.row"), t("people.column"), t("people.why-not")],
        ...refused.map(({ row, column, message }) => [String(row), column, message]),
      ]),
    );
  return (
    <>
      <Notice
        tone={refusedRows === 0 ? "ok" : "warn"}
        action={
          refusedRows > 0 && (
            <button type="button" className="btn link" onClick={saveRefused}>
              <Icon name="download" small /> {t("people.refused-file")}
            </button>
          )
        }
      >
        {t("people.plan-sum", {
          file: plan.fileName,
          rows: formatCount(plan.rows),
          taken: formatCount(taken.length),
          refused: formatCount(refusedRows),
        })}
      </Notice>
      <div className="sheet-rows mt12">
        <table className="tbl s edge">
          <thead>
            <tr>
              <th className="num">{t("people.row")}</th>
              <th>{t("people.row-says")}</th>
              <th>{t("people.outcome")}</th>
            </tr>
          </thead>
          <tbody>
            {refused.slice(0, MOST_SHOWN).map(({ row, column, code, message }) => (
              <tr key={`${row}${column}${code}`}>
                <td className="num">{row}</td>
                <td className="cell-bad">{column === "" ? t("people.whole-row") : column}</td>
                <td>{message}</td>
              </tr>
            ))}
            {taken.slice(0, MOST_SHOWN).map(({ row, username, says }) => (
              <tr key={row}>
                <td className="num">{row}</td>
                <td className="code">{username}</td>
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {(taken.length > MOST_SHOWN || refused.length > MOST_SHOWN) && (
        <p className="t3 sm mt8">{t("people.plan-cut", { n: MOST_SHOWN })}</p>
      )}
    </>
  );
}
