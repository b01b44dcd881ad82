import { toProblems } from "@shian/api/client";
import { isTextKey, renderProblem } from "@shian/domain";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useText } from "../text/use-text.js";
import { Card } from "./card.js";
import { LoadingRows } from "./loading.js";
import { Blank } from "./notice.js";

/** The sentences of an error in the reader's language. */
export function useErrorSentences(): (error: unknown) => string[] {
  const { t, locale } = useText();
  return (error) =>
    toProblems(error).map((problem) =>
      isTextKey(problem.code) ? renderProblem(problem, locale) : t("state.error-network"),
    );
}

/** What went wrong and a way to try again; what is not there is no fault, and trying again would not bring it. */
export function ErrorBlank({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useText();
  const sentences = useErrorSentences()(error);
  if (toProblems(error).some(({ code }) => code === "request/not-found"))
    return <Blank icon="search" title={t("state.no-such")} hint={t("state.no-such-hint")} />;
  return (
    <Blank
      icon="warning"
      tone="err"
      title={t("state.error-title")}
      hint={sentences.join("")}
      actions={
        retry !== undefined && (
          <Button type="primary" onClick={retry}>
            {t("state.retry")}
          </Button>
        )
      }
    />
  );
}

type QueryLike<T> = {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
};

/** One query's three states; data once shown stays while a newer one is fetched. A whole page gives its `loading`. */
export function QueryView<T>({
  query,
  loading,
  children,
}: {
  query: QueryLike<T>;
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined)
    return loading === undefined ? (
      <ErrorBlank error={query.error} retry={() => void query.refetch()} />
    ) : (
      <Card>
        <ErrorBlank error={query.error} retry={() => void query.refetch()} />
      </Card>
    );
  return <>{loading ?? <LoadingRows />}</>;
}
