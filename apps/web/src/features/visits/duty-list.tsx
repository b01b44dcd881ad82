import { pairingGrades } from "@shian/domain";
import { useNavigate } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { Icon } from "../../components/icon.js";
import { LoadingRows } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { usePeriodName } from "../../components/period.js";
import { ErrorBlank } from "../../components/query-view.js";
import { DutyMark } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { ReviewMark } from "../../components/use-under-review.js";
import { useScope } from "../../navigation/use-scope.js";
import type { VisitSearch } from "../../navigation/visit-search.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";

/** Overdue visits, or those due soon, with the owner of each and the way to record it. */
export function DutyList({ state, search }: { state: "overdue" | "at-risk"; search: VisitSearch }) {
  const { t } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const navigate = useNavigate();
  const periodName = usePeriodName();
  const query = usePages(
    "visit.duties",
    {
      ...scope,
      states: [state],
      limit: 50,
      ...(search.period === undefined ? {} : { period: search.period }),
      ...(search.grades === undefined ? {} : { grades: search.grades }),
      ...(search.official === undefined ? {} : { official: search.official }),
    },
    (input) => api.visit.duties.query(input),
  );
  const set = (part: Record<string, unknown>) =>
    void navigate({
      to: "/visits",
      replace: true,
      search: ((old: object) => ({ ...old, ...part })) as never,
    });
  const rows = query.rows;
  const total = query.total;
  return (
    <Card flush>
      <search className="filters" aria-label={t("registry.short-grade")}>
        <span className={search.grades === undefined ? "" : "is-set"}>
          <Select
            mode="multiple"
            showSearch={false}
            tagRender={({ label }) => <span className="pick">{label}</span>}
            allowClear
            style={{ minWidth: 130 }}
            placeholder={t("registry.grade")}
            aria-label={t("registry.grade")}
            value={search.grades ?? []}
            options={pairingGrades.map((grade) => ({ value: grade, label: grade }))}
            onChange={(grades: string[]) => set({ grades: grades.length === 0 ? undefined : grades })}
          />
        </span>
        {search.official !== undefined && (
          <Button
            size="small"
            icon={<Icon name="close" small />}
            onClick={() => set({ official: undefined })}
          >
            {t("registry.only-official")}
          </Button>
        )}
        {state === "overdue" && <span className="t3 sm r opt">{t("visits.late-note")}</span>}
      </search>
      {query.isError && rows === undefined && (
        <ErrorBlank error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <LoadingRows rows={10} />}
      {rows?.length === 0 && (
        <Blank icon="check" tone="good" title={t(`visits.empty-${state}`)} hint={t("visits.empty-hint")} />
      )}
      {rows !== undefined && rows.length > 0 && (
        <div className="scroll-x">
          <table className="tbl reg">
            <thead>
              <tr>
                <th>{t("registry.name")}</th>
                <th>{t("registry.short-grade")}</th>
                <th className="opt">{t("visits.place")}</th>
                <th>{t("visits.official")}</th>
                <th className="opt">{t("visits.days")}</th>
                <th className="opt">{t("visits.last")}</th>
                <th className="num" aria-label={t("registry.record-visit")} />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.establishment}${row.window}`}>
                  <td>
                    <DoorLink door={{ to: "/registry/$id", params: { id: row.establishment } }}>
                      {row.name}
                    </DoorLink>
                    <small>{periodName(row.window)}</small>
                  </td>
                  <td>
                    <GradeSquare grade={row.grade} />
                    <ReviewMark of={row.establishment} />
                  </td>
                  <td className="opt">{row.placeName}</td>
                  <td>
                    {row.official === null ? (
                      <span className="red">{t("visits.nobody")}</span>
                    ) : (
                      <>
                        <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official.id } }}>
                          {row.official.name}
                        </DoorLink>
                        <small className="opt-b">{row.official.unit}</small>
                      </>
                    )}
                  </td>
                  <td className="nw opt">
                    <DutyMark state={row.state} daysLeft={row.daysLeft} />
                  </td>
                  <td className="nw opt">
                    {row.lastVisit ?? <span className="t3">{t("visits.never")}</span>}
                    {row.late !== null && (
                      <small className="green">{t("visits.late", { date: row.late.slice(5) })}</small>
                    )}
                  </td>
                  <td className="num">
                    <DoorLink
                      door={{
                        to: "/visits/record/$establishmentId",
                        params: { establishmentId: row.establishment },
                      }}
                      className="btn sm"
                    >
                      {t("registry.record-visit")}
                    </DoorLink>
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
