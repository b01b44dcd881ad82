import type { RegistryRow } from "@shian/domain";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import {
  type RegistryColumnKey,
  type RegistrySearch,
  type RegistrySortKey,
  usualColumns,
} from "../../navigation/registry-search.js";
import { useText } from "../../text/use-text.js";
import type { Chosen } from "./bulk-bar.js";
import { useColumnTitle } from "./column-menu.js";
import { classOf, RegistryCell } from "./registry-cell.js";

/** Columns by which the list may be ordered. */
const sortOf: { readonly [C in RegistryColumnKey]?: RegistrySortKey } = {
  grade: "grade",
  place: "place",
  state: "state",
  openedOn: "opened",
  licenceExpiresOn: "licence",
};

type TableProps = {
  rows: readonly RegistryRow[];
  total: number;
  search: RegistrySearch;
  /** Rows that are chosen to be changed together; undefined for who may not. */
  choosing: { chosen: Chosen; onChoose: (chosen: Chosen) => void } | undefined;
  onSort: (search: RegistrySearch, replace?: boolean) => void;
  onOpen: (id: string) => void;
  onEnd: () => void;
};

/** Rows of the register; only those in sight are in the page, more are fetched as the end comes near. */
export function RegistryTable({ rows, total, search, choosing, onSort, onOpen, onEnd }: TableProps) {
  const { t } = useText();
  const titleOf = useColumnTitle();
  const columns = search.columns ?? usualColumns;
  const isChosen = (id: string) =>
    choosing !== undefined && (choosing.chosen === "all" || choosing.chosen.has(id));
  const choose = (id: string, on: boolean) => {
    if (choosing === undefined) return;
    const next = new Set(choosing.chosen === "all" ? rows.map((row) => row.id) : choosing.chosen);
    if (on) next.add(id);
    else next.delete(id);
    choosing.onChoose(next);
  };
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 53,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    if (rows.length < total && last >= rows.length - 20) end.current();
  }, [last, rows.length, total]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const head = { search, onSort };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="reg-table" ref={box} tabIndex={0} aria-label={t("nav.registry")}>
      <table className="tbl reg" aria-rowcount={total}>
        <thead>
          <tr>
            {choosing !== undefined && (
              <th className="pick-col">
                <input
                  type="checkbox"
                  aria-label={t("bulk.choose-all")}
                  checked={
                    choosing.chosen === "all" || (rows.length > 0 && rows.every(({ id }) => isChosen(id)))
                  }
                  onChange={(event) =>
                    choosing.onChoose(event.target.checked ? new Set(rows.map(({ id }) => id)) : new Set())
                  }
                />
              </th>
            )}
            <SortHead title={t("registry.name")} by="name" {...head} />
            {columns.map((column) => {
              const by = sortOf[column];
              return by === undefined ? (
                <th key={column} className={classOf(column)}>
                  {titleOf(column)}
                </th>
              ) : (
                <SortHead
                  key={column}
                  title={titleOf(column)}
                  by={by}
                  className={classOf(column)}
                  {...head}
                />
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr>
              <td colSpan={columns.length + 2} style={{ height: before, padding: 0, border: 0 }} />
            </tr>
          )}
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row !== undefined && (
                <tr
                  key={row.id}
                  ref={virtual.measureElement}
                  data-index={item.index}
                  aria-rowindex={item.index + 2}
                  className={row.id === search.open ? "on" : ""}
                >
                  {choosing !== undefined && (
                    <td className="pick-col">
                      <input
                        type="checkbox"
                        aria-label={t("bulk.choose", { name: row.name })}
                        checked={isChosen(row.id)}
                        onChange={(event) => choose(row.id, event.target.checked)}
                      />
                    </td>
                  )}
                  <td className="name-cell">
                    <button type="button" className="row-name" onClick={() => onOpen(row.id)}>
                      {row.name}
                    </button>
                    <small className={row.creditCode === null ? "" : "code"}>
                      {row.creditCode ?? row.licenceNumber ?? t("registry.no-code")}
                    </small>
                    <small className="phone-only">{row.placeName}</small>
                  </td>
                  {columns.map((column) => (
                    <td key={column} className={`${classOf(column)} ${column === "place" ? "" : "nw"}`}>
                      <RegistryCell column={column} row={row} />
                    </td>
                  ))}
                </tr>
              )
            );
          })}
          {after > 0 && (
            <tr>
              <td colSpan={columns.length + 2} style={{ height: after, padding: 0, border: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function SortHead({
  title,
  by,
  search,
  onSort,
  className = "",
}: {
  title: string;
  by: RegistrySortKey;
  search: RegistrySearch;
  onSort: (search: RegistrySearch, replace?: boolean) => void;
  className?: string;
}) {
  const { t } = useText();
  const on = search.sort === by;
  const descending = on && search.descending === true;
  return (
    <th className={className} aria-sort={on ? (descending ? "descending" : "ascending") : "none"}>
      <button
        type="button"
        title={t("common.sort-by", { column: title })}
        onClick={() => onSort({ ...search, sort: by, descending: on && !descending }, true)}
      >
        {title}
        {on && <span className={descending ? "sort" : "sort up"} />}
      </button>
    </th>
  );
}
