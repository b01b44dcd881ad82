import type { ComparisonRun } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { parseCompareSearch } from "../../navigation/check-search.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { NewComparison } from "./new-comparison.js";
import { RunView } from "./run-view.js";

const POLL_MS = 1500;

/** Comparisons with other registers: those made, a new one, and one opened. */
export function ComparePage() {
  const { t } = useText();
  const search = parseCompareSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const open = (run: string) =>
    void navigate({
      to: "/registry/compare",
      search: ((old: Record<string, unknown>) => ({ territory: old.territory, run })) as never,
    });
  if (search.run !== undefined) return <OpenRun id={search.run} />;
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> / {t("compare.title")}
          </>
        }
        title={t("compare.title")}
        sub={t("compare.sub")}
        actions={
          <IfMay operation="comparison.begin">
            <Button type="primary" onClick={() => setAdding(!adding)}>
              {t("compare.new")}
            </Button>
          </IfMay>
        }
      />
      {adding && <NewComparison onRun={open} />}
      <Recent />
    </>
  );
}

function Recent() {
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(trpc.comparison.list.queryOptions({}));
  return (
    <Card flush title={t("compare.recent")}>
      <QueryView query={query}>
        {({ runs }) =>
          runs.length === 0 ? (
            <Blank icon="swap" title={t("compare.none")} hint={t("compare.none-hint")} />
          ) : (
            <SmallTable
              head={
                <>
                  <th>{t("compare.source")}</th>
                  <th className="opt">{t("compare.taken-on")}</th>
                  <th className="num">{t("compare.open-rows")}</th>
                  <th className="num opt">{t("compare.settled-rows")}</th>
                </>
              }
            >
              {runs.map((run) => (
                <RunRow key={run.id} run={run} />
              ))}
            </SmallTable>
          )
        }
      </QueryView>
    </Card>
  );
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

function RunRow({ run }: { run: ComparisonRun }) {
  return (
    <tr>
      <td>
        <DoorLink door={{ to: "/registry/compare", search: { run: run.id } }}>{run.source}</DoorLink>
        <small>{run.fileName}</small>
      </td>
      <td className="opt nw">{run.takenOn}</td>
      <td className="num">{run.counts === null ? "…" : formatCount(sum(run.open))}</td>
      <td className="num opt">{formatCount(sum(run.settled))}</td>
    </tr>
  );
}

function OpenRun({ id }: { id: string }) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.comparison.run.queryOptions(
      { runId: id },
      { refetchInterval: ({ state }) => (state.data?.status === "reading" ? POLL_MS : false) },
    ),
  );
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {(run) => <RunView run={run} />}
    </QueryView>
  );
}
