// What an allocation takes and gives, rules §3 "Allocation"; shared by its stages.
import type { PairingGrade } from "../grading/grade.schema.js";
import type { Problem } from "../kernel/result.js";
import type { Level } from "../territory/territory.schema.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { ChainProblemCode } from "./chain.problem.js";

/** What the chain asks of a territory tree: the codes above a place as of the date. */
export type Containment = Pick<TerritoryTree, "ancestorsOf">;

/** An establishment to be given to an official; only active ones belong in. */
export type AllocationEstablishment = {
  readonly id: string;
  /** Village or grid code, or a higher node when the village is not known. */
  readonly place: string | null;
  /** Grid code, for keeping one grid with one official. */
  readonly grid?: string | null | undefined;
  readonly grade: PairingGrade | null;
};

/** An official who may be given establishments; only those in their post belong in. */
export type AllocationOfficial = {
  readonly id: string;
  readonly level: Level;
  readonly jurisdictions: readonly string[];
  readonly capacity?: number | null | undefined;
  readonly homeGrid?: string | null | undefined;
  /** Establishments outside this input that the official answers for; they count in load and capacity. */
  readonly otherLoad?: number | undefined;
};

/** An establishment with its official. */
export type Pair = { readonly establishment: string; readonly official: string };

/** Why an establishment is left without an official. */
export const unassignedReasons = [
  "no-eligible-official",
  "capacity-exhausted",
  "not-graded",
  "place-unknown",
] as const;
export type UnassignedReason = (typeof unassignedReasons)[number];

/** The plan: every establishment stands in `assigned` or `unassigned` exactly once, both sorted by its id. */
export type Allocation = {
  readonly assigned: readonly Pair[];
  readonly unassigned: readonly { readonly establishment: string; readonly reason: UnassignedReason }[];
  /** Pins that were not followed, each with its reason. */
  readonly refused: readonly (Pair & { readonly problem: Problem<ChainProblemCode> })[];
  /** Proof of the optimum; null, since this version proves none. */
  readonly certificate: null;
};
