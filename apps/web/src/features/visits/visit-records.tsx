import { Button } from "antd";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { ErrorBlank } from "../../components/query-view.js";
import { StatusMark } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { useScope } from "../../navigation/use-scope.js";
import type { VisitSearch } from "../../navigation/visit-search.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";

/** The visits as recorded, newest first. */
export function VisitRecords({ search }: { search: VisitSearch }) {
  const { t, name } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const query = usePages(
    "visit.list",
    { ...scope, limit: 50, ...(search.official === undefined ? {} : { official: search.official }) },
    (input) => api.visit.list.query(input),
  );
  const rows = query.rows;
  const total = query.total;
  return (
    <Card flush>
      {query.isError && rows === undefined && (
        <ErrorBlank error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <LoadingRows rows={10} />}
      {rows?.length === 0 && (
        <Blank icon="visit" title={t("visits.empty-records")} hint={t("visits.empty-records-hint")} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <div className="scroll-x">
          <table className="tbl">
            <thead>
              <tr>
                <th>{t("visits.made-on")}</th>
                <th>{t("registry.name")}</th>
                <th className="opt">{t("visits.made-by")}</th>
                <th className="opt">{t("visits.mode")}</th>
                <th className="opt">{t("visit.checklist")}</th>
                <th>{t("visits.counts")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td className="nw">
                    <DoorLink door={{ to: "/visits/$id", params: { id: row.id } }} className="link">
                      {row.madeOn}
                    </DoorLink>
                  </td>
                  <td>
                    <DoorLink door={{ to: "/registry/$id", params: { id: row.establishment } }}>
                      {row.establishmentName}
                    </DoorLink>
                    <small>{row.placeName}</small>
                  </td>
                  <td className="nw opt">
                    <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official } }}>
                      {row.officialName}
                    </DoorLink>
                  </td>
                  <td className="nw opt">{name("mode", row.mode)}</td>
                  <td className="nw opt t2">
                    {t("visits.answers", {
                      yes: row.answers.filter((answer) => answer.answer === "yes").length,
                      no: row.answers.filter((answer) => answer.answer === "no").length,
                    })}
                  </td>
                  <td className="nw">
                    {row.valid ? (
                      <StatusMark tone="ok">{t("visits.counts")}</StatusMark>
                    ) : (
                      <StatusMark tone="at-risk">{t("visits.counts-not")}</StatusMark>
                    )}
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
