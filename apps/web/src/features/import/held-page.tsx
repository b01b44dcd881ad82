import { type HeldRow, type OperationOutput, type Problem, renderProblem } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { App, Button, Checkbox } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { ViewChips } from "../../components/tabs.js";
import { usePages } from "../../components/use-pages.js";
import { parseHeldSearch } from "../../navigation/held-search.js";
import { formatDayOf } from "../../text/format-instant.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { CompareRow } from "./compare-row.js";
import { useDoubtName } from "./use-doubt-name.js";

type Kind = "update" | "create" | "refuse" | "later";
type Asked = { kind: Kind; rows: readonly HeldRow[]; target?: string };
const keyOf = ({ runId, row }: { runId: string; row: number }) => `${runId} ${row}`;
const words = {
  update: "held.update",
  create: "held.create",
  refuse: "held.refuse",
  later: "held.put-off",
} as const;

/** Everything that imports have left for a person, with what may be decided about it, one by one or for many at once. */
export function HeldPage() {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const saving = useSaving();
  const search = parseHeldSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const input = { limit: 50, ...(search.doubt === undefined ? {} : { doubt: search.doubt }) };
  const list = usePages("import.held", input, (page) => api.import.held.query(page));
  const first = list.data?.pages[0] as OperationOutput<"import.held"> | undefined;
  const doubts = first?.doubts ?? [];
  const doubtName = useDoubtName();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const [compared, setCompared] = useState<HeldRow>();
  const rows = list.rows ?? [];
  const marked = rows.filter((row) => chosen.has(keyOf(row)));
  const decide = useMutation(
    trpc.import.decideHeld.mutationOptions({
      ...saving("", undefined),
      onSuccess: ({ decided, left }) => {
        setAsked(undefined);
        setChosen(new Set());
        void list.refetch();
        void message.success(t("held.decided", { n: decided }));
        const [one] = left;
        if (one !== undefined)
          void message.warning(
            t("held.left", { n: left.length, why: renderProblem(one.problem as Problem, locale) }),
            8,
          );
      },
    }),
  );
  const toggle = (key: string) =>
    setChosen((old) =>
      old.has(key) ? new Set([...old].filter((one) => one !== key)) : new Set([...old, key]),
    );
  const ask = (kind: Kind, of: readonly HeldRow[], target?: string) =>
    setAsked({ kind, rows: of, ...(target === undefined ? {} : { target }) });
  const total = doubts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> /{" "}
            <DoorLink door={{ to: "/registry/import" }}>{t("nav.import")}</DoorLink> / {t("held.title")}
          </>
        }
        title={t("held.title")}
        sub={list.data !== undefined && t("held.sub", { n: formatCount(total) })}
      />
      {doubts.length > 0 && (
        <ViewChips
          label={t("import.why-held")}
          views={[
            {
              key: "",
              title: t("held.all"),
              count: formatCount(total),
              door: { to: "/registry/held" },
              on: search.doubt === undefined,
            },
            ...doubts.map(({ code, count }) => ({
              key: code,
              title: doubtName(code),
              count: formatCount(count),
              door: { to: "/registry/held" as const, search: { doubt: code } },
              on: search.doubt === code,
            })),
          ]}
        />
      )}
      <Card flush>
        <PagedRows
          list={list}
          empty={<Blank icon="check" tone="good" title={t("held.empty")} hint={t("held.empty-hint")} />}
        >
          {() => (
            <>
              <div className="bulk-line">
                <Checkbox
                  checked={marked.length > 0 && marked.length === rows.length}
                  indeterminate={marked.length > 0 && marked.length < rows.length}
                  onChange={(event) => setChosen(event.target.checked ? new Set(rows.map(keyOf)) : new Set())}
                >
                  {marked.length === 0
                    ? t("held.select-all", { n: rows.length })
                    : t("held.selected", { n: marked.length })}
                </Checkbox>
                <span className="row wrap r">
                  {(["update", "create", "refuse", "later"] as const).map((kind) => (
                    <Button
                      key={kind}
                      size="small"
                      disabled={marked.length === 0}
                      onClick={() => ask(kind, marked)}
                    >
                      {t(words[kind])}
                    </Button>
                  ))}
                </span>
              </div>
              <SmallTable
                className="stack-phone"
                head={
                  <>
                    <th aria-label={t("held.all")} />
                    <th>{t("import.name")}</th>
                    <th>{t("import.why-held")}</th>
                    <th>{t("import.decide")}</th>
                  </>
                }
              >
                {rows.map((row) => (
                  <Row
                    key={keyOf(row)}
                    row={row}
                    chosen={chosen.has(keyOf(row))}
                    onToggle={() => toggle(keyOf(row))}
                    onCompare={() => setCompared(row)}
                    onAsk={(kind) => ask(kind, [row])}
                  />
                ))}
              </SmallTable>
            </>
          )}
        </PagedRows>
      </Card>
      {compared !== undefined && (
        <CompareRow
          runId={compared.runId}
          row={compared}
          onUpdate={(target) => {
            ask("update", [compared], target);
            setCompared(undefined);
          }}
          onClose={() => setCompared(undefined)}
        />
      )}
      {asked !== undefined && (
        <ReasonModal
          title={t("held.why", { what: t(words[asked.kind]) })}
          hint={t("held.selected", { n: asked.rows.length })}
          action={t(words[asked.kind])}
          pending={decide.isPending}
          error={decide.error}
          onClose={() => setAsked(undefined)}
          onSubmit={({ reason }) =>
            decide.mutate({
              txId: createTxId(),
              rows: asked.rows.map(({ runId, row }) => ({ runId, row })),
              decision:
                asked.kind === "update" && asked.target !== undefined
                  ? { kind: "update", target: asked.target }
                  : { kind: asked.kind },
              reason,
            })
          }
        />
      )}
    </>
  );
}

