import * as z from "zod";
import { PairingGrade } from "../grading/grade.schema.js";
import { mutation, PageInput, ProblemShape, pageOf, query, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { Level } from "../territory/territory.schema.js";
import {
  CommitmentOptions,
  CommitmentYear,
  ContentHash,
  EndReason,
  SigningStanding,
  SigningWay,
} from "./commitment.schema.js";
import { DutyTexts, LevelDuties } from "./duty-texts.schema.js";
import { Strokes } from "./signature.js";

const RateShape = z.strictObject({ done: z.int(), of: z.int() });

const SigningShape = {
  signed: RateShape,
  acknowledged: RateShape,
  outdated: z.int(),
  none: z.int(),
};

/** Signing of a territory, by level and by the territories below it. */
export const SigningRates = z.strictObject({
  asOf: PlainDate,
  territory: z.string(),
  name: z.string(),
  strict: z.boolean(),
  total: z.strictObject(SigningShape),
  levels: z.array(z.strictObject({ level: Level, ...SigningShape })),
  territories: z.array(
    z.strictObject({
      code: z.string().nullable().describe("null: officials of the territory's own level"),
      name: z.string(),
      ...SigningShape,
    }),
  ),
});
export type SigningRates = z.infer<typeof SigningRates>;

/** An official with how they stand to their commitment and list. */
export const CommitmentRow = z.strictObject({
  official: z.strictObject({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    post: z.string(),
    level: Level,
  }),
  load: z.int(),
  standing: SigningStanding,
  reasons: z.array(ProblemShape),
  signedOn: PlainDate.nullable(),
  to: PlainDate.nullable(),
  annexVersion: z.int(),
  acknowledged: z.boolean(),
});
export type CommitmentRow = z.infer<typeof CommitmentRow>;

/** A commitment as lists show it; the signature is asked for apart. */
export const CommitmentView = z.strictObject({
  id: z.string(),
  year: CommitmentYear,
  post: z.string(),
  level: Level,
  way: SigningWay,
  from: PlainDate,
  to: PlainDate,
  signedOn: PlainDate,
  signedAt: z.string(),
  recordedBy: z.string(),
  endedBecause: EndReason.nullable(),
  documentHash: ContentHash,
  superseded: z.boolean().describe("replaced by a later record of the same commitment"),
});
export type CommitmentView = z.infer<typeof CommitmentView>;

/** A line of the annex as people read it. */
export const AnnexRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  grade: PairingGrade.nullable(),
  placeName: z.string(),
});
export type AnnexRow = z.infer<typeof AnnexRow>;

/** The present list, its version, and what changed since the one that was acknowledged last. */
export const AnnexView = z.strictObject({
  version: z.int().describe("0: there was never a list"),
  from: PlainDate.nullable(),
  hash: ContentHash,
  acknowledged: z.boolean(),
  rows: z.array(AnnexRow),
  added: z.array(z.string()).describe("names, since the list acknowledged last"),
  removed: z.array(z.string()),
  regraded: z.array(z.string()),
});
export type AnnexView = z.infer<typeof AnnexView>;

/** One official's commitment, list and their history. */
export const CommitmentDetail = z.strictObject({
  ...CommitmentRow.shape,
  commitments: z.array(CommitmentView),
  annex: AnnexView,
  versions: z.array(z.strictObject({ version: z.int(), from: PlainDate, firms: z.int(), hash: ContentHash })),
  acknowledgements: z.array(
    z.strictObject({ version: z.int(), on: PlainDate, at: z.string(), hash: ContentHash, firms: z.int() }),
  ),
  own: z.boolean().describe("whether who asks is the official"),
  years: z.array(CommitmentYear).describe("years that can be signed now"),
});
export type CommitmentDetail = z.infer<typeof CommitmentDetail>;

/** The letter as it would be signed now. */
export const CommitmentLetter = z.strictObject({
  official: z.strictObject({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    post: z.string(),
    level: Level,
  }),
  year: CommitmentYear,
  paragraphs: z.array(z.string()).describe("of the office's template, filled in"),
  template: z.string().describe("name of the template"),
  demonstration: z.boolean(),
  documentHash: ContentHash,
  annex: AnnexView,
});
export type CommitmentLetter = z.infer<typeof CommitmentLetter>;

