import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { GradeSquare } from "../../components/grade-square.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { StatusMark, useDays } from "../../components/status-mark.js";
import { ReviewMark } from "../../components/use-under-review.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** The first overdue visits with their owners. */
export function OverdueCard({ total }: { total: number }) {
  const { t } = useText();
  const trpc = useTRPC();
  const scope = useScope();
  const query = useQuery(trpc.visit.duties.queryOptions({ ...scope, states: ["overdue"], limit: 10 }));
  return (
    <Card
      span={4}
      flush
      title={t("visits.overdue-title")}
      note={total > 0 ? t("visits.overdue-note", { n: formatCount(total) }) : undefined}
      right={
        total > 0 && (
          <DoorLink door={{ to: "/visits", search: { view: "overdue" } }} className="sm">
            {t("visits.see-all", { n: formatCount(total) })}
          </DoorLink>
        )
      }
      footer={total > 0 ? t("visits.late-note") : undefined}
    >
      <QueryView query={query}>
        {(page) =>
          page.rows.length === 0 ? (
            <Blank icon="check" tone="good" title={t("visits.empty-overdue")} hint={t("visits.empty-hint")} />
          ) : (
            <table className="tbl s">
              <tbody>
                {page.rows.map((row) => (
                  <tr key={row.establishment}>
                    <td>
                      <span className="row">
                        <GradeSquare grade={row.grade} />
                        <ReviewMark of={row.establishment} />
                        <span>
                          <DoorLink door={{ to: "/registry/$id", params: { id: row.establishment } }}>
                            {row.name}
                          </DoorLink>
                          <small>{row.placeName}</small>
                        </span>
                      </span>
                    </td>
                    <td className="nw">
                      {row.official === null ? (
                        <span className="red">{t("visits.nobody")}</span>
                      ) : (
                        <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official.id } }}>
                          {row.official.name}
                        </DoorLink>
                      )}
                      <small>
                        {row.late === null ? (
                          <OverdueDays days={row.daysLeft} />
                        ) : (
                          t("visits.late", { date: row.late.slice(5) })
                        )}
                      </small>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </QueryView>
    </Card>
  );
}

function OverdueDays({ days }: { days: number }) {
  return <StatusMark tone="overdue">{useDays(days)}</StatusMark>;
}
