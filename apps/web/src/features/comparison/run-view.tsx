import { type ComparisonRun, comparisonOutcomes, renderProblem } from "@shian/domain";
import { useSearch } from "@tanstack/react-router";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount, NumberLink } from "../../components/figures.js";
import { Blank, Notice } from "../../components/notice.js";
import { ViewChips } from "../../components/tabs.js";
import { type CompareSearch, parseCompareSearch } from "../../navigation/check-search.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { RunRows } from "./run-rows.js";

/** One comparison: how both registers stand, what is open, and the rows of what is looked at. */
export function RunView({ run }: { run: ComparisonRun }) {
  const { t, name, locale } = useText();
  const search = parseCompareSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const toDoor = (next: CompareSearch) => ({ to: "/registry/compare", search: { run: run.id, ...next } });
  const { counts } = run;
  const outcome = search.outcome ?? comparisonOutcomes.find((one) => (run.open[one] ?? 0) > 0) ?? "differing";
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> /{" "}
            <DoorLink door={{ to: "/registry/compare" }}>{t("compare.title")}</DoorLink>
          </>
        }
        title={run.source}
        sub={`${t("compare.of", { source: run.fileName, day: run.takenOn })}`}
      />
      {run.failure !== null && <Notice tone="over">{renderProblem(run.failure, locale)}</Notice>}
      {run.status === "reading" && (
        <Card>
          <Blank
            icon="clock"
            title={t("compare.reading")}
            hint={t("compare.read-rows", { n: formatCount(run.progress.done) })}
          />
        </Card>
      )}
      {counts !== null && (
        <>
          <p className="t2 mb12" data-testid="compare-sums">
            {t("compare.sums", {
              rows: formatCount(run.rows ?? 0),
              ours: formatCount(run.ours ?? 0),
              closed: formatCount(counts.closedHere),
              doubt: formatCount(counts.inDoubt),
            })}
          </p>
          <ViewChips
            label={t("compare.title")}
            views={comparisonOutcomes.map((one) => ({
              key: one,
              title: name("compared", one),
              count: formatCount(counts[one]),
              door: toDoor({ outcome: one }),
              on: outcome === one,
            }))}
          />
          <div className="grid">
            <div className="c8">
              <RunRows run={run} outcome={outcome} search={search} />
            </div>
            <div className="c4 stack tops">
              <Townships run={run} outcome={outcome} />
              {run.fields.length > 0 && <Fields run={run} />}
            </div>
          </div>
        </>
      )}
    </>
  );
}

function Townships({ run, outcome }: { run: ComparisonRun; outcome: NonNullable<CompareSearch["outcome"]> }) {
  const { t } = useText();
  return (
    <Card flush title={t("compare.by-township")}>
      <table className="tbl s">
        <tbody>
          {run.townships.map(({ code, name, open }) => (
            <tr key={code ?? ""}>
              <td>{code === null ? t("compare.no-township") : name}</td>
              <td className="num">
                <NumberLink
                  n={open}
                  door={{
                    to: "/registry/compare",
                    search: { run: run.id, outcome, township: code ?? "none", settled: false },
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Fields({ run }: { run: ComparisonRun }) {
  const { t } = useText();
  const fieldName = useFieldName();
  return (
    <Card flush title={t("compare.by-field")}>
      <table className="tbl s">
        <tbody>
          {run.fields.map(({ field, count }) => (
            <tr key={field}>
              <td>{fieldName(field)}</td>
              <td className="num">
                <NumberLink
                  n={count}
                  door={{
                    to: "/registry/compare",
                    search: { run: run.id, outcome: "differing", field, settled: false },
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
