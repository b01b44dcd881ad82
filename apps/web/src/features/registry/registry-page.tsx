import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { MoreMenu } from "../../components/more-menu.js";
import { Blank } from "../../components/notice.js";
import { ErrorBlank } from "../../components/query-view.js";
import { usePages } from "../../components/use-pages.js";
import {
  countConditions,
  parseRegistrySearch,
  type RegistrySearch,
  toRegistryFilter,
  usualColumns,
} from "../../navigation/registry-search.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC, useTRPCClient } from "../../trpc.js";
import { BulkBar, type Chosen } from "./bulk-bar.js";
import { BulkHistory } from "./bulk-history.js";
import { ColumnMenu } from "./column-menu.js";
import { CreateForm } from "./create-form.js";
import { EstablishmentDrawer } from "./establishment-drawer.js";
import { ExportMenu } from "./export-menu.js";
import { FilterBar } from "./filter-bar.js";
import { LateStates } from "./late-states.js";
import { RegistryTable } from "./registry-table.js";
import { findShown, RegistryViews } from "./registry-views.js";
import { SaveView } from "./save-view.js";
import { SavedViewTools } from "./saved-view-tools.js";

/** The register: a list narrowed by the address, one establishment opened beside it. */
export function RegistryPage() {
  const { t } = useText();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const scope = useScope();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => parseRegistrySearch(raw), [raw]);
  const filter = useMemo(() => toRegistryFilter(search, scope.territory), [search, scope.territory]);
  const sort =
    search.sort === undefined ? undefined : { by: search.sort, descending: search.descending ?? false };
  const input = {
    filter,
    limit: 100,
    ...(sort === undefined ? {} : { sort }),
    ...toDays(scope),
  };
  const list = usePages("registry.list", input, (input) => api.registry.list.query(input));
  const summary = useQuery(trpc.registry.summary.queryOptions(scope));
  const saved = useQuery(
    trpc.registryView.list.queryOptions({
      ...(scope.territory === undefined ? {} : { territory: scope.territory }),
      ...(scope.asOf === undefined ? {} : { asOf: scope.asOf }),
    }),
  );
  const late = useQuery(
    trpc.registry.stateClocks.queryOptions({
      ...(scope.territory === undefined ? {} : { territory: scope.territory }),
      ...(scope.asOf === undefined ? {} : { asOf: scope.asOf }),
      limit: 1,
    }),
  );
  const { may } = useSession();
  const [dialog, setDialog] = useState<"create" | "history" | "late" | "view">();
  const [chosen, setChosen] = useState<Chosen>(new Set());
  const filterKey = JSON.stringify(filter);
  // What was chosen under other conditions is not chosen under these.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the conditions
  useEffect(() => setChosen(new Set()), [filterKey]);
  const views = saved.data?.rows ?? [];
  const shown = findShown(views, search);
  const close = () => setDialog(undefined);
  const rows = list.rows;
  const total = list.total;

  const change = useCallback(
    (next: RegistrySearch, replace = false) =>
      void navigate({
        to: "/registry",
        replace,
        search: ((old: Record<string, unknown>) => ({
          territory: old.territory,
          asOf: old.asOf,
          knownOn: old.knownOn,
          ...next,
        })) as never,
      }),
    [navigate],
  );
  const openRow = useCallback(
    (id: string | undefined) =>
      change({ ...search, ...(id === undefined ? { open: "" } : { open: id }) }, true),
    [change, search],
  );
  useRowKeys(
    rows?.map((row) => row.id),
    search.open,
    openRow,
  );

  const conditions = countConditions(search);
  const position = rows?.findIndex((row) => row.id === search.open) ?? -1;

  return (
    <>
      <PageHead
        title={t("nav.registry")}
        sub={
          summary.data !== undefined && (
            <span data-testid="registry-total">
              {t("registry.sub", { n: formatCount(summary.data.active) })}
            </span>
          )
        }
        actions={
          <>
            <MoreMenu
              items={[
                { key: "objections", label: t("objection.title"), door: { to: "/registry/objections" } },
                { key: "controls", label: t("nav.controls"), door: { to: "/registry/controls" } },
                { key: "xray", label: t("xray.open"), door: { to: "/registry/x-ray" } },
                { key: "duplicates", label: t("dup.title"), door: { to: "/registry/duplicates" } },
                { key: "facts", label: t("facts.title"), door: { to: "/registry/facts" } },
                ...(may("bulkEdit.make")
                  ? [{ key: "bulk", label: t("bulk.history"), onClick: () => setDialog("history") }]
                  : []),
              ]}
            />
            <DoorLink door={{ to: "/registry/compare" }} className="btn">
              <Icon name="swap" />
              {t("compare.open")}
            </DoorLink>
            <ExportMenu filter={filter} total={total} />
            <DoorLink door={{ to: "/registry/import", search: { kind: "registry" } }} className="btn">
              <Icon name="upload" />
              {t("registry.import")}
            </DoorLink>
            <IfMay operation="registry.create">
              <Button type="primary" icon={<Icon name="plus" />} onClick={() => setDialog("create")}>
                {t("create.open")}
              </Button>
            </IfMay>
          </>
        }
      />
      <div className="view-row">
        <RegistryViews summary={summary.data} saved={views} search={search} />
        {(late.data?.total ?? 0) > 0 && (
          <button type="button" className="view" onClick={() => setDialog("late")}>
            {t("spell.late")}
            <b>{formatCount(late.data?.total ?? 0)}</b>
          </button>
        )}
        <SavedViewTools shown={shown} onSave={() => setDialog("view")} />
      </div>
      <Card flush>
        <div className="filter-row">
          <FilterBar search={search} onChange={change} />
          <ColumnMenu
            columns={search.columns ?? usualColumns}
            onChange={(columns) => {
              const { columns: _before, ...others } = search;
              change(columns === undefined ? others : { ...others, columns }, true);
            }}
          />
        </div>
        {list.isError && rows === undefined && (
          <ErrorBlank error={list.error} retry={() => void list.refetch()} />
        )}
        {list.isPending && <LoadingRows rows={10} />}
        {rows !== undefined && rows.length > 0 && (
          <RegistryTable
            rows={rows}
            total={total}
            search={search}
            choosing={may("bulkEdit.make") ? { chosen, onChoose: setChosen } : undefined}
            onSort={change}
            onOpen={openRow}
            onEnd={() => {
              if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
            }}
          />
        )}
        {rows?.length === 0 &&
          (conditions === 0 ? (
            <Blank
              icon="shop"
              title={t("registry.empty")}
              hint={t("registry.empty-hint")}
              actions={
                <DoorLink door={{ to: "/registry/import", search: { kind: "registry" } }} className="btn pri">
                  {t("overview.start-1")}
                </DoorLink>
              }
            />
          ) : (
            <Blank
              icon="filter"
              title={t("registry.no-match", { n: conditions })}
              hint={t("registry.no-match-hint")}
              actions={<Button onClick={() => change({})}>{t("state.clear")}</Button>}
            />
          ))}
        {rows !== undefined && rows.length > 0 && (
          <div className="foot-note" data-testid="registry-shown">
            {t("registry.rows-shown", { shown: formatCount(rows.length), total: formatCount(total) })}
          </div>
        )}
      </Card>
      <BulkBar chosen={chosen} filter={filter} total={total} onChoose={setChosen} />
      {dialog === "create" && <CreateForm onClose={close} />}
      {dialog === "history" && <BulkHistory onClose={close} />}
      {dialog === "late" && <LateStates onClose={close} />}
      {dialog === "view" && (
        <SaveView search={search} filter={toRegistryFilter(search, undefined)} onClose={close} />
      )}
      {search.open !== undefined && search.open !== "" && (
        <EstablishmentDrawer
          id={search.open}
          position={
            position < 0
              ? undefined
              : t("registry.position", { n: formatCount(position + 1), total: formatCount(total) })
          }
          onClose={() => openRow(undefined)}
        />
      )}
    </>
  );
}

/** J and K move through the list while one establishment is open. */
function useRowKeys(
  ids: readonly string[] | undefined,
  open: string | undefined,
  onOpen: (id: string) => void,
): void {
  useEffect(() => {
    if (open === undefined || ids === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest("input, textarea, select, [contenteditable], dialog, .ant-modal") !== null;
      if (step === 0 || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = ids[ids.indexOf(open) + step];
      if (next !== undefined) onOpen(next);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [ids, open, onOpen]);
}
