import * as z from "zod";
import { mutation, PageInput, ProblemShape, pageOf, query, subscription, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { Level } from "../territory/territory.schema.js";
import { AllocationState, allocatedGaps } from "./allocation-run.schema.js";

const LoadsOfLevel = z.strictObject({
  assigned: z.int(),
  smallest: z.int(),
  largest: z.int(),
  idle: z.int(),
  loads: z.array(z.strictObject({ load: z.int(), officials: z.int() })).describe("the distribution"),
});
const AllocationParty = z.strictObject({ id: z.string(), name: z.string(), load: z.int() });

const MovesOfPlace = z.strictObject({ code: z.string(), name: z.string(), added: z.int(), moved: z.int() });

/** Before and after of an allocation, level by level; its moves are paged apart. */
export const AllocationPreview = z.strictObject({
  from: PlainDate,
  fingerprint: z.string().describe("given to allocation.make, only this very plan is carried out"),
  assigned: z.int().describe("establishments with an official afterwards"),
  added: z.int(),
  moved: z.int(),
  overtaken: z
    .int()
    .default(0)
    .describe(
      "of these, establishments whose pairing for a later day was entered already and will not come about",
    ),
  unassigned: z
    .array(z.strictObject({ establishment: z.string(), name: z.string(), reason: z.string() }))
    .describe("the first 200"),
  unassignedCount: z.int(),
  refused: z.array(ProblemShape).describe("pins that were not followed, each with its reason"),
  levels: z.array(
    z.strictObject({ level: Level, officials: z.int(), before: LoadsOfLevel, after: LoadsOfLevel }),
  ),
  certificate: z.strictObject({
    proven: z.boolean(),
    order: z.enum(["even-first", "keep-first"]),
    changed: z.int().describe("establishments that have a present official and end with another or none"),
    local: z.int().describe("establishments given to an official of their grid"),
    squares: z
      .strictObject({ before: z.int(), after: z.int(), bound: z.int().nullable() })
      .nullable()
      .describe("null to who does not see all that these officials answer for"),
  }),
  places: z
    .array(
      z.strictObject({
        ...MovesOfPlace.shape,
        grids: z.array(MovesOfPlace).default([]).describe("of a village that has grids, the moves by grid"),
      }),
    )
    .describe("the moves by village"),
});
export type AllocationPreview = z.infer<typeof AllocationPreview>;

const id = z.string().max(64);

/** What to allocate and how: `spread` puts few changes first, with loads at most so far apart. */
export const AllocationQuestion = z.strictObject({
  territory: z.string().max(20).optional(),
  level: Level.optional(),
  from: PlainDate.optional().describe("first day of what changes; today when left out"),
  spread: z.int().min(0).max(10_000).optional(),
  pinned: z
    .array(z.strictObject({ establishment: id, official: id }))
    .max(500)
    .optional(),
  gaps: z
    .array(z.enum(allocatedGaps))
    .min(1)
    .max(allocatedGaps.length)
    .optional()
    .describe("only establishments with one of these gaps; the others keep their officials"),
  establishments: z.array(id).min(1).max(500).optional().describe("only these; the others keep theirs"),
});
export type AllocationQuestion = z.infer<typeof AllocationQuestion>;

const summary = {
  id: z.string(),
  state: AllocationState,
  who: z.string().describe("who asked for it"),
  placeName: z.string().describe("the territory; empty: all that the office answers for"),
  from: PlainDate,
  question: AllocationQuestion,
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  appliedBy: z.string().nullable(),
  undoUntil: z.string().nullable().describe("until when it can be taken back; null where it cannot"),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  kept: z
    .int()
    .describe(
      "of one that was undone, establishments left with whom it gave them to, since their former official had left",
    ),
};

/** An allocation as it was asked for, and how far it is. The preview stands as soon as it is planned. */
export const AllocationRun = z.strictObject({
  ...summary,
  own: z.boolean().describe("whether who reads it asked for it"),
  jobId: z.string().nullable().describe("the job at work on it or last at work; ended by job.cancel"),
  progress: z.strictObject({ done: z.int(), of: z.int().nullable() }),
  preview: AllocationPreview.nullable(),
  failure: ProblemShape.nullable().describe("why the last step did not come about"),
});
export type AllocationRun = z.infer<typeof AllocationRun>;

/** An allocation in a list of them. */
export const AllocationRow = z.strictObject({ ...summary, added: z.int(), moved: z.int() });
export type AllocationRow = z.infer<typeof AllocationRow>;

/** An establishment that gets an official, or another one; with each party's load before and after. */
export const AllocationMove = z.strictObject({
  establishment: z.strictObject({ id: z.string(), name: z.string(), placeName: z.string() }),
  from: AllocationParty.nullable(),
  to: AllocationParty,
});
export type AllocationMove = z.infer<typeof AllocationMove>;

const office = { may: ["office"], territory: "rows" } as const;
const one = z.strictObject({ id });

export const allocationOperations = {
  "allocation.plan": mutation(
    z.strictObject({ txId: TxId, ...AllocationQuestion.shape }),
    z.strictObject({ id: z.string() }),
    { may: ["office"], territory: "input" },
  ),
  "allocation.get": query(one, AllocationRun, office),
  "allocation.watch": subscription(one, AllocationRun, office),
  "allocation.moves": query(
    z.strictObject({
      ...one.shape,
      place: z
        .string()
        .max(20)
        .optional()
        .describe("only those in this village or grid, as the preview lists it"),
      ...PageInput.shape,
    }),
    pageOf(AllocationMove),
    office,
  ),
  "allocation.list": query(z.strictObject({ ...PageInput.shape }), pageOf(AllocationRow), office),
  "allocation.make": mutation(
    z.strictObject({
      txId: TxId,
      ...one.shape,
      fingerprint: z.string().max(64).describe("of the plan that was looked at"),
    }),
    z.strictObject({ id: z.string() }),
    office,
  ),
  "allocation.undo": mutation(
    z.strictObject({ txId: TxId, ...one.shape }),
    z.strictObject({ id: z.string() }),
    office,
  ),
} as const;
