import { type ImportRun, renderProblem } from "@shian/domain";
import { Button, Progress } from "antd";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { useText } from "../../text/use-text.js";

/** A run that is under way, or that ended without a preview. */
export function JobProgress({ run, onRestart }: { run: ImportRun | undefined; onRestart?: () => void }) {
  const { t, locale } = useText();
  if (run?.status === "failed")
    return (
      <Card>
        <Blank
          icon="warning"
          tone="err"
          title={t("import.failed")}
          hint={run.failure === null ? undefined : renderProblem(run.failure, locale)}
          actions={
            <Button type="primary" onClick={onRestart}>
              {t("import.choose-again")}
            </Button>
          }
        />
      </Card>
    );
  const { done, of } = run?.progress ?? { done: 0, of: null };
  const title =
    run === undefined
      ? t("state.loading")
      : t(run.status === "applying" ? "import.applying" : "import.reading", { name: run.fileName });
  return (
    <Card>
      <div className="jobline" role="status">
        <div className="row">
          <b>{title}</b>
          <span className="r t3 sm">
            {of === null
              ? t("import.rows-done", { done: formatCount(done) })
              : t("import.rows-done-of", { done: formatCount(done), of: formatCount(of) })}
          </span>
        </div>
        <Progress
          percent={of === null || of === 0 ? 30 : Math.min(100, Math.round((done / of) * 100))}
          status="active"
          showInfo={false}
        />
        <span className="t3 sm">{t("import.leave")}</span>
      </div>
    </Card>
  );
}
