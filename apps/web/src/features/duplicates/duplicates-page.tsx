import { type DuplicateRow, type DuplicateVerdict, label, type OperationOutput } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Icon } from "../../components/icon.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { Tag } from "../../components/status-mark.js";
import { ViewChips } from "../../components/tabs.js";
import { usePages } from "../../components/use-pages.js";
import { parseDuplicateSearch } from "../../navigation/held-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { formatDayOf } from "../../text/format-instant.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { MergeModal } from "./merge-modal.js";

const verdicts = ["open", "different", "merged"] as const satisfies readonly DuplicateVerdict[];
/** While a search runs, the list is asked again so often. */
const FOLLOW_MS = 2000;
const FOLLOWED = 15;

/** Pairs that may be one establishment: told apart, or merged. */
export function DuplicatesPage() {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const scope = useScope();
  const saving = useSaving();
  const { verdict = "open" } = parseDuplicateSearch(useSearch({ strict: false }) as Record<string, unknown>);
  const input = {
    verdict,
    limit: 50,
    ...(scope.territory === undefined ? {} : { territory: scope.territory }),
  };
  const list = usePages("duplicate.list", input, (page) => api.duplicate.list.query(page));
  const head = list.data?.pages[0] as OperationOutput<"duplicate.list"> | undefined;
  const [apart, setApart] = useState<DuplicateRow>();
  const [merging, setMerging] = useState<DuplicateRow>();
  const [left, setLeft] = useState(0);
  const search = useMutation(
    trpc.duplicate.search.mutationOptions({ ...saving(t("dup.searching"), () => setLeft(FOLLOWED)) }),
  );
  const judge = useMutation(
    trpc.duplicate.judge.mutationOptions({ ...saving(t("dup.judged"), () => setApart(undefined)) }),
  );
  const { refetch } = list;
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setTimeout(() => {
      void refetch();
      setLeft(left - 1);
    }, FOLLOW_MS);
    return () => clearTimeout(timer);
  }, [left, refetch]);
  const countOf = (of: DuplicateVerdict) => head?.counts.find((count) => count.verdict === of)?.count ?? 0;
  return (
    <>
      <PageHead
        crumb={
          <>
            <DoorLink door={{ to: "/registry" }}>{t("nav.registry")}</DoorLink> / {t("dup.title")}
          </>
        }
        title={t("dup.title")}
        sub={head !== undefined && t("dup.sub", { n: formatCount(countOf("open")) })}
        actions={
          <Button
            type="primary"
            icon={<Icon name="search" />}
            loading={search.isPending}
            onClick={() => search.mutate({ txId: createTxId() })}
          >
            {t("dup.search")}
          </Button>
        }
      />
      <Refusal error={search.error} />
      <p className="t3 sm mb12">
        {head?.searchedAt == null ? t("dup.never") : t("dup.searched", { at: formatMoment(head.searchedAt) })}
      </p>
      <ViewChips
        label={t("dup.title")}
        views={verdicts.map((one) => ({
          key: one,
          title: label(`duplicate-verdict/${one}`, locale),
          count: formatCount(countOf(one)),
          door: { to: "/registry/duplicates", search: one === "open" ? {} : { verdict: one } },
          on: one === verdict,
        }))}
      />
      <Card flush>
        <PagedRows
          list={list}
          empty={
            <Blank
              icon="check"
              tone="good"
              title={t("dup.empty", { verdict: label(`duplicate-verdict/${verdict}`, locale) })}
            />
          }
        >
          {(rows) => (
            <SmallTable
              className="stack-phone"
              head={
                <>
                  <th colSpan={2}>{t("nav.registry")}</th>
                  <th>{t("import.why")}</th>
                  <th>{t("import.decide")}</th>
                </>
              }
            >
              {rows.map((row) => (
                <tr key={`${row.first.id} ${row.second.id}`}>
                  <td>
                    <Side side={row.first} />
                  </td>
                  <td>
                    <Side side={row.second} />
                  </td>
                  <td>
                    <Tag tone="plain">{label(`duplicate-reason/${row.reason}`, locale)}</Tag>
                    <span className="cell-why t3">{t("dup.likeness", { name: row.nameLikeness })}</span>
                    {row.addressLikeness !== null && (
                      <span className="cell-why t3">
                        {t("dup.address", { address: row.addressLikeness })}
                      </span>
                    )}
                    {row.decided !== null && (
                      <span className="cell-why t3">
                        {t("dup.by", {
                          by: row.decided.by,
                          date: formatDayOf(row.decided.at),
                          reason: row.decided.reason,
                        })}
                      </span>
                    )}
                  </td>
                  <td>
                    <span className="row wrap">
                      {verdict === "open" && (
                        <>
                          <Button size="small" onClick={() => setMerging(row)}>
                            {t("dup.merge")}
                          </Button>
                          <Button size="small" onClick={() => setApart(row)}>
                            {t("dup.apart")}
                          </Button>
                        </>
                      )}
                      {verdict === "different" && (
                        <Button size="small" onClick={() => setApart(row)}>
                          {t("dup.reopen")}
                        </Button>
                      )}
                    </span>
                  </td>
                </tr>
              ))}
            </SmallTable>
          )}
        </PagedRows>
      </Card>
      {apart !== undefined && (
        <ReasonModal
          title={verdict === "different" ? t("dup.reopen") : t("dup.apart-title")}
          hint={verdict === "different" ? undefined : t("dup.apart-hint")}
          action={verdict === "different" ? t("dup.reopen") : t("dup.apart")}
          pending={judge.isPending}
          error={judge.error}
          onClose={() => setApart(undefined)}
          onSubmit={({ reason }) =>
            judge.mutate({
              txId: createTxId(),
              pairs: [{ first: apart.first.id, second: apart.second.id }],
              verdict: verdict === "different" ? "open" : "different",
              reason,
            })
          }
        />
      )}
      {merging !== undefined && (
        <MergeModal
          first={merging.first.id}
          second={merging.second.id}
          onClose={() => setMerging(undefined)}
        />
      )}
    </>
  );
}

function Side({ side }: { side: DuplicateRow["first"] }) {
  return (
    <>
      <DoorLink door={{ to: "/registry/$id", params: { id: side.id } }} className="link strong">
        {side.name}
      </DoorLink>
      <span className="cell-why t3">{side.address ?? side.placeName}</span>
      <span className="cell-why t3 code">{side.creditCode ?? side.licenceNumber ?? ""}</span>
    </>
  );
}
