// Training of officials: plans with their coverage, the sessions of one with its coverage by level, who has done what, and
// who took part in a session.
import {
  formatRate,
  label,
  type OperationOutput,
  ok,
  operations,
  type TrainingPersonRow,
  type TrainingPlanDetail,
  type TrainingPlanRow,
  type TrainingSessionView,
  trainingStandings,
} from "@shian/domain";
import { column } from "../components/columns.js";
import { join, type Line, span } from "../components/line.js";
import { formatHours } from "../output/format-hours.js";
import { createRecordList } from "./create-record-list.js";
import { createStandingList } from "./create-standing-list.js";
import { formatCount } from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";
import { actsOfSession } from "./training-acts.js";

const right = { align: "right" } as const;

/** Plans of training with how far each has come. */
export function createTrainingScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  return createRecordList<TrainingPlanRow>({
    name: "training",
    area: 3,
    context,
    request,
    words: ["training", "plans"],
    takes: ["territory", "as-of"],
    idOf: (row) => row.id,
    columns: [
      column("title", t("training.plan"), 26, 9, (row) => row.title, { grow: 3, most: 44 }),
      column("place", t("column.place"), 8, 4, (row) => row.territoryName, { grow: 1, most: 20 }),
      column("days", t("training.days"), 22, 5, (row) => `${row.from} ${row.to}`),
      column(
        "required",
        t("training.required"),
        locale === "en" ? 12 : 8,
        2,
        (row) => formatHours(row.requiredMinutes),
        right,
      ),
      column("sessions", t("training.sessions"), 8, 3, (row) => String(row.sessions), right),
      column(
        "completed",
        t("training.completed"),
        9,
        7,
        (row) => `${formatCount(row.completed.done)}/${formatCount(row.completed.of)}`,
        right,
      ),
      column(
        "rate",
        t("training.coverage"),
        8,
        8,
        (row) => formatRate(row.completed) ?? t("word.nothingDue"),
        right,
      ),
    ],
    path: () => [t("path.training")],
    empty: () => t("training.none"),
    message: (row) =>
      row === undefined
        ? undefined
        : join(
            ` ${row.levels.map((level) => label(`level/${level}`, locale)).join(locale === "en" ? ", " : "、")}  `,
            span(row.withdrawn ? t("training.isWithdrawn") : row.note, "quiet"),
          ),
    requestOf: (row) => ({ screen: "training-plan", args: [row.id] }),
    fetchAll: async ({ territory, asOf }) => {
      const answer = await server.ask(
        "training.plans",
        operations["training.plans"].input.parse({ territory, asOf }),
      );
      return answer.ok ? ok(answer.value.rows) : answer;
    },
    next: () => context.open({ screen: "documents" }),
    web: "/chain/training",
  });
}

const rateLine = (name: string, { done, of }: { readonly done: number; readonly of: number }): string =>
  `${name} ${formatCount(done)}/${formatCount(of)} ${formatRate({ done, of }) ?? "-"}`;

/** The sessions of a plan under its coverage, as a whole and by level. */
export function createTrainingPlanScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, open } = context;
  const [id = ""] = request.args ?? [];
  let detail: TrainingPlanDetail | undefined;
  const people = (standing: string | undefined): ScreenRequest => ({
    screen: "training-people",
    args: [id],
    ...(standing === undefined ? {} : { options: new Map([["standing", [standing]]]) }),
  });
  const head = ({ plan, levels, territories }: TrainingPlanDetail): Line[] => {
    const behind = territories
      .filter(({ completed }) => completed.of > 0 && completed.done < completed.of)
      .toSorted((a, b) => a.completed.done / a.completed.of - b.completed.done / b.completed.of)
      .slice(0, 4);
    return [
      join(
        ` ${plan.from} ${plan.to}  ${t("training.needs", { hours: formatHours(plan.requiredMinutes) })}  ${rateLine(t("training.completed"), plan.completed)}  ${t("training.begunCount", { count: plan.begun })}`,
      ),
      join(
        span(` ${t("training.byLevel")}  `, "quiet"),
        levels.map((row) => rateLine(label(`level/${row.level}`, locale), row.completed)).join("  "),
      ),
      ...(behind.length === 0
        ? []
        : [
            join(
              span(` ${t("training.behind")}  `, "quiet"),
              behind.map((row) => rateLine(row.name, row.completed)).join("  "),
            ),
          ]),
    ];
  };
  return createRecordList<TrainingSessionView>({
    name: "training-plan",
    area: 3,
    context,
    request,
    words: ["training", "sessions", id],
    takes: ["as-of"],
    idOf: (row) => row.id,
    columns: [
      column("title", t("training.session"), 22, 9, (row) => row.title, { grow: 3, most: 44 }),
      column("way", t("training.way"), locale === "en" ? 8 : 4, 6, ({ held }) =>
        label(`training-way/${held.way}`, locale),
      ),
      column("days", t("training.days"), 22, 7, ({ held }) =>
        held.way === "on-site" ? `${held.on} ${held.begins}` : `${held.from} ${held.to}`,
      ),
      column("hours", t("training.hours"), 5, 4, (row) => formatHours(row.minutes), right),
      column("credited", t("training.credited"), 10, 8, (row) => formatCount(row.credited), right),
      column(
        "tried",
        t("training.tried"),
        locale === "en" ? 10 : 6,
        3,
        (row) => (row.held.way === "online" ? formatCount(row.tried) : span("-", "quiet")),
        right,
      ),
      column("where", t("training.where"), 10, 2, ({ held }) => (held.way === "on-site" ? held.place : "-"), {
        grow: 1,
        most: 30,
      }),
    ],
    path: () => [t("path.training"), ...(detail === undefined ? [] : [detail.plan.title])],
    head: () => (detail === undefined ? [] : head(detail)),
    empty: () => t("training.noSessions"),
    requestOf: (row) => ({ screen: "attendance", args: [row.id] }),
    fetchAll: async ({ asOf }) => {
      const answer = await server.ask("training.plan", operations["training.plan"].input.parse({ id, asOf }));
      if (!answer.ok) return answer;
      detail = answer.value;
      return ok(detail.sessions);
    },
    acts: () =>
      [undefined, ...trainingStandings].map((standing) => ({
        label: t("training.people", {
          standing: standing === undefined ? t("word.all") : label(`training-standing/${standing}`, locale),
        }),
        run: () => open(people(standing)),
      })),
    needs: { acts: ["training.people"] },
    web: `/chain/training/${id}`,
  });
}

