import { levels } from "@shian/domain";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { Card } from "../../components/card.js";
import { CoverageBar, DoorLink, formatCount, NumberLink, RateText } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { ErrorBlank } from "../../components/query-view.js";
import { usePages } from "../../components/use-pages.js";
import { useScope } from "../../navigation/use-scope.js";
import { type ChainSearch, officialSorts } from "../../navigation/visit-search.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";

/** The officials: what they answer for and how far they have come. */
export function OfficialsView({ search }: { search: ChainSearch }) {
  const { t, name, clauses, list } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const navigate = useNavigate();
  const [text, setText] = useState(search.search ?? "");
  const set = (part: ChainSearch | { level?: undefined; search?: undefined }) =>
    void navigate({
      to: "/chain",
      replace: true,
      search: ((old: object) => ({ ...old, view: "officials", ...part })) as never,
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the timer
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === (search.search ?? "")) return;
    const timer = setTimeout(() => set(wanted === "" ? { search: undefined } : { search: wanted }), 300);
    return () => clearTimeout(timer);
  }, [text]);
  const query = usePages(
    "official.list",
    {
      ...scope,
      limit: 50,
      sort: search.sort ?? "overdue",
      ...(search.level === undefined ? {} : { level: search.level }),
      ...(search.search === undefined ? {} : { search: search.search }),
    },
    (input) => api.official.list.query(input),
  );
  const rows = query.rows;
  const total = query.total;
  return (
    <Card flush>
      <search className="filters" aria-label={t("officials.search")}>
        <Input
          allowClear
          className="field-wide"
          prefix={<Icon name="search" />}
          placeholder={t("officials.search")}
          aria-label={t("officials.search")}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
        <span className={search.level === undefined ? "" : "is-set"}>
          <Select
            allowClear
            style={{ minWidth: 120 }}
            placeholder={t("officials.level")}
            aria-label={t("officials.level")}
            value={search.level ?? null}
            options={levels.map((level) => ({ value: level, label: name("level", level) }))}
            onChange={(level) =>
              set(level === null || level === undefined ? { level: undefined } : { level })
            }
          />
        </span>
        <Select
          style={{ minWidth: 120 }}
          aria-label={t("officials.sort")}
          value={search.sort ?? "overdue"}
          options={officialSorts.map((sort) => ({ value: sort, label: t(`officials.sort-${sort}`) }))}
          onChange={(sort) => set({ sort })}
        />
      </search>
      {query.isError && rows === undefined && (
        <ErrorBlank error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <LoadingRows rows={10} />}
      {rows?.length === 0 &&
        (search.level === undefined && search.search === undefined ? (
          <Blank
            icon="person"
            title={t("chain.started-empty")}
            hint={t("chain.started-empty-hint")}
            actions={
              <DoorLink door={{ to: "/registry/import", search: { kind: "officials" } }} className="btn pri">
                {t("overview.start-3")}
              </DoorLink>
            }
          />
        ) : (
          <Blank icon="filter" title={t("officials.empty")} />
        ))}
      {rows !== undefined && rows.length > 0 && (
        <div className="scroll-x">
          <table className="tbl">
            <thead>
              <tr>
                <th>{t("officials.name")}</th>
                <th className="opt">{t("officials.level")}</th>
                <th className="opt">{t("officials.jurisdiction")}</th>
                <th className="num">{t("officials.load")}</th>
                <th className="barcell opt">{t("officials.progress")}</th>
                <th className="num">{t("overview.done-due")}</th>
                <th className="num">{t("officials.overdue")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <DoorLink door={{ to: "/chain/official/$id", params: { id: row.id } }}>
                      {row.name}
                    </DoorLink>
                    <small>{clauses(row.unit, row.post)}</small>
                  </td>
                  <td className="nw opt">{name("level", row.level)}</td>
                  <td className="opt">{list(row.jurisdictionNames)}</td>
                  <td className="num">
                    <NumberLink n={row.load} door={{ to: "/registry", search: { official: row.id } }} />
                  </td>
                  <td className="barcell opt">
                    {row.due > 0 && (
                      <CoverageBar
                        rate={{ done: row.done, of: row.due }}
                        line={undefined}
                        fill="var(--ant-color-text-tertiary)"
                      />
                    )}
                  </td>
                  <td className="num nw">
                    <RateText rate={{ done: row.done, of: row.due }} />{" "}
                    <span className="t3">{row.due > 0 && `${row.done} / ${row.due}`}</span>
                  </td>
                  <td className="num">
                    <NumberLink
                      n={row.overdue}
                      tone="red"
                      door={{ to: "/visits", search: { view: "overdue", official: row.id } }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows !== undefined && rows.length > 0 && (
        <div className="foot-note">
          {t("common.of-rows", { shown: formatCount(rows.length), total: formatCount(total) })}
          {query.hasNextPage && (
            <Button
              size="small"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t("state.more", { n: Math.min(50, total - rows.length) })}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
