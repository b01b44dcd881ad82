import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useCallback, useEffect, useMemo } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { ErrorBlank } from "../../components/query-view.js";
import { usePages } from "../../components/use-pages.js";
import {
  countConditions,
  parseRegistrySearch,
  type RegistrySearch,
  toRegistryFilter,
} from "../../navigation/registry-search.js";
import { toDays } from "../../navigation/scope-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPC, useTRPCClient } from "../../trpc.js";
import { EstablishmentDrawer } from "./establishment-drawer.js";
import { ExportMenu } from "./export-menu.js";
import { FilterBar } from "./filter-bar.js";
import { RegistryTable } from "./registry-table.js";
import { RegistryViews } from "./registry-views.js";

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
            <DoorLink door={{ to: "/registry/objections" }} className="btn">
              {t("objection.title")}
            </DoorLink>
            <DoorLink door={{ to: "/registry/controls" }} className="btn">
              {t("nav.controls")}
            </DoorLink>
            <DoorLink door={{ to: "/registry/x-ray" }} className="btn">
              <Icon name="eye" />
              {t("xray.open")}
            </DoorLink>
            <DoorLink door={{ to: "/registry/compare" }} className="btn">
              <Icon name="swap" />
              {t("compare.open")}
            </DoorLink>
            <ExportMenu filter={filter} total={total} />
            <IfMay operation="duplicate.list">
              <DoorLink door={{ to: "/registry/duplicates" }} className="btn">
                {t("dup.title")}
              </DoorLink>
            </IfMay>
            <DoorLink door={{ to: "/registry/import", search: { kind: "registry" } }} className="btn pri">
              <Icon name="upload" />
              {t("registry.import")}
            </DoorLink>
          </>
        }
      />
      <RegistryViews summary={summary.data} search={search} />
      <Card flush>
        <FilterBar search={search} onChange={change} />
        {list.isError && rows === undefined && (
          <ErrorBlank error={list.error} retry={() => void list.refetch()} />
        )}
        {list.isPending && <LoadingRows rows={10} />}
        {rows !== undefined && rows.length > 0 && (
          <RegistryTable
            rows={rows}
            total={total}
            search={search}
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
      {search.open !== undefined && (
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
