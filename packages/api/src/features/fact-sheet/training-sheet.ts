// Sheets of training hours of the people of businesses' own arms.
import {
  type FactOfTraining,
  isSameTraining,
  type Locale,
  label,
  PlainDate,
  planFactSheet,
  readTrainingFact,
  settleTrainingFact,
} from "@shian/domain";
import * as z from "zod";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import {
  enterTrainings,
  findStandingTrainings,
  takeBackTrainings,
} from "../business-arm/enter-facts.service.js";
import type { Picture } from "../picture/picture.js";
import type { FactKindHandler, FactPlan, ReadSheet } from "./fact-kind.js";
import { listTaken, readRows, toShown } from "./plan-rows.js";

/** A training as an entry keeps it, with who recorded it. */
const Training = z.object({
  person: z.string(),
  on: PlainDate,
  quarters: z.int(),
  topic: z.string(),
  organiser: z.string(),
  by: z.string(),
});
type Training = z.infer<typeof Training>;

const show = (training: unknown): string => JSON.stringify(Training.parse(training));

async function plan(call: Call, picture: Picture, sheet: ReadSheet): Promise<FactPlan> {
  const { today, locale } = call;
  const armOf = (id: string) => picture.byId.get(id)?.arm ?? [];
  const nameOf = (id: string, person: string): string =>
    armOf(id).find((record) => record.person === person)?.name ?? "";
  const rows = readRows("training", sheet, picture, (cells) => readTrainingFact({ cells, today }));
  const standing = await findStandingTrainings(
    call,
    rows.flatMap(({ establishment }) => establishment?.id ?? []),
  );
  const planned = planFactSheet({
    rows,
    settle: ({ id }, read) =>
      settleTrainingFact({
        records: armOf(id),
        read,
        today,
        findStanding: (person, on, topic) => standing(id, person, on, topic) ?? null,
      }),
    isSame: isSameTraining,
  });
  const toWords = (id: string, fact: FactOfTraining): string =>
    [nameOf(id, fact.person), fact.on, toHours(fact, locale), fact.topic].join(" ");
  return {
    rows: toShown(planned, ({ establishment, fact, standing: before }) => ({
      says: establishment === null || fact === null ? null : toWords(establishment.id, fact),
      before: before === null ? null : toHours(before, locale),
    })),
    enter: (change) =>
      enter(
        change,
        listTaken(planned).map(({ establishment, fact }) => ({
          establishment,
          name: nameOf(establishment, fact.person),
          before: standing(establishment, fact.person, fact.on, fact.topic),
          fact,
        })),
      ),
  };
}

const toHours = ({ quarters }: FactOfTraining, locale: Locale): string =>
  `${quarters / 4} ${label("training-hours", locale)}`;

type Entered = {
  readonly establishment: string;
  readonly name: string;
  readonly before: Training | undefined;
  readonly fact: FactOfTraining;
};

async function enter(call: ChangeCall, entered: readonly Entered[]) {
  const written = await enterTrainings(call, entered);
  recordChanges(
    call,
    entered.map(({ establishment, name, before, fact: { on, quarters } }) => ({
      objectKind: "establishment",
      objectId: establishment,
      what: "arm-trained",
      fields: [
        { field: "name", before: null, after: name },
        { field: "on", before: null, after: on },
        {
          field: "hours",
          before: before === undefined ? null : String(before.quarters / 4),
          after: String(quarters / 4),
        },
      ],
    })),
  );
  return entered.map(({ establishment, before }, at) => ({
    establishmentId: establishment,
    rows: 1,
    before: before ?? null,
    after: written[at],
  }));
}

export const trainingSheet: FactKindHandler = {
  plan,
  takeBack: async (call, entries) => {
    const standing = await findStandingTrainings(
      call,
      entries.map(({ establishmentId }) => establishmentId),
    );
    const untouched = entries.flatMap((entry) => {
      const establishment = entry.establishmentId;
      const after = Training.parse(entry.after);
      const before = Training.nullable().parse(entry.before);
      const present = standing(establishment, after.person, after.on, after.topic);
      return present !== undefined && show(present) === show(after)
        ? [{ entry, establishment, after, before }]
        : [];
    });
    await takeBackTrainings(call, untouched);
    recordChanges(
      call,
      untouched.map(({ establishment, after, before }) => ({
        objectKind: "establishment",
        objectId: establishment,
        what: "facts-undone",
        fields: [
          { field: "on", before: after.on, after: before === null ? null : before.on },
          {
            field: "hours",
            before: String(after.quarters / 4),
            after: before === null ? null : String(before.quarters / 4),
          },
        ],
      })),
    );
    return untouched.map(({ entry }) => entry);
  },
};
