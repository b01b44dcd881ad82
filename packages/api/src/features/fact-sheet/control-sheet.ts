// Sheets of businesses' own daily, weekly and monthly controls.
import {
  ControlKind,
  ControlResult,
  type EndedControlFact,
  findRecordOn,
  isSameControl,
  type Locale,
  label,
  PlainDate,
  planFactSheet,
  readControlFact,
  settleControlFact,
} from "@shian/domain";
import * as z from "zod";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { enterReports, findStandingReports, takeBackReports } from "../business-arm/enter-facts.service.js";
import { findQuestioned, type Picture } from "../picture/picture.js";
import type { FactKindHandler, FactPlan, ReadSheet } from "./fact-kind.js";
import { listTaken, readRows, toShown } from "./plan-rows.js";

/** A report as an entry keeps it, with who reported it. */
const Report = z.object({
  kind: ControlKind,
  period: z.string(),
  result: ControlResult,
  text: z.string(),
  last: PlainDate,
  by: z.string(),
});
type Report = z.infer<typeof Report>;

const show = (report: unknown): string => JSON.stringify(Report.parse(report));

const toWords = ({ kind, period, result, text }: Omit<EndedControlFact, "last">, locale: Locale): string =>
  [
    label(`control-kind/${kind}`, locale),
    period,
    label(`control-result/${result}`, locale),
    ...(text === "" ? [] : [text]),
  ].join(" ");

async function plan(call: Call, picture: Picture, sheet: ReadSheet): Promise<FactPlan> {
  const { today, locale } = call;
  const rows = readRows("control", sheet, picture, readControlFact);
  const standing = await findStandingReports(
    call,
    rows.flatMap(({ establishment, read }) =>
      establishment === null || read === null ? [] : [{ establishment: establishment.id, ...read }],
    ),
  );
  const planned = planFactSheet({
    rows,
    settle: ({ id }, read) => {
      const states = findQuestioned(picture, id)?.states ?? [];
      return settleControlFact({
        read,
        today,
        isActiveOn: (day) => findRecordOn(states, day, today)?.value === "active",
        findStanding: (kind, period) => standing(id, kind, period) ?? null,
      });
    },
    isSame: isSameControl,
  });
  return {
    rows: toShown(planned, ({ fact, standing: before }) => ({
      says: fact === null ? null : toWords(fact, locale),
      before: before === null ? null : toWords(before, locale),
    })),
    enter: (change) =>
      enter(
        change,
        listTaken(planned).map(({ establishment, fact }) => ({
          establishment,
          before: standing(establishment, fact.kind, fact.period),
          fact,
        })),
      ),
  };
}

type Entered = {
  readonly establishment: string;
  readonly before: Report | undefined;
  readonly fact: EndedControlFact;
};

async function enter(call: ChangeCall, entered: readonly Entered[]) {
  const reports = await enterReports(
    call,
    entered.map(({ establishment, fact }) => ({ establishment, ...fact })),
  );
  recordChanges(
    call,
    entered.map(({ establishment, fact: { kind, period, result } }) => ({
      objectKind: "establishment",
      objectId: establishment,
      what: "control-reported",
      fields: Object.entries({ controlKind: kind, period, controlResult: result }).map(([field, after]) => ({
        field,
        before: null,
        after,
      })),
    })),
  );
  return entered.map(({ establishment, before }, at) => ({
    establishmentId: establishment,
    rows: 1,
    before: before ?? null,
    after: reports[at],
  }));
}

export const controlSheet: FactKindHandler = {
  plan,
  takeBack: async (call, entries) => {
    const opened = entries.map((entry) => ({
      entry,
      establishment: entry.establishmentId,
      after: Report.parse(entry.after),
      before: Report.nullable().parse(entry.before),
    }));
    const standing = await findStandingReports(
      call,
      opened.map(({ establishment, after }) => ({ establishment, ...after })),
    );
    const untouched = opened.filter(({ establishment, after }) => {
      const present = standing(establishment, after.kind, after.period);
      return present !== undefined && show(present) === show(after);
    });
    await takeBackReports(call, untouched);
    recordChanges(
      call,
      untouched.map(({ establishment, after, before }) => ({
        objectKind: "establishment",
        objectId: establishment,
        what: "facts-undone",
        fields: [
          { field: "controlKind", before: after.kind, after: before === null ? null : before.kind },
          { field: "period", before: after.period, after: before === null ? null : before.period },
          { field: "controlResult", before: after.result, after: before === null ? null : before.result },
        ],
      })),
    );
    return untouched.map(({ entry }) => entry);
  },
};
