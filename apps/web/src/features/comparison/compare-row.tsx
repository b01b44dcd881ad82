import {
  allowedResolutions,
  type ComparisonResolution,
  type ComparisonRow,
  renderProblem,
} from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { DoorLink } from "../../components/figures.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { StatusMark } from "../../components/status-mark.js";
import { useSession } from "../../session/use-session.js";
import { formatMoment } from "../../text/format-moment.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { useShownValue } from "./use-shown-value.js";

/** One row: what ours and theirs say, and what may be decided; or what was, with the way back. */
export function CompareRow({
  row,
  runId,
  onSettle,
}: {
  row: ComparisonRow;
  runId: string;
  onSettle: (resolution: ComparisonResolution, target?: string) => void;
}) {
  const { t, name, locale } = useText();
  const { may } = useSession();
  const fieldName = useFieldName();
  const show = useShownValue();
  const [target, setTarget] = useState<string>();
  const settles = row.resolution === null && may("comparison.resolve");
  return (
    <section
      className="card-b"
      style={{ padding: "12px 16px", borderTop: "1px solid var(--ant-color-border-secondary)" }}
    >
      <div className="row wrap">
        <b>
          {row.establishment === null ? (
            row.name || "—"
          ) : (
            <DoorLink door={{ to: "/registry/$id", params: { id: row.establishment } }}>{row.name}</DoorLink>
          )}
        </b>
        <span className="t3 sm">{row.placeName}</span>
        {row.row !== null && <span className="t3 sm">{t("compare.row-n", { n: row.row })}</span>}
      </div>
      {row.problems.map((problem) => (
        <p key={`${problem.code} ${problem.column}`} className="t2">
          {problem.column !== "" && `${problem.column} · `}
          {renderProblem(problem, locale)}
        </p>
      ))}
      {row.differences.length > 0 && (
        <table className="tbl s">
          <thead>
            <tr>
              <th />
              <th>{t("compare.ours")}</th>
              <th>{t("compare.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {row.differences.map(({ field, before, after }) => (
              <tr key={field}>
                <td className="t2 nw">{fieldName(field)}</td>
                <td>{show(field, before)}</td>
                <td className="strong">{show(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {settles && (
        <div className="row wrap mt8">
          {row.outcome === "doubtful" && row.candidates.length > 0 && (
            <Select
              style={{ minWidth: 220 }}
              aria-label={t("compare.choose")}
              placeholder={t("compare.choose")}
              value={target ?? null}
              options={row.candidates.map(({ id, name: own, placeName }) => ({
                value: id,
                label: `${own} ${placeName}`,
              }))}
              onChange={(next) => setTarget(next ?? undefined)}
            />
          )}
          {allowedResolutions[row.outcome].map((resolution) => (
            <Button
              key={resolution}
              size="small"
              disabled={row.outcome === "doubtful" && resolution === "theirs" && target === undefined}
              onClick={() => onSettle(resolution, resolution === "theirs" ? target : undefined)}
            >
              {name("resolution", resolution)}
            </Button>
          ))}
        </div>
      )}
      {row.resolution !== null && <Settled row={row} runId={runId} />}
    </section>
  );
}

function Settled({ row, runId }: { row: ComparisonRow; runId: string }) {
  const { t, name } = useText();
  const { may } = useSession();
  const trpc = useTRPC();
  const saving = useSaving();
  const undo = useMutation(trpc.comparison.undo.mutationOptions(saving(t("compare.undone"))));
  const { batch } = row;
  return (
    <>
      <div className="row wrap mt8">
        <StatusMark tone="ok">{name("resolution", row.resolution ?? "")}</StatusMark>
        <span className="t3 sm">
          {t("compare.settled-by", { who: row.settledBy ?? "", at: formatMoment(row.settledAt ?? "") })}
        </span>
        {row.reason !== null && <span>{row.reason}</span>}
        {batch !== null && may("comparison.undo") && (
          <Button
            size="small"
            title={t("compare.undo-batch")}
            loading={undo.isPending}
            onClick={() => undo.mutate({ txId: createTxId(), runId, batch })}
          >
            {t("compare.undo")}
          </Button>
        )}
      </div>
      <Refusal error={undo.error} />
    </>
  );
}
