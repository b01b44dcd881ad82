import type { ImportKind, ImportRun } from "@shian/domain";
import { Button } from "antd";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount, NumberLink, Stat } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Notice } from "../../components/notice.js";
import { useText } from "../../text/use-text.js";
import { UndoRun } from "./undo-run.js";

/** What an applied import brought, and what to do next. */
export function ImportResult({ run, onRestart }: { run: ImportRun; onRestart: (kind: ImportKind) => void }) {
  const { t, locale, clauses } = useText();
  const { answer, graded } = run;
  const bad = (answer?.held ?? 0) + (answer?.refused ?? 0);
  return (
    <Card
      title={t("import.done")}
      note={run.fileName}
      footer={
        <span className="row wrap">
          {run.kind === "registry" && (
            <DoorLink door={{ to: "/registry" }} className="btn pri">
              {t("import.to-registry")}
            </DoorLink>
          )}
          {run.kind === "officials" && (
            <DoorLink door={{ to: "/chain", search: { view: "officials" } }} className="btn pri">
              {t("import.to-officials")}
            </DoorLink>
          )}
          {(run.kind === "duties" || run.kind === "groups") && (
            <DoorLink
              door={{ to: "/chain/directory", search: { view: run.kind === "duties" ? "people" : "groups" } }}
              className="btn pri"
            >
              {t("import.to-directory")}
            </DoorLink>
          )}
          {run.kind === "duties" && (
            <Button onClick={() => onRestart("groups")}>{t("import.next-groups")}</Button>
          )}
          {run.kind === "territories" && (
            <Button type="primary" onClick={() => onRestart("registry")}>
              {t("import.next-registry")}
            </Button>
          )}
          {run.kind === "registry" && (
            <Button onClick={() => onRestart("officials")}>{t("import.next-officials")}</Button>
          )}
          {run.kind === "officials" && (
            <DoorLink door={{ to: "/chain" }} className="btn">
              {t("import.to-chain")}
            </DoorLink>
          )}
          <Button onClick={() => onRestart(run.kind)}>{t("import.another")}</Button>
        </span>
      }
    >
      {answer !== null && (
        <>
          <Notice tone="ok">
            {t("import.done-hint", {
              created: formatCount(answer.created),
              updated: formatCount(answer.updated),
              unchanged: formatCount(answer.unchanged),
            })}
          </Notice>
          {bad > 0 && (
            <div className="mt8">
              <Notice
                tone="warn"
                action={
                  <a href={`/api/import/${run.id}/problems.xlsx?locale=${locale}`} download>
                    <Icon name="download" small /> {t("import.error-file", { n: formatCount(bad) })}
                  </a>
                }
              >
                {clauses(
                  `${t("import.short-held")} ${formatCount(answer.held)}`,
                  `${t("import.short-refused")} ${formatCount(answer.refused)}`,
                )}
              </Notice>
            </div>
          )}
        </>
      )}
      {run.answer !== null && run.answer.held > 0 && run.status === "applied" && (
        <p className="mt8">
          <DoorLink door={{ to: "/registry/held" }} className="link">
            {t("held.title")}
          </DoorLink>
        </p>
      )}
      {graded !== null && run.status === "applied" && (
        <div className="stats mt16" style={{ marginBottom: 0 }}>
          <Stat caption={t("import.graded")} size="big" unit={t("common.unit-firms")}>
            <span data-testid="import-graded">
              <NumberLink n={graded.graded} door={{ to: "/registry", search: { graded: true } }} />
            </span>
          </Stat>
          <Stat
            caption={t("import.ungraded")}
            tone={graded.ungraded > 0 ? "amber" : undefined}
            unit={t("common.unit-firms")}
          >
            <NumberLink n={graded.ungraded} door={{ to: "/registry", search: { graded: false } }} />
          </Stat>
          <Stat caption={t("import.assigned")} unit={t("common.unit-firms")}>
            <span data-testid="import-assigned">
              <NumberLink n={graded.assigned} door={{ to: "/registry", search: { answered: true } }} />
            </span>
          </Stat>
          <Stat
            caption={t("import.unassigned")}
            tone={graded.unassigned > 0 ? "red" : undefined}
            unit={t("common.unit-firms")}
          >
            <NumberLink
              n={graded.unassigned}
              door={{ to: "/chain", search: { view: "gaps", gap: "nobody" } }}
            />
          </Stat>
        </div>
      )}
      <UndoRun run={run} />
    </Card>
  );
}