/** Officials of a plan with how much of it each has done. */
export function createTrainingPeopleScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const [id = ""] = request.args ?? [];
  const say = (standing: string): string => label(`training-standing/${standing}`, locale);
  return createStandingList<TrainingPersonRow>({
    name: "training-people",
    context,
    request,
    words: ["training", "people", id],
    path: t("path.training"),
    title: t("training.standing"),
    standings: trainingStandings,
    say,
    columns: [
      column("standing", t("training.standing"), 11, 8, (row) =>
        span(
          say(row.standing),
          row.standing === "completed" ? "ok" : row.standing === "begun" ? "risk" : "overdue",
        ),
      ),
      column("hours", t("training.hours"), 5, 7, (row) => formatHours(row.minutes), right),
      column("last", t("training.last"), 10, 6, (row) => row.last ?? span("-", "quiet")),
    ],
    message: (row) => (row === undefined ? undefined : ` ${row.name}  ${row.post}`),
    fetchPage: (asked) =>
      server.ask("training.people", operations["training.people"].input.parse({ plan: id, ...asked })),
    web: `/chain/training/${id}`,
  });
}

type Attended = OperationOutput<"training.session">["rows"][number];

/** Who took part in a session, and how. */
export function createAttendanceScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const [id = ""] = request.args ?? [];
  let seen: Omit<OperationOutput<"training.session">, "rows" | "next"> | undefined;
  return createRecordList<Attended>({
    name: "attendance",
    area: 3,
    context,
    request,
    words: ["training", "session", id],
    takes: ["as-of", "search"],
    counted: "extent.people",
    idOf: (row) => row.official,
    columns: [
      column("name", t("column.name"), 8, 9, (row) => row.name, { grow: 1, most: 16 }),
      column("level", t("column.level"), 10, 4, (row) => label(`level/${row.level}`, locale)),
      column("unit", t("column.unit"), 14, 5, (row) => row.unit, { grow: 2, most: 36 }),
      column("how", t("training.how"), locale === "en" ? 11 : 8, 8, (row) =>
        span(t(`training.${row.way}`), row.way === "failed" ? "overdue" : "ok"),
      ),
      column(
        "score",
        t("training.score"),
        6,
        6,
        (row) => (row.right === null ? span("-", "quiet") : `${row.right}/${row.of}`),
        right,
      ),
      column("day", t("training.day"), 10, 7, (row) => row.on),
      column("by", t("training.enteredBy"), 8, 3, (row) => row.enteredBy ?? span("-", "quiet")),
    ],
    path: () => [t("path.training"), ...(seen === undefined ? [] : [seen.session.title])],
    head: () => {
      if (seen === undefined) return [];
      const { session, planTitle } = seen;
      const { held } = session;
      const when =
        held.way === "on-site" ? `${held.on} ${held.begins}  ${held.place}` : `${held.from} ${held.to}`;
      return [
        join(
          ` ${label(`training-way/${held.way}`, locale)}  ${when}  ${t("training.hours")} ${formatHours(session.minutes)}  `,
          span(planTitle, "quiet"),
        ),
      ];
    },
    empty: () => t("training.nobodyYet"),
    requestOf: (row) => ({ screen: "commitment", args: [row.official] }),
    fetchPage: async (page, { option, asOf }) => {
      const answer = await server.ask(
        "training.session",
        operations["training.session"].input.parse({ id, asOf, search: option("search"), ...page }),
      );
      if (answer.ok) seen = answer.value;
      return answer;
    },
    searchable: true,
    acts: (row, _, reload) => (seen === undefined ? [] : actsOfSession(context, seen, row, reload)),
    needs: { acts: ["training.code", "training.removeAttendance"] },
    web: `/chain/session/${id}`,
  });
}
