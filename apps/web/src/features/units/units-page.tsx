import { type UnitRow, unitKinds } from "@shian/domain";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { SearchField } from "../../components/search-field.js";
import { StatusMark } from "../../components/status-mark.js";
import { TabLinks } from "../../components/tabs.js";
import { usePages } from "../../components/use-pages.js";
import { useToday } from "../../components/use-today.js";
import { WordFilter } from "../../components/word-filter.js";
import { parseUnitSearch, type UnitSearch, unitTabs } from "../../navigation/unit-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { IfMay, useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { StandInsView } from "./stand-ins-view.js";
import { UnitDrawer } from "./unit-drawer.js";
import { isGroupKind, UnitForm } from "./unit-form.js";

/** Units, and the groups that they form; who stands in for whom on the second tab. */
export function UnitsPage() {
  const { t } = useText();
  const { may } = useSession();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const search = useMemo(() => parseUnitSearch(raw), [raw]);
  const [creating, setCreating] = useState(false);
  const change = (next: UnitSearch) =>
    void navigate({
      to: "/settings/units",
      replace: true,
      search: ((old: Record<string, unknown>) => ({
        territory: old.territory,
        asOf: old.asOf,
        ...next,
      })) as never,
    });
  const tabs = unitTabs.filter((tab) => tab === "units" || may("standIn.list"));
  const view = tabs.find((tab) => tab === search.view) ?? "units";
  return (
    <>
      <PageHead
        title={t("nav.units")}
        actions={
          view === "units" && (
            <IfMay operation="unit.create">
              <button type="button" className="btn pri" onClick={() => setCreating(true)}>
                <Icon name="plus" />
                {t("units.create")}
              </button>
            </IfMay>
          )
        }
      />
      {tabs.length > 1 && (
        <TabLinks
          label={t("nav.units")}
          tabs={tabs.map((key) => ({
            key,
            title: t(`units.tab-${key}`),
            door: { to: "/settings/units", search: key === "units" ? {} : { view: key } },
            on: key === view,
          }))}
        />
      )}
      {view === "units" ? <UnitList search={search} onChange={change} /> : <StandInsView />}
      {creating && <UnitForm onClose={() => setCreating(false)} />}
    </>
  );
}

function UnitList({ search, onChange }: { search: UnitSearch; onChange: (search: UnitSearch) => void }) {
  const { t, name } = useText();
  const api = useTRPCClient();
  const { asOf } = useScope();
  const input = {
    ...(search.search === undefined ? {} : { search: search.search }),
    ...(search.kind === undefined ? {} : { kind: search.kind }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const list = usePages("unit.list", input, (asked) => api.unit.list.query(asked));
  const { rows } = list;
  const opened = rows?.find(({ id }) => id === search.open);
  const { open, ...filter } = search;
  const set = (part: { [K in keyof UnitSearch]?: UnitSearch[K] | undefined }) =>
    onChange({ ...filter, ...part } as UnitSearch);
  return (
    <>
      <Card flush>
        <search className="filters" aria-label={t("units.search")}>
          <SearchField
            label={t("units.search")}
            value={search.search ?? ""}
            onSettled={(text) => set({ search: text === "" ? undefined : text })}
          />
          <WordFilter
            title={t("units.kind")}
            value={search.kind}
            words={unitKinds.map((value) => ({ value, label: name("unit-kind", value) }))}
            onChange={(kind) => set({ kind })}
          />
        </search>
        <PagedRows
          list={list}
          loading={8}
          empty={<Blank icon="shop" title={t("units.empty")} hint={t("units.empty-hint")} />}
        >
          {(rows) => (
            <SmallTable
              head={
                <>
                  <th>{t("units.name")}</th>
                  <th>{t("units.kind")}</th>
                  <th className="opt">{t("people.where")}</th>
                  <th className="opt opt-drawer">{t("units.lead")}</th>
                  <th className="num opt">{t("units.members")}</th>
                  <th className="opt opt-drawer">{t("people.days")}</th>
                </>
              }
            >
              {rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  on={row.id === search.open}
                  onOpen={() => onChange({ ...search, open: row.id })}
                />
              ))}
            </SmallTable>
          )}
        </PagedRows>
      </Card>
      {opened !== undefined && <UnitDrawer key={opened.id} unit={opened} onClose={() => onChange(filter)} />}
    </>
  );
}

function Row({ row, on, onOpen }: { row: UnitRow; on: boolean; onOpen: () => void }) {
  const { t, name } = useText();
  const today = useToday();
  const ended = row.to !== null && row.to <= today;
  return (
    <tr className={`${on ? "on" : ""} ${ended ? "past" : ""}`}>
      <td>
        <button type="button" className="row-name" onClick={onOpen}>
          {row.name}
        </button>
      </td>
      <td className="nw">{name("unit-kind", row.kind)}</td>
      <td className="opt">{row.territoryName}</td>
      <td className="opt opt-drawer">{row.leadUnitName}</td>
      <td className="num opt">{isGroupKind(row.kind) && formatCount(row.members.length)}</td>
      <td className="opt opt-drawer nw">
        {ended ? (
          <StatusMark tone="closed">{t("units.ended-on", { day: row.to ?? "" })}</StatusMark>
        ) : (
          t("account.from", { from: row.from })
        )}
      </td>
    </tr>
  );
}
