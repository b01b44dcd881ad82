import { attendanceCodeSeconds } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { QRCode } from "antd";
import { DoorLink } from "../../components/figures.js";
import { LoadingPage } from "../../components/loading.js";
import { Blank } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

/** The screen in the room: a code that changes, and how many have signed in. */
export function AttendanceCodePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useText();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.training.code.queryOptions({ session: id }, { refetchInterval: 5000, gcTime: 0 }),
  );
  return (
    <QueryView query={query} loading={<LoadingPage />}>
      {({ code, opens, closes, attended }) => {
        const times = t("training.code-window", {
          from: formatMoment(opens),
          to: formatMoment(closes),
        });
        const back = (
          <DoorLink door={{ to: "/chain/session/$id", params: { id } }} className="btn">
            {t("training.took-part")}
          </DoorLink>
        );
        if (code === null)
          return <Blank icon="calendar" title={t("training.code-closed")} hint={times} actions={back} />;
        return (
          <div className="code-page">
            <h1>{t("training.code-title")}</h1>
            <QRCode
              type="svg"
              size={320}
              value={`${globalThis.location.origin}/field/attend/${id}/${code}`}
              bordered={false}
            />
            <p className="code-typed">
              {t("training.code-typed", { code: `${code.slice(0, 4)} ${code.slice(4)}` })}
            </p>
            <p className="t2">{t("training.code-hint", { seconds: attendanceCodeSeconds })}</p>
            <p className="code-count">{t("training.code-count", { n: attended })}</p>
            <p className="t3">{times}</p>
            {back}
          </div>
        );
      }}
    </QueryView>
  );
}
