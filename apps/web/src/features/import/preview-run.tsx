import type { ImportOutcome, ImportRun } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { PreviewRows } from "./preview-rows.js";

const outcomes = [
  "created",
  "updated",
  "unchanged",
  "held",
  "refused",
] as const satisfies readonly ImportOutcome[];
const fills: Record<ImportOutcome, string> = {
  created: "var(--shian-status-ok)",
  updated: "var(--ant-color-primary)",
  unchanged: "var(--ant-color-fill)",
  held: "var(--shian-status-risk)",
  refused: "var(--shian-status-overdue)",
};

/** What the file would do to the register; nothing is written yet. */
export function PreviewRun({ run, onBack }: { run: ImportRun; onBack: () => void }) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const sentences = useErrorSentences();
  const answer = run.answer ?? {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    held: 0,
    refused: 0,
    problems: [],
  };
  const first =
    outcomes.find((outcome) => (outcome === "held" || outcome === "refused") && answer[outcome] > 0) ??
    outcomes.find((outcome) => answer[outcome] > 0) ??
    "created";
  const [shown, setShown] = useState<ImportOutcome>(first);
  const apply = useMutation(
    trpc.import.apply.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.import.run.queryKey() }),
    }),
  );
  const writes = answer.created + answer.updated;
  const bad = answer.held + answer.refused;
  return (
    <>
      <Card flush className="mb16">
        <fieldset className="imp-sum">
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={`imp ${outcome === "held" && answer.held > 0 ? "held" : ""} ${outcome === "refused" && answer.refused > 0 ? "ref" : ""}`}
              aria-pressed={outcome === shown}
              onClick={() => setShown(outcome)}
              data-testid={`import-${outcome}`}
            >
              <span>{t(`import.${outcome}`)}</span>
              <b>{formatCount(answer[outcome])}</b>
              <small>{t(`import.${outcome}-hint`)}</small>
            </button>
          ))}
        </fieldset>
        <div className="imp-bar">
          <div className="split" style={{ height: 8 }} aria-hidden="true">
            {outcomes.map(
              (outcome) =>
                answer[outcome] > 0 && (
                  <i
                    key={outcome}
                    style={{ flex: answer[outcome], background: fills[outcome], minWidth: 6 }}
                  />
                ),
            )}
          </div>
          <p className="t3 sm mt4">
            {t("import.sum", {
              rows: formatCount(answer.rows),
              created: formatCount(answer.created),
              updated: formatCount(answer.updated),
              unchanged: formatCount(answer.unchanged),
              held: formatCount(answer.held),
              refused: formatCount(answer.refused),
            })}
          </p>
        </div>
      </Card>
      <PreviewRows
        key={shown}
        run={run}
        outcome={shown}
        count={answer[shown]}
        right={
          bad > 0 && (shown === "held" || shown === "refused") ? (
            <a
              className="btn sm"
              href={`/api/import/${run.id}/problems.xlsx?locale=${locale}`}
              download
              title={t("import.error-note")}
            >
              <Icon name="download" />
              {t("import.error-file", { n: formatCount(bad) })}
            </a>
          ) : undefined
        }
      />
      {apply.isError && (
        <div className="mt16">
          <Notice tone="over">{sentences(apply.error).join("")}</Notice>
        </div>
      )}
      <div className="imp-foot">
        <span>
          {writes === 0
            ? t("import.nothing")
            : t("import.will-write", {
                n: formatCount(writes),
                created: formatCount(answer.created),
                updated: formatCount(answer.updated),
              })}
          {answer.held > 0 && t("import.will-hold", { n: formatCount(answer.held) })}{" "}
          <span className="t3 opt">{t("import.atomic")}</span>
        </span>
        <span className="row r">
          <Button onClick={onBack}>{t("common.back")}</Button>
          <Button
            type="primary"
            disabled={writes === 0}
            loading={apply.isPending}
            onClick={() => apply.mutate({ txId: createTxId(), runId: run.id })}
            data-testid="import-apply"
          >
            {t("import.apply", { n: formatCount(writes) })}
          </Button>
        </span>
      </div>
    </>
  );
}
