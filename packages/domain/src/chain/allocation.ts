// What an allocation takes and gives, rules §3 "Allocation"; shared by its stages.
import type { GradeLetter, PairingGrade } from "../grading/grade.schema.js";
import type { Problem } from "../kernel/result.js";
import type { Level } from "../territory/territory.schema.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { ChainProblemCode } from "./chain.problem.js";

/** What the chain asks of a territory tree: the codes above a place as of the date. */
export type Containment = Pick<TerritoryTree, "ancestorsOf">;

/** Level for each grade on the date of the allocation. */
export type LevelsNow = { readonly [G in GradeLetter]: Level };

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

/**
 * `even-first` (the default) puts an even load before few changes. `keep-first` puts few changes first, with the
 * largest and the smallest load at most `spread` apart among officials of the same level and jurisdictions, where any
 * establishment of the input may go to them at all.
 */
export type AllocationOrder =
  | { readonly order: "even-first" }
  | { readonly order: "keep-first"; readonly spread: number };

export type AllocationInput = {
  readonly territory: Containment;
  readonly levels: LevelsNow;
  readonly establishments: readonly AllocationEstablishment[];
  readonly officials: readonly AllocationOfficial[];
  readonly present: readonly Pair[];
  readonly pinned: readonly Pair[];
  readonly options?: AllocationOrder | undefined;
};

/** Why an establishment is left without an official. */
export const unassignedReasons = [
  "no-eligible-official",
  "capacity-exhausted",
  "not-graded",
  "place-unknown",
] as const;
export type UnassignedReason = (typeof unassignedReasons)[number];

/** The four objectives of a plan, as they are counted. */
export type AllocationObjectives = {
  /** Establishments with an official. */
  readonly assigned: number;
  /** Sum of squared loads over all officials, pins and other load included. */
  readonly squares: number;
  /** Establishments that have a present official and end with another or none. */
  readonly changed: number;
  /** Establishments given to an official of their grid: home grid, or serving another establishment of it at present. */
  readonly local: number;
};

/**
 * Proof of an optimum. One establishment more at an official costs that official's price; an establishment without
 * official costs `unassigned`. Whatever plan is made, its cost is at least the sum of every establishment's cheapest
 * way and of every official's cheapest load at these prices: that is the bound. A plan that costs no more than its
 * bound is the best there is. `verifyAllocation` adds it up again.
 */
export type AllocationCertificate = {
  /** Both bounds are reached, so nothing is better in any of the four objectives, in their order. */
  readonly proven: boolean;
  readonly order: AllocationOrder["order"];
  readonly objectives: AllocationObjectives;
  /**
   * Objective 2 alone, among plans that assign as many; null under `keep-first`, where it comes third. `nobody` is the
   * price of one without official, in units of load.
   */
  readonly squares: { readonly value: number; readonly bound: number; readonly nobody: number } | null;
  /** What the four objectives weigh in one sum; an official of the grid counts −1. */
  readonly weights: { readonly unassigned: number; readonly squares: number; readonly changed: number };
  /** The weighted sum reached and its bound. */
  readonly value: bigint;
  readonly bound: bigint;
  /** In the order of ids. `evenPrice` proves objective 2 in units of load, `price` the weighted sum. */
  readonly prices: readonly {
    readonly official: string;
    readonly price: number;
    readonly evenPrice: number;
    /** The load stays in here: base load and capacity, under `keep-first` also the limit of the group. */
    readonly least: number;
    readonly most: number | null;
  }[];
};

/** The plan: every establishment stands in `assigned` or `unassigned` exactly once, both sorted by its id. */
export type Allocation = {
  readonly assigned: readonly Pair[];
  readonly unassigned: readonly { readonly establishment: string; readonly reason: UnassignedReason }[];
  /** Pins that were not followed, each with its reason. */
  readonly refused: readonly (Pair & { readonly problem: Problem<ChainProblemCode> })[];
  readonly certificate: AllocationCertificate;
  /** Under `keep-first`, when no plan keeps the limit asked for: the least that one can keep, which this plan keeps. */
  readonly leastSpread: number | null;
};

/** How far an allocation is, in establishments. */
export type AllocationProgress = { readonly done: number; readonly of: number };
