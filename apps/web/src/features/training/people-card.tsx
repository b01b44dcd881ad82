import type { TrainingPersonRow, TrainingPlanRow } from "@shian/domain";
import { Card } from "../../components/card.js";
import { DoorLink } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { StatusMark, type Tone } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { standingWords, type TrainingSearch } from "../../navigation/training-search.js";
import { useScope } from "../../navigation/use-scope.js";
import { useText } from "../../text/use-text.js";
import { useTRPCClient } from "../../trpc.js";

const tones = { completed: "ok", begun: "at-risk", none: "overdue" } as const satisfies Record<string, Tone>;

/** Everybody a plan is for, those with something left first. */
export function PeopleCard({ plan, search }: { plan: TrainingPlanRow; search: TrainingSearch }) {
  const { t, name } = useText();
  const api = useTRPCClient();
  const scope = useScope();
  const { standing } = search;
  const list = usePages(
    "training.people",
    { plan: plan.id, ...scope, limit: 50, ...(standing === undefined ? {} : { standing }) },
    (input) => api.training.people.query(input),
  );
  const door = (more: object) => ({
    to: "/chain/training/$id",
    params: { id: plan.id },
    search: { ...more },
  });
  return (
    <Card flush title={t("training.people")}>
      <nav className="filters" aria-label={t("training.standing")}>
        <DoorLink door={door({})} className={standing === undefined ? "view on" : "view"}>
          {t("training.filter-all")}
        </DoorLink>
        {standingWords.map((one) => (
          <DoorLink
            key={one}
            door={door({ standing: one })}
            className={one === standing ? "view on" : "view"}
          >
            {name("training-standing", one)}
          </DoorLink>
        ))}
      </nav>
      <PagedRows
        list={list}
        empty={
          <Blank icon="person" title={t("training.empty-people")} hint={t("training.empty-people-hint")} />
        }
      >
        {(rows) => (
          <SmallTable
            head={
              <>
                <th>{t("training.people")}</th>
                <th className="opt">{t("commitment.level")}</th>
                <th>{t("training.standing")}</th>
                <th className="num">{t("training.minutes")}</th>
                <th className="opt">{t("training.last")}</th>
              </>
            }
          >
            {rows.map((row) => (
              <PersonLine key={row.official} row={row} required={plan.requiredMinutes} />
            ))}
          </SmallTable>
        )}
      </PagedRows>
    </Card>
  );
}

function PersonLine({ row, required }: { row: TrainingPersonRow; required: number }) {
  const { t, name, clauses } = useText();
  return (
    <tr>
      <td>
        <DoorLink door={{ to: "/chain/official/$id", params: { id: row.official } }}>{row.name}</DoorLink>
        <small>{clauses(row.unit, row.post)}</small>
      </td>
      <td className="opt nw">{name("level", row.level)}</td>
      <td>
        <StatusMark tone={tones[row.standing]}>{name("training-standing", row.standing)}</StatusMark>
      </td>
      <td className="num nw">
        {t("training.hours-of", { done: formatHours(row.minutes), of: formatHours(required) })}
      </td>
      <td className="opt nw">{row.last ?? "—"}</td>
    </tr>
  );
}
