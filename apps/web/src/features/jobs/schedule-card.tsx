import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/card.js";
import { QueryView } from "../../components/query-view.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";
import { useJobKind } from "./use-job-kind.js";

/** What runs by itself, and when. */
export function ScheduleCard() {
  const { t } = useText();
  const trpc = useTRPC();
  const kindOf = useJobKind();
  const query = useQuery(trpc.job.schedules.queryOptions({}));
  return (
    <Card flush title={t("jobs.schedules")} note={t("jobs.schedules-note")}>
      <QueryView query={query}>
        {({ rows }) => (
          <div className="scroll-x">
            <table className="tbl s">
              <thead>
                <tr>
                  <th>{t("jobs.kind")}</th>
                  <th className="opt">{t("jobs.pattern")}</th>
                  <th>{t("jobs.last-run")}</th>
                  <th>{t("jobs.next-run")}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.name}>
                    <td>{kindOf(row.kind)}</td>
                    <td className="code opt">{row.pattern}</td>
                    <td>{row.lastRunAt === null ? t("jobs.never-run") : formatMoment(row.lastRunAt)}</td>
                    <td>{formatMoment(row.nextRunAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </QueryView>
    </Card>
  );
}
