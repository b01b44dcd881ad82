import * as z from "zod";
import { mutation, PageInput, pageOf, query, type Role, SeenVersion, TxId } from "../kernel/operation.js";
import { PlainDate } from "../kernel/plain-date.js";
import { placeReaders } from "../kernel/role-sets.js";
import { QuestionEntry, QuestionState, QuestionStep } from "./question.js";

const Id = z.string().min(1).max(64);
const Place = z.string().min(1).max(20);
const version = SeenVersion.min(1);
const Subject = z.string().trim().min(2).max(60);
const Text = z.string().trim().max(1000);

/** Who may ask: whoever works in the communities, and the office for those who call it. */
export const questionAskers: readonly Role[] = ["office", "liaison", "official", "unit"];
/** Who looks after questions of others, each within their reach. */
export const questionKeepers: readonly Role[] = ["office", "liaison"];

/** An answer as everybody who works with the product finds it; who asked is not in it. */
export const QuestionAnswer = z.strictObject({
  id: z.string(),
  subject: z.string(),
  text: z.string(),
  on: PlainDate,
  by: z.string(),
  corrected: z.boolean().describe("a later answer in place of an earlier one"),
});
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

export const QuestionRow = z.strictObject({
  id: z.string(),
  place: z.string(),
  placeName: z.string(),
  subject: z.string(),
  text: z.string(),
  askedBy: z.string(),
  askedOn: PlainDate,
  mine: z.boolean(),
  state: QuestionState,
  joined: z.int().describe("questions of others that are joined to it, as far as they are to be seen"),
  unread: z.boolean().describe("answered, and its asker has not seen the answer yet"),
  next: z.array(QuestionStep),
  version: z.int(),
});
export type QuestionRow = z.infer<typeof QuestionRow>;

export const QuestionDetail = z.strictObject({
  row: QuestionRow,
  entries: z.array(QuestionEntry),
  joined: z.array(QuestionRow),
  head: z
    .strictObject({ id: z.string(), subject: z.string() })
    .nullable()
    .describe("what it is joined to, where that is to be seen"),
  answer: QuestionAnswer.nullable(),
});
export type QuestionDetail = z.infer<typeof QuestionDetail>;

const keep = { may: questionAskers, territory: "object" } as const;

export const questionOperations = {
  "question.raise": mutation(
    z.strictObject({ txId: TxId, place: Place, subject: Subject, text: Text }),
    QuestionDetail,
    { may: questionAskers, territory: "object" },
  ),
  "question.mine": query(
    z.strictObject({ unread: z.boolean().optional(), ...PageInput.shape }),
    z.strictObject({ ...pageOf(QuestionRow).shape, unread: z.int() }),
    { may: questionAskers, territory: "rows" },
  ),
  "question.list": query(
    z.strictObject({
      territory: Place.optional(),
      states: z.array(QuestionState).max(6).optional(),
      search: z.string().max(100).optional(),
      ...PageInput.shape,
    }),
    z.strictObject({ ...pageOf(QuestionRow).shape, byState: z.record(z.string(), z.int()) }),
    { may: questionKeepers, territory: "input" },
  ),
  "question.get": query(z.strictObject({ id: Id }), QuestionDetail, keep),
  "question.like": query(
    z.strictObject({ subject: z.string().max(60), text: Text.default(""), not: Id.optional() }),
    z.strictObject({
      answers: z.array(z.strictObject({ likeness: z.int(), answer: QuestionAnswer })),
      questions: z
        .array(z.strictObject({ likeness: z.int(), row: QuestionRow }))
        .describe("open ones that who asks looks after"),
    }),
    { may: questionAskers, territory: "rows" },
  ),
  "question.act": mutation(
    z.strictObject({
      txId: TxId,
      id: Id,
      version,
      step: z.enum(["supplement", "return", "pass", "split", "ask-again", "withdraw", "read"]),
      text: Text.default(""),
    }),
    QuestionDetail,
    keep,
  ),
  "question.merge": mutation(
    z.strictObject({
      txId: TxId,
      head: Id,
      questions: z
        .array(z.strictObject({ id: Id, version }))
        .min(1)
        .max(50),
    }),
    QuestionDetail,
    { may: questionKeepers, territory: "object" },
  ),
  "question.answer": mutation(
    z.strictObject({
      txId: TxId,
      id: Id,
      version,
      subject: Subject.describe("under which the answer is found; nothing of who asked"),
      text: z.string().trim().min(1).max(4000),
    }),
    QuestionDetail,
    { may: ["office"], territory: "object" },
  ),
  "question.answers": query(
    z.strictObject({
      search: z.string().max(100).optional().describe("words of subject or text, pinyin or initials"),
      ...PageInput.shape,
    }),
    pageOf(QuestionAnswer),
    { may: placeReaders, territory: "none" },
  ),
} as const;
