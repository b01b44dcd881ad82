import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { Card } from "../../components/card.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** The public board of an establishment: its page and the sheet for the wall. */
export function BoardCard({ establishment }: { establishment: string }) {
  const { t } = useText();
  const trpc = useTRPC();
  const sentences = useErrorSentences();
  const issue = useMutation(trpc.board.issue.mutationOptions({}));
  const code = issue.data?.rows[0]?.code;
  return (
    <IfMay operation="board.issue">
      <Card title={t("commitment.board")}>
        <p className="t3">{t("commitment.board-hint")}</p>
        {issue.isError && <Notice tone="over">{sentences(issue.error).join("")}</Notice>}
        <div className="row wrap mt8">
          {code === undefined ? (
            <Button
              loading={issue.isPending}
              onClick={() => issue.mutate({ txId: createTxId(), establishments: [establishment] })}
            >
              {t("commitment.board-print")}
            </Button>
          ) : (
            <>
              <a className="btn pri" href={`/p/${code}/sheet`} target="_blank" rel="noreferrer">
                {t("commitment.board-print")}
              </a>
              <a className="btn" href={`/p/${code}`} target="_blank" rel="noreferrer">
                {t("commitment.board-open")}
              </a>
            </>
          )}
        </div>
      </Card>
    </IfMay>
  );
}
