import { type Coverage, compareRates, formatRate } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { type Door, DoorLink, formatCount, NumberLink, RateText } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { Blank } from "../../components/notice.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

type Row = Coverage["territories"][number];
type Cell = Row["total"];
type Grade = keyof Row["grades"];

const step = (done: number, due: number): 1 | 2 | 3 | 4 | 5 => {
  const share = done / due;
  return share < 0.65 ? 1 : share < 0.7 ? 2 : share < 0.75 ? 3 : share < 0.85 ? 4 : 5;
};

/** Places (or officials) against grades: each cell is a share of what is due, on one ramp, with today's line. */
export function CoverageMatrix({
  coverage,
  rows,
  span,
  byOfficial = false,
}: {
  coverage: Coverage;
  rows: readonly Row[];
  span: 8 | 12;
  byOfficial?: boolean;
}) {
  const { t } = useText();
  const { total, line } = coverage;
  const lineShare = { done: line.passed, of: line.days };
  const grades = (["A", "B", "C", "D", "none"] as const).filter(
    (grade) => grade !== "none" || total.grades.none.due > 0,
  );
  const lineRate = formatRate(lineShare) ?? "";
  const past = coverage.asOf > coverage.windowEnd ? { asOf: coverage.windowEnd } : {};
  const doorOf = (row: Row, grade: Grade | undefined, duties: string[]): Door => ({
    to: "/registry",
    search: {
      ...past,
      ...(byOfficial
        ? row.key === ""
          ? { answered: false }
          : { official: row.key }
        : { territory: row.key }),
      ...(grade === undefined ? {} : grade === "none" ? { graded: false } : { grades: [grade] }),
      states: ["active"],
      duties,
    },
  });
  return (
    <Card
      span={span}
      flush
      title={t("visits.matrix")}
      note={t(byOfficial ? "visits.matrix-note-officials" : "visits.matrix-note")}
      right={<Legend />}
      footer={
        <>
          <span>{t("visits.short-note", { n: formatCount(total.total.short) })}</span>
          {total.total.waived > 0 && (
            <span className="r">{t("visits.waived", { n: formatCount(total.total.waived) })}</span>
          )}
        </>
      }
    >
      {total.total.due === 0 ? (
        <Blank
          icon="visit"
          title={t("visits.empty-coverage")}
          hint={t("visits.empty-coverage-hint")}
          actions={
            <DoorLink door={{ to: "/registry/import", search: { kind: "registry" } }} className="btn pri">
              {t("overview.start-1")}
            </DoorLink>
          }
        />
      ) : (
        <div className="scroll-x">
          <table className="mx">
            <thead>
              <tr>
                <th className="first">{byOfficial ? t("visits.official") : <UpLink />}</th>
                {grades.map((grade) => (
                  <th key={grade} className="v">
                    <GradeSquare grade={grade} />
                  </th>
                ))}
                <th className="num" style={{ width: 68 }}>
                  {t("visits.total")}
                </th>
                <th className="num opt" style={{ width: 62 }}>
                  {t("visits.not-done")}
                </th>
                <th className="num opt" style={{ width: 84 }}>
                  {t("visits.short")}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr className="line">
                <td className="nw t2">{t("visits.line")}</td>
                <td colSpan={grades.length} className="t2">
                  {t("visits.line-note", { passed: line.passed, days: line.days, rate: lineRate })}
                  <i className="tri" /> {t("visits.below")}
                </td>
                <td className="num strong">{lineRate}</td>
                <td className="opt" />
                <td className="num t3 opt">{t("common.unit-firms")}</td>
              </tr>
              {rows.map((row) => (
                <tr key={row.key}>
                  <td className="nw">
                    <RowName row={row} byOfficial={byOfficial} />
                  </td>
                  {grades.map((grade) => (
                    <td key={grade} className="v">
                      <CellLink
                        cell={row.grades[grade]}
                        line={lineShare}
                        door={doorOf(row, grade, ["done", "on-track", "at-risk", "overdue"])}
                        label={t("visits.cell", {
                          place: row.name,
                          grade,
                          done: row.grades[grade].done,
                          due: row.grades[grade].due,
                        })}
                      />
                    </td>
                  ))}
                  <td className="num strong">
                    <RateText rate={{ done: row.total.done, of: row.total.due }} />
                  </td>
                  <td className="num opt">
                    <NumberLink
                      n={row.total.notDone}
                      door={doorOf(row, undefined, ["on-track", "at-risk", "overdue"])}
                    />
                  </td>
                  <td className="num opt">
                    <NumberLink n={row.total.short} tone="amber" />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td>{t("common.total")}</td>
                {grades.map((grade) => (
                  <td key={grade} className="center">
                    {formatCount(total.grades[grade].done)}/<wbr />
                    {formatCount(total.grades[grade].due)}
                  </td>
                ))}
                <td className="num" data-testid="coverage-rate">
                  <RateText rate={{ done: total.total.done, of: total.total.due }} />
                </td>
                <td className="num opt">{formatCount(total.total.notDone)}</td>
                <td className="num opt">{formatCount(total.total.short)}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </Card>
  );
}

function CellLink({
  cell,
  line,
  door,
  label,
}: {
  cell: Cell;
  line: { done: number; of: number };
  door: Door;
  label: string;
}) {
  const { name } = useText();
  const rate = formatRate({ done: cell.done, of: cell.due });
  if (rate === undefined) return <span className="nil">{name("progress", "nothing-due")}</span>;
  const below = compareRates({ done: cell.done, of: cell.due }, line) < 0;
  return (
    <DoorLink door={door} className={`bg-m${step(cell.done, cell.due)}`} title={label} label={label}>
      {below && <i className="tri" />}
      {rate}
      <small>
        {cell.done}/{cell.due}
      </small>
    </DoorLink>
  );
}

function RowName({ row, byOfficial }: { row: Row; byOfficial: boolean }) {
  const { t } = useText();
  if (byOfficial && row.key === "") return <span className="red">{t("visits.nobody")}</span>;
  return (
    <DoorLink
      door={
        byOfficial
          ? { to: "/chain/official/$id", params: { id: row.key } }
          : { to: "/visits", search: { territory: row.key } }
      }
      className="ink"
    >
      {row.name}
    </DoorLink>
  );
}

function UpLink() {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const status = useQuery(trpc.office.status.queryOptions({}));
  const office = status.data?.territory;
  if (scope.territory === undefined || office === undefined || scope.territory === office.code)
    return <>{t("visits.place")}</>;
  return (
    <DoorLink door={{ to: "/visits", search: { territory: undefined } }}>
      {t("visits.up", { place: office.name })}
    </DoorLink>
  );
}

function Legend() {
  const { t } = useText();
  return (
    <span className="legend tight opt">
      <span>
        <i className="bg-m1" />
        {t("visits.legend-low")}
      </span>
      <span>
        <i className="bg-m2" />
      </span>
      <span>
        <i className="bg-m3" />
      </span>
      <span>
        <i className="bg-m4" />
      </span>
      <span>
        <i className="bg-m5" />
        {t("visits.legend-high")}
      </span>
    </span>
  );
}
