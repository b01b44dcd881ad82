import type { AllocationRow, AllocationState } from "@shian/domain";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { StatusMark, type Tone } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";
import { AllocationScope } from "./allocation-scope.js";

const tones: Record<AllocationState, Tone> = {
  planning: "at-risk",
  planned: "closed",
  applying: "at-risk",
  applied: "ok",
  undoing: "at-risk",
  undone: "closed",
  failed: "overdue",
  cancelled: "closed",
};

/** Allocations that were asked for, the newest first; each is opened to be applied or undone. */
export function AllocationHistory() {
  const { t, name } = useText();
  const api = useTRPCClient();
  const list = usePages("allocation.list", { limit: 10 }, (input) => api.allocation.list.query(input));
  return (
    <Card flush className="mt16" title={t("allocation.history")}>
      <PagedRows
        list={list}
        loading={3}
        empty={<p className="t3 foot-note">{t("allocation.history-none")}</p>}
      >
        {(rows: readonly AllocationRow[]) => (
          <SmallTable
            head={
              <>
                <th>{t("allocation.asked")}</th>
                <th>{t("allocation.state")}</th>
                <th className="opt">{t("allocation.from")}</th>
                <th className="num">{t("allocation.added")}</th>
                <th className="num">{t("allocation.moved")}</th>
              </>
            }
          >
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <DoorLink door={{ to: "/chain", search: { view: "allocation", run: row.id } }}>
                    {row.placeName === "" ? t("allocation.whole") : row.placeName}
                  </DoorLink>
                  <AllocationScope question={row.question} className="t2 sm" />
                  <small>
                    {formatMoment(row.createdAt)} {row.who}
                  </small>
                </td>
                <td className="nw">
                  <StatusMark tone={tones[row.state]}>{name("allocation-state", row.state)}</StatusMark>
                  {row.undoUntil !== null && (
                    <small className="t3">
                      {t("allocation.undo-until", { at: formatMoment(row.undoUntil) })}
                    </small>
                  )}
                </td>
                <td className="opt nw">{row.from}</td>
                <td className="num">{formatCount(row.added)}</td>
                <td className="num">{formatCount(row.moved)}</td>
              </tr>
            ))}
          </SmallTable>
        )}
      </PagedRows>
    </Card>
  );
}
