import * as z from "zod";
import {
  mostInt4,
  mutation,
  PageInput,
  ProblemShape,
  pageOf,
  query,
  SeenVersion,
  TxId,
} from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders, readers } from "../kernel/role-sets.js";
import { PairingGrade, RiskGrade } from "./grade.schema.js";
import { loweringCircumstances, raisingCircumstances } from "./grade-risk.js";
import { GradingScheme } from "./grading-scheme.schema.js";
import { GradeMark, GradeScale, ObjectionAct, ObjectionEntry, ObjectionState } from "./objection.js";

/** One version of the grading scheme in the list of versions. */
export const SchemeRow = z.strictObject({
  id: z.string(),
  title: z.strictObject({ "zh-CN": z.string(), en: z.string() }),
  state: z.enum(["draft", "in-force"]),
  from: PlainDate.nullable(),
  to: PlainDate.nullable().describe("first day on which a later version holds"),
  current: z.boolean().describe("the one in force today"),
  demonstration: z.boolean(),
  rules: z.int(),
  base: z.string().nullable().describe("id of the version that it was started from"),
  version: z.int(),
  updatedAt: z.string().nullable(),
  updatedBy: z.string(),
});
export type SchemeRow = z.infer<typeof SchemeRow>;

/** One version whole, with what a check of it finds. */
export const SchemeDetail = z.strictObject({
  row: SchemeRow,
  scheme: GradingScheme,
  faults: z.array(ProblemShape),
  notices: z.array(ProblemShape),
});
export type SchemeDetail = z.infer<typeof SchemeDetail>;

/** An objection in a list. */
export const ObjectionRow = z.strictObject({
  id: z.string(),
  establishment: z.string(),
  name: z.string(),
  placeName: z.string(),
  scale: GradeScale,
  state: ObjectionState,
  grade: GradeMark.nullable().describe("the grade objected to"),
  asked: GradeMark.nullable().describe("the grade asked for"),
  decided: GradeMark.nullable(),
  raisedOn: PlainDate,
  raisedBy: z.string(),
  reason: z.string(),
  deadline: PlainDate,
  deadlineProvisional: z.boolean().describe("counts through a year without a holiday notice"),
  overdue: z.boolean(),
  next: z.array(ObjectionAct).describe("what may be entered next by who asks"),
  version: z.int().describe("entries so far; the next one names it"),
});
export type ObjectionRow = z.infer<typeof ObjectionRow>;

export const ObjectionDetail = z.strictObject({
  row: ObjectionRow,
  entries: z.array(ObjectionEntry),
  workingDays: z.int().describe("a demonstration value, to be checked"),
});
export type ObjectionDetail = z.infer<typeof ObjectionDetail>;

const id = z.string().min(1).max(60);
const seen = { id, version: SeenVersion };
const establishment = z.string().max(60);
const score = (max: number) => z.number().min(0).max(max);
const schemeReaders = placeReaders;

export const gradingOperations = {
  "grading.scheme": query(z.strictObject({ asOf: PlainDate.optional() }), GradingScheme, {
    may: readers,
    territory: "none",
  }),
  "grading.schemes": query(z.strictObject({}), z.strictObject({ rows: z.array(SchemeRow) }), {
    may: schemeReaders,
    territory: "none",
  }),
  "grading.getScheme": query(z.strictObject({ id }), SchemeDetail, { may: schemeReaders, territory: "none" }),
  "grading.saveDraft": mutation(
    z.strictObject({
      txId: TxId,
      id: id.nullable().describe("null: a new draft"),
      version: SeenVersion.describe("0 for a new draft"),
      base: id.nullable(),
      scheme: GradingScheme,
    }),
    SchemeDetail,
    { may: ["office"], territory: "none", whole: true },
  ),
  "grading.dropDraft": mutation(z.strictObject({ txId: TxId, ...seen }), z.strictObject({ id }), {
    may: ["office"],
    territory: "none",
    whole: true,
  }),
  "grading.putInForce": mutation(
    z.strictObject({ txId: TxId, ...seen, from: PlainDate }),
    z.strictObject({ id, jobId: z.string() }),
    { may: ["office"], territory: "none", whole: true },
  ),
  "grading.takeBack": mutation(
    z.strictObject({ txId: TxId, ...seen }),
    z.strictObject({ id, jobId: z.string() }),
    { may: ["office"], territory: "none", whole: true },
  ),
  "grading.regrade": mutation(
    z.strictObject({ txId: TxId, territory: z.string().max(20).optional(), from: PlainDate.optional() }),
    z.strictObject({
      changed: z.array(z.strictObject({ from: PairingGrade.nullable(), to: PairingGrade, count: z.int() })),
      unchanged: z.int(),
      refused: z.int(),
      missing: z.array(z.strictObject({ code: z.string(), count: z.int() })),
    }),
    { may: ["office"], territory: "input" },
  ),
  "grading.setRisk": mutation(
    z.strictObject({
      txId: TxId,
      establishment: z.string(),
      grade: RiskGrade,
      from: PlainDate,
      source: z.string().min(1).max(120),
      basis: z.string().min(1).max(300),
    }),
    z.strictObject({ establishment: z.string() }),
    { may: ["office", "regulator"], territory: "object" },
  ),
  "grading.scoreRisk": mutation(
    z.strictObject({
      txId: TxId,
      establishment,
      from: PlainDate,
      source: z.string().min(1).max(120),
      dynamicScore: score(60),
      staticScore: score(40).optional(),
      staticFactors: z
        .record(
          z.string().max(60),
          z.union([z.int().min(0).max(mostInt4), z.array(z.string().max(60)).max(20)]),
        )
        .optional(),
      raising: z.array(z.enum(raisingCircumstances)).max(10),
      lowering: z.array(z.enum(loweringCircumstances)).max(10),
    }),
    z.strictObject({ establishment: z.string(), grade: RiskGrade, basis: z.string() }),
    { may: ["office", "regulator"], territory: "object" },
  ),
  "objection.open": query(
    z.strictObject({}),
    z.strictObject({ rows: z.array(z.strictObject({ establishment: z.string(), scale: GradeScale })) }),
    { may: readers, territory: "rows" },
  ),
  "objection.list": query(
    z.strictObject({
      territory: z.string().max(20).optional(),
      establishment: establishment.optional(),
      scale: GradeScale.optional(),
      states: z.array(ObjectionState).max(4).optional(),
      ...PageInput.shape,
    }),
    pageOf(ObjectionRow),
    { may: readers, territory: "rows" },
  ),
  "objection.get": query(z.strictObject({ id }), ObjectionDetail, { may: readers, territory: "object" }),
  "objection.raise": mutation(
    z.strictObject({
      txId: TxId,
      establishment,
      scale: GradeScale,
      asked: GradeMark.nullable(),
      reason: z.string().trim().min(2).max(1000),
      receivedOn: PlainDate.optional().describe(
        "the day it reached the office, when entered for the business",
      ),
    }),
    ObjectionDetail,
    { may: ["business", "office", "regulator"], territory: "object" },
  ),
  "objection.act": mutation(
    z.strictObject({
      txId: TxId,
      ...seen,
      act: z.enum(["supplement", "withdraw", "uphold", "reject"]),
      text: z.string().trim().min(2).max(1000),
      grade: GradeMark.nullable(),
      from: PlainDate.nullable(),
      to: PlainDate.nullable(),
    }),
    ObjectionDetail,
    { may: ["business", "office", "regulator"], territory: "object" },
  ),
} as const;
