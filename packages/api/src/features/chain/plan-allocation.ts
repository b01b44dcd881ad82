// What an allocation is made from, out of the picture of its first day, and the domain's plan for it.
import { createHash } from "node:crypto";
import {
  type Allocation,
  type AllocationInput,
  type AllocationProgress,
  type AllocationQuestion,
  assignOfficialsInSteps,
  findGradeLevels,
  type GapKind,
  type GradeLetter,
  ok,
  type PlainDate,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { listBatches } from "../../storage/list-batches.js";
import { createTurns, flatMapInTurns, type Turns } from "../../take-turns.js";
import type { Picture } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { countLoads } from "./chain.repo.js";
import {
  type AllocationGround,
  countEach,
  describeAllocation,
  type PlannedAllocation,
  toGrid,
} from "./describe-allocation.js";

/** Which level answers for a grade is laid down from a day on; before it nothing can be given to anybody. */
export function refuseTooEarly({ rules }: Picture, from: PlainDate) {
  const [earliest = from] = rules.levels.map((entry) => entry.from).sort();
  return refuse("chain/levels-not-yet", { from, earliest });
}

/** Told how far the plan is, between turns; throws to end it. */
export type OnTurn = (progress: AllocationProgress) => Promise<void>;

/** The best plan, made in turns, so that others are served in between. */
async function solve(input: AllocationInput, turns: Turns, onTurn: OnTurn): Promise<Allocation> {
  const steps = assignOfficialsInSteps(input);
  for (;;) {
    await turns.next();
    const step = steps.next();
    if (step.done === true) return step.value;
    if (turns.isOver()) await onTurn(step.value);
  }
}

/** Everything that the same plan follows from, as one mark: while it is the same, so is the plan. */
async function toMark(
  turns: Turns,
  { tree }: Picture,
  from: PlainDate,
  input: AllocationInput,
): Promise<string> {
  const hash = createHash("sha256");
  const add = (part: unknown) => hash.update(JSON.stringify(part)).update("\n");
  add([from, input.levels, input.options, input.pinned]);
  for (const list of [input.present, input.establishments, input.officials])
    for (const batch of listBatches<object>(list)) {
      await turns.next();
      add(batch.map((one) => Object.values(one)));
    }
  for (const batch of listBatches(tree.nodes)) {
    await turns.next();
    add(batch.map(({ code, parent, takesOver }) => [code, parent, takesOver]));
  }
  return hash.digest("hex");
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Reads what the question is about, as of its first day. */
export async function readGround(
  call: Call,
  question: AllocationQuestion,
  from: PlainDate,
): Promise<Result<AllocationGround>> {
  const picture = await getPicture(call, { asOf: from });
  const scope = findScope(picture, question.territory);
  if (!scope.ok) return scope;
  const gradeLevels = findGradeLevels(picture.rules.levels, from);
  if (gradeLevels === undefined) return refuseTooEarly(picture, from);
  const isWanted = createFilter(picture, question);
  const turns = createTurns();
  const wanted = await flatMapInTurns(turns, scope.value.establishments, (one) =>
    one.state === "active" &&
    (question.level === undefined ||
      (one.grade !== null && gradeLevels[one.grade.value as GradeLetter] === question.level)) &&
    isWanted(one.facts.id)
      ? [one]
      : [],
  );
  // Pictures are read in different orders, and the mark is of this one.
  const asked = wanted.sort((a, b) => byId(a.facts, b.facts));
  const loads = await countLoads(call.db, [...picture.inPost], from);
  const present = await flatMapInTurns(turns, asked, ({ facts, official }) =>
    official === null ? [] : [{ establishment: facts.id, official: official.id }],
  );
  const ownLoads = countEach(present.map(({ official }) => official));
  const input: AllocationInput = {
    territory: picture.tree,
    levels: gradeLevels,
    establishments: await flatMapInTurns(turns, asked, ({ facts, grade }) => [
      { id: facts.id, place: facts.place, grid: toGrid(facts.place), grade: grade?.value ?? null },
    ]),
    officials: [...picture.officials.values()]
      .filter(({ id }) => picture.inPost.has(id))
      .sort(byId)
      .map(({ id, level, jurisdictions, capacity, homeGrid }) => ({
        id,
        level,
        jurisdictions,
        capacity,
        homeGrid,
        otherLoad: Math.max(0, (loads.get(id) ?? 0) - (ownLoads.get(id) ?? 0)),
      })),
    present,
    pinned: question.pinned ?? [],
    options:
      question.spread === undefined
        ? { order: "even-first" }
        : { order: "keep-first", spread: question.spread },
  };
  const inside = new Set(asked.map(({ facts }) => facts.id));
  return ok({ from, picture, input, inside, loads, mark: await toMark(turns, picture, from, input) });
}

/** Which establishments the question names, by their gaps or by their ids. */
function createFilter(picture: Picture, { gaps, establishments }: AllocationQuestion) {
  const named = establishments === undefined ? undefined : new Set(establishments);
  const broken =
    gaps === undefined
      ? undefined
      : new Set(
          picture.gaps.gaps.flatMap(({ kind, establishment }) =>
            establishment !== null && (gaps as readonly GapKind[]).includes(kind) ? [establishment] : [],
          ),
        );
  return (id: string): boolean => named?.has(id) !== false && broken?.has(id) !== false;
}

/** The best plan on that ground. */
export async function planAllocation(
  ground: AllocationGround,
  question: AllocationQuestion,
  onTurn: OnTurn,
): Promise<Result<PlannedAllocation>> {
  const turns = createTurns();
  const allocation = await solve(ground.input, turns, onTurn);
  if (allocation.leastSpread !== null)
    return refuse("chain/spread-impossible", {
      spread: question.spread ?? 0,
      least: allocation.leastSpread,
    });
  return ok(await describeAllocation(turns, ground, allocation));
}
