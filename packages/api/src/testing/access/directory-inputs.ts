// What the access matrix asks of the directory, its groups and questions.
import { type OperationId, toPlainDate } from "@shian/domain";
import type { Group } from "./groups.js";
import type { Row } from "./input-row.js";

type DirectoryId = Extract<OperationId, `${"directory" | "liaisonGroup"}.${string}`>;
type QuestionId = Extract<OperationId, `question.${string}`>;

const reason = "核对底账";
const nextMonth = toPlainDate("2026-12-01");
const dutyFacts = { name: "新人", unit: "街道办", title: "联络员", officePhone: null, person: null };

const toGroupFacts = ({ place, duty, dutyMember }: Group) => ({
  name: "新群",
  territory: place,
  one: duty,
  members: [dutyMember],
});

export const directoryInputs: { readonly [Id in DirectoryId]: Row<Id> } = {
  "directory.list": {
    about: "places",
    inputs: ({ place, words }) => [{ limit: 500 }, { territory: place }, { search: words.unit }],
  },
  "directory.places": {
    about: "places",
    inputs: (group) => [{ limit: 500 }, {}, { territory: group.place }],
  },
  "directory.chain": { about: "objects", inputs: ({ establishment }) => [{ establishment }] },
  "directory.add": {
    about: "places",
    inputs: ({ place }) => [{ kind: "liaison", facts: { ...dutyFacts, territories: [place] } }],
  },
  "directory.change": {
    about: "objects",
    inputs: ({ duty, place }) => [
      { post: duty, version: 1, facts: { ...dutyFacts, territories: [place] } },
      { post: duty, version: 1, facts: { ...dutyFacts, territories: ["990106001"] }, from: nextMonth },
    ],
  },
  "directory.end": {
    about: "objects",
    inputs: ({ duty }) => [{ post: duty, version: 1, to: nextMonth, reason }],
  },
  "directory.unmask": { about: "objects", inputs: ({ duty }) => [{ post: duty, reason }] },
  "liaisonGroup.list": {
    about: "places",
    inputs: ({ place, words }) => [{ limit: 500 }, { territory: place }, { search: words.unit }],
  },
  "liaisonGroup.add": { about: "places", inputs: (group) => [{ facts: toGroupFacts(group) }] },
  "liaisonGroup.change": {
    about: "objects",
    inputs: (group) => [{ group: group.liaisonGroup, version: 1, facts: toGroupFacts(group) }],
  },
  "liaisonGroup.end": {
    about: "objects",
    inputs: ({ liaisonGroup }) => [{ group: liaisonGroup, version: 1, to: nextMonth, reason }],
  },
};

export const questionInputs: { readonly [Id in QuestionId]: Row<Id> } = {
  "question.raise": {
    about: "places",
    inputs: ({ place }) => [{ place, subject: "小餐饮要不要配总监", text: "有店家问。" }],
  },
  "question.mine": { about: "places", inputs: () => [{ limit: 500 }, { unread: true }] },
  "question.list": {
    about: "places",
    inputs: ({ place, words }) => [{ limit: 500 }, { territory: place }, { search: words.business }],
  },
  "question.get": { about: "objects", inputs: ({ question }) => [{ id: question }] },
  "question.like": {
    about: "places",
    inputs: ({ words }) => [{ subject: `问${words.business}` }, { subject: words.unit }],
  },
  "question.act": {
    about: "objects",
    inputs: ({ question }) => [
      { id: question, version: 1, step: "pass" },
      { id: question, version: 1, step: "withdraw" },
    ],
  },
  "question.merge": {
    about: "objects",
    inputs: ({ question, questionLike }) => [
      { head: question, questions: [{ id: questionLike, version: 1 }] },
    ],
  },
  "question.answer": {
    about: "objects",
    inputs: ({ question }) => [{ id: question, version: 1, subject: "小餐饮配备总监", text: "按规模看。" }],
  },
  "question.answers": {
    about: "places",
    inputs: ({ words }) => [{ limit: 500 }, { search: words.unit }],
  },
};
