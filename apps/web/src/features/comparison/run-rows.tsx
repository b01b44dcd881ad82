import {
  allowedResolutions,
  type ComparisonOutcome,
  type ComparisonResolution,
  type ComparisonRow,
  type ComparisonRun,
} from "@shian/domain";
import { Button } from "antd";
import { useState } from "react";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows } from "../../components/paged-rows.js";
import { TabLinks } from "../../components/tabs.js";
import { usePages } from "../../components/use-pages.js";
import type { CompareSearch } from "../../navigation/check-search.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { CompareRow } from "./compare-row.js";
import { SettleModal, type Settling } from "./settle-modal.js";

/** Rows of one outcome, each with what may be decided about it, and all of them at once. */
export function RunRows({
  run,
  outcome,
  search,
}: {
  run: ComparisonRun;
  outcome: ComparisonOutcome;
  search: CompareSearch;
}) {
  const { t, name } = useText();
  const { may } = useSession();
  const api = useTRPCClient();
  const [settling, setSettling] = useState<Settling>();
  const settled = search.settled ?? false;
  const narrowed = {
    ...(search.township === undefined
      ? {}
      : { township: search.township === "none" ? null : search.township }),
    ...(search.field === undefined ? {} : { field: search.field }),
  };
  const input = {
    runId: run.id,
    outcome,
    limit: 50,
    ...(outcome === "same" ? {} : { settled }),
    ...narrowed,
  };
  const list = usePages("comparison.rows", input, (asked) => api.comparison.rows.query(asked));
  const toDoor = (isSettled: boolean) => ({
    to: "/registry/compare",
    search: { ...search, run: run.id, outcome, settled: isSettled },
  });
  const open = (
    rows: readonly ComparisonRow[] | undefined,
    resolution: ComparisonResolution,
    target?: string,
  ) =>
    setSettling({
      runId: run.id,
      resolution,
      ...(rows === undefined ? { all: { outcome, ...narrowed } } : { rows: rows.map(({ no }) => no) }),
      ...(target === undefined ? {} : { target }),
    });
  // A doubtful row needs its own answer.
  const bulk = outcome === "doubtful" ? (["ours", "regulator"] as const) : allowedResolutions[outcome];
  const isOpen = outcome !== "same" && !settled;
  return (
    <>
      {outcome !== "same" && (
        <TabLinks
          label={name("compared", outcome)}
          tabs={[
            {
              key: "open",
              title: t("compare.open-rows"),
              count: formatCount(run.open[outcome] ?? 0),
              door: toDoor(false),
              on: !settled,
            },
            { key: "settled", title: t("compare.settled-rows"), door: toDoor(true), on: settled },
          ]}
        />
      )}
      {search.township !== undefined || search.field !== undefined ? (
        <div className="mb12">
          <DoorLink door={{ to: "/registry/compare", search: { run: run.id, outcome } }} className="btn sm">
            {t("compare.all")}
          </DoorLink>
        </div>
      ) : null}
      {isOpen && list.total > 1 && may("comparison.resolve") && (
        <div className="row wrap mb12">
          <span className="t2">{t("compare.bulk", { n: formatCount(list.total) })}</span>
          {bulk.map((resolution) => (
            <Button key={resolution} size="small" onClick={() => open(undefined, resolution)}>
              {name("resolution", resolution)}
            </Button>
          ))}
        </div>
      )}
      <Card flush>
        <PagedRows list={list} empty={<Blank icon="check" tone="good" title={t("compare.empty")} />}>
          {(rows) =>
            rows.map((row) => (
              <CompareRow
                key={row.no}
                row={row}
                runId={run.id}
                onSettle={(resolution, target) => open([row], resolution, target)}
              />
            ))
          }
        </PagedRows>
      </Card>
      {settling !== undefined && <SettleModal settling={settling} onClose={() => setSettling(undefined)} />}
    </>
  );
}
