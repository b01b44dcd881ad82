import {
  type FactOutcome,
  type FactSheetPlan,
  factOutcomes,
  nameFactField,
  renderProblem,
} from "@shian/domain";
import { Button, Select } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Blank, Notice } from "../../components/notice.js";
import { useText } from "../../text/use-text.js";

type Mapping = Record<string, string | null>;

/** What a sheet would do, every row of it; nothing is written yet. */
export function FactPlan({
  plan,
  fileId,
  mapping,
  busy,
  entering,
  onMapping,
  onOther,
  onEnter,
}: {
  plan: FactSheetPlan;
  fileId: string;
  mapping: Mapping;
  busy: boolean;
  entering: boolean;
  onMapping: (mapping: Mapping) => void;
  onOther: () => void;
  onEnter: () => void;
}) {
  const { t, locale } = useText();
  const first = (["refused", "replaces", "new"] as const).find((outcome) => plan[outcome] > 0) ?? "same";
  const [chosen, setChosen] = useState<FactOutcome>();
  const [isReading, setReading] = useState(plan.missing.length > 0);
  const outcome = chosen ?? first;
  const writes = plan.new + plan.replaces;
  const query = new URLSearchParams({ kind: plan.kind, mapping: JSON.stringify(mapping), locale });
  const named = (fields: readonly string[]) =>
    fields.map((field) => nameFactField(plan.kind, field, locale)).join(locale === "en" ? ", " : "、");
  return (
    <>
      {plan.missing.length > 0 && (
        <div className="mb16">
          <Notice tone="warn">{t("facts.missing", { columns: named(plan.missing) })}</Notice>
        </div>
      )}
      <Card
        flush
        className="mb16"
        title={plan.fileName}
        right={
          <button
            type="button"
            className="btn sm"
            aria-expanded={isReading}
            onClick={() => setReading(!isReading)}
          >
            {t("facts.columns")}
          </button>
        }
      >
        <fieldset className="imp-sum four">
          {factOutcomes.map((one) => (
            <button
              key={one}
              type="button"
              className={`imp ${one === "replaces" && plan.replaces > 0 ? "held" : ""} ${one === "refused" && plan.refused > 0 ? "ref" : ""}`}
              aria-pressed={one === outcome}
              onClick={() => setChosen(one)}
              data-testid={`facts-${one}`}
            >
              <span>{t(`facts.${one}`)}</span>
              <b>{formatCount(plan[one])}</b>
              <small>{t(`facts.${one}-hint`)}</small>
            </button>
          ))}
        </fieldset>
        <p className="t3 sm imp-bar">
          {t("facts.sum", {
            rows: formatCount(plan.rows),
            new: formatCount(plan.new),
            replaces: formatCount(plan.replaces),
            same: formatCount(plan.same),
            refused: formatCount(plan.refused),
          })}
        </p>
      </Card>
      {isReading && (
        <Card className="mb16" title={t("facts.columns")} note={t("facts.columns-note")}>
          <Columns plan={plan} mapping={mapping} busy={busy} onMapping={onMapping} />
        </Card>
      )}
      <Card
        flush
        title={t(`facts.${outcome}`)}
        note={formatCount(plan[outcome])}
        right={
          plan.refused > 0 && (
            <a
              className="btn sm"
              href={`/api/fact-sheets/file/${fileId}/refused.xlsx?${query}`}
              title={t("facts.download-note")}
              download
            >
              <Icon name="download" />
              {t("facts.download", { n: formatCount(plan.refused) })}
            </a>
          )
        }
      >
        <Rows plan={plan} outcome={outcome} />
      </Card>
      <div className="imp-foot mb16">
        <span>{writes === 0 ? t("facts.nothing") : t("facts.will", { n: formatCount(writes) })}</span>
        <span className="row r">
          <Button onClick={onOther}>{t("facts.other")}</Button>
          <Button type="primary" disabled={writes === 0 || busy} loading={entering} onClick={onEnter}>
            {t("facts.enter", { n: formatCount(writes) })}
          </Button>
        </span>
      </div>
    </>
  );
}

function Rows({ plan, outcome }: { plan: FactSheetPlan; outcome: FactOutcome }) {
  const { t, locale } = useText();
  const rows = plan.shown.filter((row) => row.outcome === outcome);
  if (rows.length === 0) return <Blank icon="check" title={t("facts.none")} />;
  const isRefused = outcome === "refused";
  return (
    <>
      <div className="scroll-x">
        <table className="tbl s stack-phone">
          <thead>
            <tr>
              <th className="num" style={{ width: 68 }}>
                {t("facts.row")}
              </th>
              <th style={{ width: "28%" }}>{t("facts.name")}</th>
              <th>{t(isRefused ? "facts.why" : "facts.says")}</th>
              {!isRefused && <th>{t("facts.before")}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td className="num t3">{formatCount(row.row)}</td>
                <td>
                  {row.establishment === null ? (
                    row.name
                  ) : (
                    <DoorLink door={{ to: "/registry/$id", params: { id: row.establishment } }}>
                      {row.name}
                    </DoorLink>
                  )}
                </td>
                {isRefused ? (
                  <td>
                    {row.problems.map((problem) => (
                      <span key={`${problem.column}${problem.code}`} className="cell-why">
                        {problem.column !== "" && <b>{problem.column} </b>}
                        {renderProblem(problem, locale)}
                      </span>
                    ))}
                  </td>
                ) : (
                  <>
                    <td>{row.says}</td>
                    <td className="t3">{row.before ?? t("common.none")}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < plan[outcome] && (
        <p className="foot-note t3 sm">{t("facts.cut", { n: formatCount(rows.length) })}</p>
      )}
    </>
  );
}

/** How the columns are read, to be corrected. */
function Columns({
  plan,
  mapping,
  busy,
  onMapping,
}: {
  plan: FactSheetPlan;
  mapping: Mapping;
  busy: boolean;
  onMapping: (mapping: Mapping) => void;
}) {
  const { t, locale } = useText();
  const options = [
    { value: "", label: t("facts.ignore") },
    ...plan.fields.map((field) => ({ value: field, label: nameFactField(plan.kind, field, locale) })),
  ];
  return (
    <div className="fact-columns">
      {plan.columns.map(({ header, field, sample }) => (
        <div key={header} className="fact-column">
          <span className="ell">
            <b>{header}</b> <small className="t3">{sample.join("　")}</small>
          </span>
          <Select
            aria-label={header}
            value={field ?? ""}
            options={options}
            disabled={busy}
            onChange={(next: string) => onMapping({ ...mapping, [header]: next === "" ? null : next })}
          />
        </div>
      ))}
    </div>
  );
}
