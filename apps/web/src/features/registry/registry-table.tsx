import type { RegistryRow } from "@shian/domain";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { DoorLink } from "../../components/figures.js";
import { GradeSquare, RiskBars } from "../../components/grade-square.js";
import { DutyMark, StatusMark } from "../../components/status-mark.js";
import { ReviewMark } from "../../components/use-under-review.js";
import type { RegistrySearch, RegistrySortKey } from "../../navigation/registry-search.js";
import type { TextKey } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";

type TableProps = {
  rows: readonly RegistryRow[];
  total: number;
  search: RegistrySearch;
  onSort: (search: RegistrySearch, replace?: boolean) => void;
  onOpen: (id: string) => void;
  onEnd: () => void;
};

/** Rows of the register; only those in sight are in the page, more are fetched as the end comes near. */
export function RegistryTable({ rows, total, search, onSort, onOpen, onEnd }: TableProps) {
  const { t, name } = useText();
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
            <SortHead title="registry.name" by="name" {...head} />
            <th className="opt opt-drawer">{t("registry.form")}</th>
            <SortHead title="registry.short-grade" by="grade" {...head} />
            <th className="opt opt-drawer">{t("registry.short-risk")}</th>
            <SortHead title="registry.place" by="place" className="opt" {...head} />
            <th className="opt opt-drawer">{t("registry.official")}</th>
            <th>{t("registry.duty")}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr>
              <td colSpan={7} style={{ height: before, padding: 0, border: 0 }} />
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
                  <td className="name-cell">
                    <button type="button" className="row-name" onClick={() => onOpen(row.id)}>
                      {row.name}
                    </button>
                    <small className={row.creditCode === null ? "" : "code"}>
                      {row.creditCode ?? row.licenceNumber ?? t("registry.no-code")}
                    </small>
                    <small className="phone-only">{row.placeName}</small>
                  </td>
                  <td className="opt opt-drawer nw">
                    {row.form === null ? (
                      <span className="t3">{t("common.unknown")}</span>
                    ) : (
                      name("form", row.form)
                    )}
                  </td>
                  <td>
                    <GradeSquare grade={row.grade} />
                    <ReviewMark of={row.id} />
                  </td>
                  <td className="opt opt-drawer">
                    <RiskBars grade={row.riskGrade} />
                  </td>
                  <td className="opt">
                    {row.place === null ? (
                      <span className="t3">
                        {row.placeName === "" ? t("registry.place-unknown") : row.placeName}
                      </span>
                    ) : (
                      <PlaceName name={row.placeName} />
                    )}
                  </td>
                  <td className="opt opt-drawer nw">
                    {row.official === null ? (
                      row.state === "active" ? (
                        <StatusMark tone="overdue">{t("registry.nobody")}</StatusMark>
                      ) : (
                        <span className="t3">–</span>
                      )
                    ) : (
                      <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official.id } }}>
                        {row.official.name}
                      </DoorLink>
                    )}
                  </td>
                  <td className="nw">
                    {row.state === "active" ? (
                      <DutyMark state={row.duty.state} daysLeft={row.duty.daysLeft} />
                    ) : (
                      <StatusMark tone="closed">{name("state", row.state)}</StatusMark>
                    )}
                  </td>
                </tr>
              )
            );
          })}
          {after > 0 && (
            <tr>
              <td colSpan={7} style={{ height: after, padding: 0, border: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** Township above, village below, as the register names a place. */
export function PlaceName({ name }: { name: string }) {
  const [, first = name, rest = ""] = /^(.*?(?:街道|[镇乡]))\s*(.+)$/.exec(name) ?? [];
  return (
    <>
      {first}
      {rest !== "" && <small>{rest}</small>}
    </>
  );
}

function SortHead({
  title,
  by,
  search,
  onSort,
  className = "",
}: {
  title: TextKey;
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
        title={t("common.sort-by", { column: t(title) })}
        onClick={() => onSort({ ...search, sort: by, descending: on && !descending }, true)}
      >
        {t(title)}
        {on && <span className={descending ? "sort" : "sort up"} />}
      </button>
    </th>
  );
}
