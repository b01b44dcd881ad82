// The evaluation: rubric editions, measurements, and the score sheet that the domain makes of them.
import {
  composeSectionSums,
  type EvaluationView,
  Measurement,
  type OperationArguments,
  type OperationOutput,
  ok,
  parseRubric,
  type Result,
  Rubric,
  refuse,
  scoreRubric,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import {
  findMeasurementAuthor,
  findRubric,
  listMeasurements,
  listRubrics,
  saveMeasurement,
  saveRubric,
} from "./evaluation.repo.js";

export async function listEditions(call: Call): Promise<Result<OperationOutput<"rubric.list">>> {
  const rows = await Promise.all(
    (await listRubrics(call.db)).map(async ({ id, content, isCurrent }) => {
      const rubric = Rubric.parse(content);
      const measured = (await listMeasurements(call.db, id)).filter(({ value }) => value !== null).length;
      const { title, edition, issuer, official, sections } = rubric;
      const items = sections.reduce((sum, section) => sum + section.items.length, 0);
      return { id, title, edition, issuer, official, items, measured, current: isCurrent };
    }),
  );
  return ok({ rows });
}

/** The edition that the city is scored by; undefined before there is one. */
export async function findCurrentRubric(call: Call): Promise<Rubric | undefined> {
  const edition = await findRubric(call.db, undefined);
  return edition === undefined ? undefined : Rubric.parse(edition.content);
}

/** The evaluation by an edition, the current one when none is named. */
export async function getEvaluation(
  call: Call,
  input: OperationArguments<"evaluation.get">,
): Promise<Result<EvaluationView>> {
  const edition = await findRubric(call.db, input.rubric);
  if (edition === undefined) return refuse("request/not-found", { id: input.rubric ?? "rubric" });
  const rubric = Rubric.parse(edition.content);
  const stored = await listMeasurements(call.db, edition.id);
  const measurements = Object.fromEntries(
    stored.flatMap(({ itemId, value }) =>
      value === null ? [] : [[itemId, Measurement.parse(value)] as const],
    ),
  );
  const scored = scoreRubric({ rubric, measurements });
  if (!scored.ok) return scored;
  const sections = composeSectionSums({ rubric, sheet: scored.value }).map((sums) => ({ ...sums }));
  const versions = Object.fromEntries(stored.map(({ itemId, version }) => [itemId, version]));
  return ok({ rubric, measurements, versions, sheet: scored.value, sections });
}

/** Takes in an edition; one with the id of a known edition replaces it if its measurements still fit. */
export async function importRubric(
  call: ChangeCall,
  input: OperationArguments<"rubric.import">,
): Promise<Result<OperationOutput<"rubric.import">>> {
  const parsed = parseRubric(input.rubric);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  await saveRubric(call.db, { id, content: parsed.value, makeCurrent: input.makeCurrent, at: call.now });
  const scored = await getEvaluation(call, { rubric: id });
  return scored.ok ? ok({ id }) : scored;
}

/** Enters, replaces or takes back the measurement of one item. */
export async function enterMeasurement(
  call: ChangeCall,
  input: OperationArguments<"evaluation.measure">,
): Promise<Result<EvaluationView>> {
  const before = await getEvaluation(call, { rubric: input.rubric });
  if (!before.ok) return before;
  const written = await saveMeasurement(call.db, {
    rubricId: input.rubric,
    itemId: input.item,
    value: input.measurement,
    seen: input.version,
    at: call.now,
    who: nameOf(call),
  });
  if (!written)
    return refuse("request/stale", await findMeasurementAuthor(call.db, input.rubric, input.item));
  // Scored with the new value before it is committed: what the rules refuse is never kept.
  return getEvaluation(call, { rubric: input.rubric });
}

/** Puts an edition and its measurements in as they are, as the current edition; for data that was checked before. */
export async function saveEdition(
  call: Call,
  {
    rubric,
    measurements,
  }: { readonly rubric: Rubric; readonly measurements: { readonly [item: string]: Measurement } },
): Promise<void> {
  await saveRubric(call.db, { id: rubric.id, content: rubric, makeCurrent: true, at: call.now });
  for (const [itemId, value] of Object.entries(measurements))
    await saveMeasurement(call.db, {
      rubricId: rubric.id,
      itemId,
      value,
      seen: 0,
      at: call.now,
      who: nameOf(call),
    });
}
