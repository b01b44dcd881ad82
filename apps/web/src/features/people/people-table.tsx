import { accountStates, findGrantTarget, grantableRoles, type PersonRow } from "@shian/domain";
import { Button } from "antd";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { SearchField } from "../../components/search-field.js";
import { StatusMark, Tag } from "../../components/status-mark.js";
import type { usePages } from "../../components/use-pages.js";
import { useToday } from "../../components/use-today.js";
import { WordFilter } from "../../components/word-filter.js";
import type { PeopleSearch } from "../../navigation/people-search.js";
import { useSession } from "../../session/use-session.js";
import { formatInstant } from "../../text/format-instant.js";
import { useSpan } from "../../text/use-span.js";
import { useText } from "../../text/use-text.js";

type List = ReturnType<typeof usePages<PersonRow, object>>;

/** Filters, rows and the way to more of them. */
export function PeopleTable({
  list,
  search,
  onChange,
}: {
  list: List;
  search: PeopleSearch;
  onChange: (search: PeopleSearch) => void;
}) {
  const { t, name } = useText();
  const { may } = useSession();
  const set = (part: { [K in keyof PeopleSearch]?: PeopleSearch[K] | undefined }) =>
    onChange({ ...search, ...(part as PeopleSearch) });
  const isNarrowed = search.search !== undefined || search.role !== undefined || search.state !== undefined;
  return (
    <>
      <search className="filters" aria-label={t("people.search")}>
        <SearchField
          label={t("people.search")}
          value={search.search ?? ""}
          onSettled={(text) => set({ search: text === "" ? undefined : text })}
        />
        <WordFilter
          title={t("people.role")}
          value={search.role}
          words={grantableRoles.map((value) => ({ value, label: name("role", value) }))}
          onChange={(role) => set({ role })}
        />
        {may("people.get") && (
          <WordFilter
            title={t("people.state")}
            value={search.state}
            words={accountStates.map((value) => ({ value, label: name("account-state", value) }))}
            onChange={(state) => set({ state })}
          />
        )}
      </search>
      <PagedRows
        list={list}
        loading={8}
        empty={
          <Blank
            icon="person"
            title={t(isNarrowed ? "people.no-match" : "people.empty")}
            hint={t(isNarrowed ? "registry.no-match-hint" : "people.empty-hint")}
            actions={isNarrowed && <Button onClick={() => onChange({})}>{t("state.clear")}</Button>}
          />
        }
      >
        {(rows) => (
          <SmallTable
            className="people-table"
            head={
              <>
                <th>{t("people.person")}</th>
                <th>{t("people.role")}</th>
                <th className="opt">{t("people.where-when")}</th>
                {may("people.get") && <th>{t("people.state")}</th>}
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
    </>
  );
}

function Row({ row, on, onOpen }: { row: PersonRow; on: boolean; onOpen: () => void }) {
  const { t, name, list } = useText();
  const { may } = useSession();
  const span = useSpan();
  const places = [
    ...new Set(
      row.roles.map(
        ({ role, territoryName }) =>
          territoryName ?? (findGrantTarget(role) === "none" ? null : t("account.own")),
      ),
    ),
  ];
  const [first, ...others] = row.roles;
  return (
    <tr className={on ? "on" : ""}>
      <td>
        {may("people.get") ? (
          <button type="button" className="row-name" onClick={onOpen}>
            {row.name}
          </button>
        ) : (
          row.name
        )}
        <small>{row.unit?.name ?? t("people.no-unit")}</small>
      </td>
      <td>
        <span className="row wrap gap4">
          {[...new Set(row.roles.map(({ role, leading }) => (leading ? "leading" : role)))].map((role) => (
            <Tag key={role}>{name("role", role)}</Tag>
          ))}
          {row.roles.length === 0 && <span className="t3">{t("people.no-grant")}</span>}
        </span>
      </td>
      <td className="opt">
        {list(places)}
        {first !== undefined && (
          <small>{others.length === 0 ? span(first) : t("people.grants-n", { n: row.roles.length })}</small>
        )}
      </td>
      {row.account !== null && (
        <td className="nw">
          <StateOf row={row} />
          <small>
            {row.account.lastSeen === null
              ? t("people.never-seen")
              : formatInstant(row.account.lastSeen).slice(5)}
          </small>
        </td>
      )}
    </tr>
  );
}

const SOON_DAYS = 14;

/** Locked before disabled before ending soon: what an administrator would act on comes first. */
export function StateOf({ row }: { row: PersonRow }) {
  const { t, name } = useText();
  const today = useToday();
  if (row.account === null) return null;
  if (row.account.locked) return <StatusMark tone="overdue">{t("people.locked")}</StatusMark>;
  if (row.account.state === "disabled")
    return <StatusMark tone="closed">{name("account-state", "disabled")}</StatusMark>;
  const ends = row.roles.map(({ to }) => to);
  const last = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  const left = last === null ? undefined : Math.round((Date.parse(last) - Date.parse(today)) / 86_400_000);
  if (left !== undefined && left <= SOON_DAYS)
    return <StatusMark tone="at-risk">{t("common.days-left", { n: left })}</StatusMark>;
  return <StatusMark tone="ok">{name("account-state", "enabled")}</StatusMark>;
}