function Row({
  row,
  chosen,
  onToggle,
  onCompare,
  onAsk,
}: {
  row: HeldRow;
  chosen: boolean;
  onToggle: () => void;
  onCompare: () => void;
  onAsk: (kind: Kind) => void;
}) {
  const { t, locale } = useText();
  const [candidate, ...more] = row.candidates;
  return (
    <tr>
      <td>
        <Checkbox checked={chosen} onChange={onToggle} aria-label={t("held.select", { row: row.row })} />
      </td>
      <td>
        <span className="strong">{row.name}</span>
        <br />
        <span className="t3 sm">
          {row.source ?? ""} {t("held.from", { file: row.fileName, row: row.row })}{" "}
          {t("held.on", { date: formatDayOf(row.heldAt) })}
        </span>
      </td>
      <td>
        {row.problems.map((problem) => (
          <span key={`${problem.column}${problem.code}`} className="cell-why">
            {renderProblem(problem, locale)}
          </span>
        ))}
        {candidate !== undefined && (
          <button type="button" className="btn link" onClick={onCompare}>
            {t("import.compare")}
          </button>
        )}
        {row.later !== null && (
          <span className="cell-why t3">
            {t("held.later", {
              by: row.later.by,
              date: formatDayOf(row.later.at),
              reason: row.later.reason ?? "",
            })}
          </span>
        )}
      </td>
      <td>
        <span className="row wrap">
          {row.decisions.includes("update") && more.length === 0 && (
            <Button size="small" onClick={() => onAsk("update")}>
              {t("import.update")}
            </Button>
          )}
          {row.decisions.includes("create") && (
            <Button size="small" onClick={() => onAsk("create")}>
              {t("held.create")}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => onAsk("refuse")}>
            {t("held.refuse")}
          </Button>
          <Button size="small" type="text" onClick={() => onAsk("later")}>
            {t("held.put-off")}
          </Button>
        </span>
      </td>
    </tr>
  );
}
