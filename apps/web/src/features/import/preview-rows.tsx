import type { ImportOutcome, ImportRow, ImportRun } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Card } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank, Notice } from "../../components/notice.js";
import { ErrorBlank, useErrorSentences } from "../../components/query-view.js";
import { usePages } from "../../components/use-pages.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { CompareRow } from "./compare-row.js";
import { findNameField } from "./find-mapping-fault.js";
import { type Decision, PreviewRow } from "./preview-row.js";

/** The rows of one outcome: wrong cells outlined, reasons beside them, decisions where one is needed. */
export function PreviewRows({
  run,
  outcome,
  count,
  right,
}: {
  run: ImportRun;
  outcome: ImportOutcome;
  count: number;
  right: ReactNode;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const client = useQueryClient();
  const sentences = useErrorSentences();
  const query = usePages("import.rows", { runId: run.id, outcome, limit: 50 }, (input) =>
    api.import.rows.query(input),
  );
  const decide = useMutation(
    trpc.import.decide.mutationOptions({ onSuccess: () => client.invalidateQueries() }),
  );
  const [compared, setCompared] = useState<ImportRow>();
  const rows = query.rows;
  const submit = (numbers: number[], decision: Decision) => {
    if (numbers.length > 0) decide.mutate({ txId: createTxId(), runId: run.id, rows: numbers, decision });
  };
  const open = rows?.filter((row) => row.decided === null) ?? [];
  const allMay = (kind: "create" | "refuse") =>
    open.filter((row) => row.decisions.includes(kind)).map((row) => row.row);
  const nameHeader =
    Object.entries(run.mapping).find(([, field]) => field === findNameField(run.kind))?.[0] ?? "";
  const columns = listColumns(rows ?? [], nameHeader);
  const name = t(
    outcome === "held"
      ? "import.short-held"
      : outcome === "refused"
        ? "import.short-refused"
        : `import.${outcome}`,
  );
  return (
    <Card
      flush
      title={t("import.rows-of", { outcome: name, n: formatCount(count) })}
      right={
        <>
          {outcome === "held" && open.length > 1 && (
            <>
              {allMay("create").length > 1 && (
                <Button size="small" onClick={() => submit(allMay("create"), { kind: "create" })}>
                  {t("import.create-all")}
                </Button>
              )}
              <Button size="small" onClick={() => submit(allMay("refuse"), { kind: "refuse" })}>
                {t("import.refuse-all")}
              </Button>
            </>
          )}
          {right}
        </>
      }
    >
      {decide.isError && <Notice tone="over">{sentences(decide.error).join("")}</Notice>}
      {query.isError && rows === undefined && (
        <ErrorBlank error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <LoadingRows rows={6} />}
      {rows?.length === 0 && (
        <Blank icon="check" tone="good" title={t("import.no-rows", { outcome: name })} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <div className="scroll-x">
          <table className="tbl stack-phone">
            <thead>
              <tr>
                <th className="num" style={{ width: 68 }}>
                  {t("import.row")}
                </th>
                <th>{t("import.name")}</th>
                {columns.map((column) => (
                  <th key={column} className="opt">
                    {column}
                  </th>
                ))}
                <th style={{ width: "32%" }}>
                  {t(
                    outcome === "held"
                      ? "import.why-held"
                      : outcome === "refused"
                        ? "import.why"
                        : outcome === "updated"
                          ? "import.changes"
                          : "import.notices",
                  )}
                </th>
                {outcome === "held" && <th style={{ width: 230 }}>{t("import.decide")}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <PreviewRow
                  key={row.row}
                  row={row}
                  outcome={outcome}
                  columns={columns}
                  nameHeader={nameHeader}
                  kind={run.kind}
                  busy={decide.isPending}
                  onDecide={(decision) => submit([row.row], decision)}
                  onCompare={() => setCompared(row)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {compared !== undefined && (
        <CompareRow
          runId={run.id}
          row={compared}
          onUpdate={(target) => {
            submit([compared.row], { kind: "update", target });
            setCompared(undefined);
          }}
          onClose={() => setCompared(undefined)}
        />
      )}
      {query.hasNextPage && (
        <div className="foot-note">
          <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t("state.more", { n: Math.min(50, count - (rows?.length ?? 0)) })}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** The file's columns that carry a problem in the rows shown, and at most two others that tell rows apart. */
function listColumns(rows: readonly ImportRow[], nameHeader: string): string[] {
  const named = new Set(
    rows
      .flatMap((row) => [...row.problems, ...row.notices].map((problem) => problem.column))
      .filter((column) => column !== ""),
  );
  const headers = Object.keys(rows[0]?.cells ?? {});
  const isName = (header: string) => header === nameHeader;
  const known = headers.filter((header) => named.has(header) && !isName(header));
  const others = headers.filter(
    (header) => !named.has(header) && !isName(header) && rows.some((row) => (row.cells[header] ?? "") !== ""),
  );
  return [...known, ...others].slice(0, Math.max(2, Math.min(3, known.length)));
}
