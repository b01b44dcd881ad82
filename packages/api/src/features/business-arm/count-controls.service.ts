// Rates of controls and of training by territory, form and establishment; a number and the rows behind it come from the same
// tallies.
import {
  addTallies,
  type ControlsRow,
  controlKinds,
  controlWindowOf,
  defaultControlForms,
  findArmOn,
  isNothingControlled,
  label,
  measureControls,
  noControls,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  sumTraining,
  toPlainDate,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { pageRows } from "../picture/page-rows.js";
import { findQuestioned, type PictureEstablishment } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { listReportFacts, listTrainings, type StoredTraining } from "./business-arm.repo.js";

type Counted = Pick<ControlsRow, "establishments" | "tallies" | "training">;

const nothing: Counted = { establishments: 0, tallies: noControls, training: { done: 0, of: 0 } };
const add = (a: Counted, b: Counted): Counted => ({
  establishments: a.establishments + b.establishments,
  tallies: addTallies(a.tallies, b.tallies),
  training: { done: a.training.done + b.training.done, of: a.training.of + b.training.of },
});

/** Periods that are due and were not reported. */
const countMissing = ({ tallies }: Counted): number =>
  controlKinds.reduce((sum, kind) => sum + tallies[kind].of - tallies[kind].done, 0);

/** Training counts up to the day asked about; of a year that was over by then, all of it. */
const toLastDay = (year: number, asOf: PlainDate): PlainDate =>
  Number(asOf.slice(0, 4)) > year ? toPlainDate(`${year}-12-31`) : asOf;

export async function countControls(
  call: Call,
  input: OperationArguments<"arm.controls">,
): Promise<Result<OperationOutput<"arm.controls">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const { asOf, knownOn, tree } = picture;
  const month = controlWindowOf("monthly", toPlainDate(`${input.month ?? asOf.slice(0, 7)}-01`));
  const year = Number(month.first.slice(0, 4));
  const [reports, trainings] = await Promise.all([
    listReportFacts(call.db, { ...month, knownOn }),
    listTrainings(call.db, { first: toPlainDate(`${year}-01-01`), last: toLastDay(year, asOf), knownOn }),
  ]);
  const trained = new Map<string, StoredTraining[]>();
  for (const training of trainings) {
    const list = trained.get(training.establishmentId) ?? [];
    trained.set(training.establishmentId, list);
    list.push(training);
  }
  const wanted = input.forms ?? defaultControlForms;
  const asked = scope.value.establishments.filter(
    ({ facts }) => facts.form !== null && wanted.includes(facts.form),
  );
  const count = (one: PictureEstablishment): Counted => {
    const people = findArmOn(one.arm, asOf, knownOn).map(({ person, role, name, from, to }) => ({
      person,
      role,
      name,
      from,
      to: to ?? null,
    }));
    return {
      establishments: 1,
      tallies: measureControls({
        states: findQuestioned(picture, one.facts.id)?.states ?? [],
        reports: reports.get(one.facts.id) ?? [],
        first: month.first,
        last: month.last,
        asOf,
        knownOn,
      }),
      training: sumTraining({
        people: one.state === "active" ? people : [],
        trainings: (trained.get(one.facts.id) ?? []).map(({ personId, heldOn, quarters }) => ({
          person: personId,
          on: heldOn as PlainDate,
          quarters,
        })),
        year,
      }).rate,
    };
  };
  const counted = asked
    .map((one) => ({ one, counts: count(one) }))
    .filter(({ one, counts }) => one.state === "active" || !isNothingControlled(counts.tallies));
  const children = tree.childrenOf(scope.value.code);
  const keyOf = ({ facts }: PictureEstablishment): string => {
    if (input.by === "establishment") return facts.id;
    if (input.by === "form") return facts.form ?? "";
    const { place } = facts;
    if (place === null) return "";
    return children.find(({ code }) => tree.contains(code, place))?.code ?? scope.value.code;
  };
  const rows = new Map<string, ControlsRow>();
  for (const { one, counts } of counted) {
    const key = keyOf(one);
    const row = rows.get(key) ?? {
      key,
      name:
        input.by === "establishment"
          ? one.facts.name
          : input.by === "form"
            ? label(`form/${key}`, call.locale)
            : (tree.find(key)?.name ?? ""),
      placeName: input.by === "establishment" ? formatPlaceOf(picture, one) : "",
      ...nothing,
    };
    rows.set(key, { ...row, ...add(row, counts) });
  }
  const page = pageRows({
    rows: [...rows.values()].filter((row) => input.below !== true || countMissing(row) > 0),
    sortBy: [(row) => -countMissing(row), ({ name }) => name, ({ key }) => key],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  const total = counted.reduce((sum, { counts }) => add(sum, counts), nothing);
  return ok({
    month: month.period,
    total: { key: scope.value.code, name: tree.find(scope.value.code)?.name ?? "", placeName: "", ...total },
    rows: page.value.rows,
    next: page.value.next,
    rowsInAll: page.value.total,
  });
}
