// A handover before it is made: who takes over what, looked at first, then applied as it was looked at.
import { type HandoverPlanView, type HandoverRow, label, ok, renderProblem } from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { join, type Line, span } from "../components/line.js";
import { createRecordList } from "./create-record-list.js";
import { handoverRowColumns, listHandoverDuties } from "./handover-screens.js";
import { confirmAct, makeChange } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

const MOST_NAMED = 3;

/** The plan when the officials of the option `leaves` leave today. */
export function createHandoverPlanScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, server, locale } = context;
  const leaving = request.options?.get("leaves") ?? [];
  const asked = { departures: leaving.map((official) => ({ official, next: null })), choices: [] };
  let plan: HandoverPlanView | undefined;

  const head = ({ day, moved, kept, unassigned, parties, refused }: HandoverPlanView): Line[] => {
    const going = parties.filter(({ role }) => role !== "receives");
    const receiving = parties.filter(({ role }) => role === "receives");
    const loads = receiving.map(({ after }) => after);
    return [
      join(` ${t("handover.counts", { day, moved, kept, left: unassigned })}`),
      ...going
        .slice(0, MOST_NAMED)
        .map((party) =>
          join(
            ` ${label(`handover-role/${party.role}`, locale)}  `,
            span(party.name, "strong"),
            `  ${t("handover.loads", { before: party.before, to: context.glyphs.to, after: party.after })}  `,
            span(listHandoverDuties(party, context), "quiet"),
          ),
        ),
      ...(receiving.length === 0
        ? []
        : [
            join(
              ` ${t("handover.receivers", { count: receiving.length, least: Math.min(...loads), most: Math.max(...loads) })}`,
            ),
          ]),
      ...refused
        .slice(0, MOST_NAMED)
        .map(({ problem }) => join(" ", span(renderProblem(problem, locale), "overdue"))),
    ];
  };

  const apply = ({ mark, moved, unassigned, day }: HandoverPlanView): void =>
    context.askText({
      sign: t("handover.noteSign"),
      about: leaving.join(" "),
      apply: (note) =>
        confirmAct(context, {
          title: t("handover.applyTitle", { day }),
          yes: t("handover.applyYes", { moved, left: unassigned }),
          run: async () => {
            const input = { txId: createTxId(), ...asked, note, mark };
            const isDone = await makeChange(context, "handover.make", input, (made) =>
              t("handover.made", { n: made.plan.moved }),
            );
            if (isDone) context.open({ screen: "handovers" });
          },
        }),
    });

  return createRecordList<HandoverRow>({
    name: "handover-plan",
    area: 3,
    context,
    request,
    words: ["handover", "preview"],
    takes: ["leaves"],
    counted: "extent.rows",
    idOf: (row) => row.establishment.id,
    columns: handoverRowColumns(context),
    path: () => [t("path.handovers"), t("path.handoverPlan")],
    head: () => (plan === undefined ? [] : head(plan)),
    empty: () => t("handover.noRows"),
    requestOf: (row) => ({ screen: "establishment", args: [row.establishment.id] }),
    fetchAll: async () => {
      const answer = await server.ask("handover.preview", asked);
      if (!answer.ok) return answer;
      plan = answer.value;
      return ok(plan.rows);
    },
    acts: () => {
      const seen = plan;
      return seen === undefined
        ? []
        : [{ label: t("handover.apply"), note: t("handover.undoable"), run: () => apply(seen) }];
    },
    needs: { acts: ["handover.make"] },
    web: "/chain/handover",
  });
}