/** Responsibility, task and supervision list of one official. */
export const DutyLists = z.strictObject({
  official: z.strictObject({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    post: z.string(),
    level: Level,
  }),
  asOf: PlainDate,
  demonstration: z.boolean().describe("texts are demonstration, to be checked"),
  textVersion: z.int(),
  annexVersion: z.int(),
  hash: ContentHash.describe("of the three lists together"),
  duties: LevelDuties,
  responsibility: z.array(
    z.strictObject({
      ...AnnexRow.shape,
      address: z.string().nullable(),
      personInCharge: z.string().nullable(),
      from: PlainDate,
    }),
  ),
  supervision: z.array(
    z.strictObject({
      ...AnnexRow.shape,
      due: PlainDate.nullable().describe("last day of the running window; null: nothing due"),
      state: z.string(),
      onSite: z.boolean().describe("risk grade D: on site only"),
      checklist: z.strictObject({ "zh-CN": z.string(), en: z.string() }),
      lastVisit: PlainDate.nullable(),
    }),
  ),
});
export type DutyLists = z.infer<typeof DutyLists>;

/** A drawn signature, or where the scan of a paper can be had. */
export const SignatureView = z.strictObject({
  way: SigningWay,
  strokes: Strokes.nullable(),
  scan: z.strictObject({ kind: z.string(), bytes: z.int() }).nullable(),
});

const Template = z.strictObject({
  own: z.boolean(),
  name: z.string(),
  hash: ContentHash,
  changedAt: z.string().nullable(),
  version: z.int(),
  tags: z.array(z.strictObject({ tag: z.string(), means: z.string(), required: z.boolean() })),
});

const OptionsView = z.strictObject({
  options: CommitmentOptions,
  texts: DutyTexts,
  version: z.int(),
  template: Template,
});

const official = z.string().max(64);
const scope = {
  territory: z.string().max(20).optional(),
  asOf: PlainDate.optional(),
  knownOn: PlainDate.optional(),
};

export const commitmentOperations = {
  "commitment.rates": query(z.strictObject(scope), SigningRates, { may: placeReaders, territory: "rows" }),
  "commitment.list": query(
    z.strictObject({
      ...scope,
      standing: SigningStanding.optional(),
      acknowledged: z.boolean().optional(),
      level: Level.optional(),
      search: z.string().max(100).optional(),
      ...PageInput.shape,
    }),
    pageOf(CommitmentRow),
    { may: placeReaders, territory: "rows" },
  ),
  "commitment.get": query(
    z.strictObject({ official, asOf: PlainDate.optional(), knownOn: PlainDate.optional() }),
    CommitmentDetail,
    { may: placeReaders, territory: "object" },
  ),
  "commitment.letter": query(
    z.strictObject({ official, year: CommitmentYear.optional() }),
    CommitmentLetter,
    { may: ["office", "official"], territory: "object" },
  ),
  "commitment.sign": mutation(
    z.strictObject({
      txId: TxId,
      official,
      year: CommitmentYear,
      documentHash: ContentHash.describe("of the letter that was read"),
      strokes: Strokes,
    }),
    CommitmentView,
    { may: ["official"], territory: "object" },
  ),
  "commitment.acknowledge": mutation(
    z.strictObject({ txId: TxId, official, hash: ContentHash.describe("of the list that was read") }),
    z.strictObject({ version: z.int(), on: PlainDate }),
    { may: ["official"], territory: "object" },
  ),
  "commitment.recordScan": mutation(
    z.strictObject({
      txId: TxId,
      official,
      year: CommitmentYear,
      signedOn: PlainDate,
      fileId: z.string().max(64),
    }),
    CommitmentView,
    { may: ["office"], territory: "object" },
  ),
  "commitment.signature": query(z.strictObject({ id: z.string().max(64) }), SignatureView, {
    may: ["office", "official"],
    territory: "object",
    logged: true,
  }),
  "commitment.settings": query(z.strictObject({}), OptionsView, { may: ["office"], territory: "none" }),
  "commitment.saveSettings": mutation(
    z.strictObject({ txId: TxId, version: SeenVersion, options: CommitmentOptions, texts: DutyTexts }),
    OptionsView,
    { may: ["office"], territory: "none", whole: true },
  ),
  "commitment.useTemplate": mutation(
    z.strictObject({
      txId: TxId,
      version: SeenVersion,
      fileId: z.string().max(64).nullable().describe("null: the one that comes with the product"),
    }),
    OptionsView,
    { may: ["office"], territory: "none", whole: true },
  ),
  "official.lists": query(z.strictObject({ id: official, asOf: PlainDate.optional() }), DutyLists, {
    may: placeReaders,
    territory: "object",
  }),
  "board.issue": mutation(
    z.strictObject({ txId: TxId, establishments: z.array(z.string().max(64)).min(1).max(200) }),
    z.strictObject({ rows: z.array(z.strictObject({ id: z.string(), name: z.string(), code: z.string() })) }),
    { may: ["office", "regulator", "liaison"], territory: "object" },
  ),
} as const;
