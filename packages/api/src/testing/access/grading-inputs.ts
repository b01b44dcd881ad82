// What the access matrix asks about grades, objections, the office's rules and businesses' own arms.
import { demonstrationScheme, type OperationId, toPlainDate } from "@shian/domain";
import type { Row } from "./input-row.js";

const today = toPlainDate("2026-11-24");
const nextMonth = toPlainDate("2026-12-01");
const reason = "核对底账";
const wholeOffice = "only for grants over all that the office answers for";

type GradingId = Extract<OperationId, `${"grading" | "rules" | "objection" | "arm"}.${string}`>;

/** Operation → what the matrix asks of it. */
export const gradingInputs: { readonly [Id in GradingId]: Row<Id> } = {
  "grading.scheme": { about: "none", why: "one scheme holds for everyone", inputs: [{}] },
  "grading.schemes": { about: "none", why: "one list of versions for everyone", inputs: [{}] },
  "grading.getScheme": {
    about: "none",
    why: "one scheme holds for everyone",
    inputs: [{ id: "demonstration" }],
  },
  "grading.saveDraft": {
    about: "none",
    why: wholeOffice,
    inputs: [{ id: null, version: 0, base: "demonstration", scheme: demonstrationScheme }],
  },
  "grading.dropDraft": { about: "none", why: wholeOffice, inputs: [{ id: "scheme-none", version: 1 }] },
  "grading.putInForce": {
    about: "none",
    why: wholeOffice,
    inputs: [{ id: "scheme-none", version: 1, from: nextMonth }],
  },
  "grading.takeBack": { about: "none", why: wholeOffice, inputs: [{ id: "scheme-none", version: 1 }] },
  "rules.get": { about: "none", why: "one set of rules for everyone", inputs: [{}] },
  "rules.effect": {
    about: "none",
    why: wholeOffice,
    inputs: [{ change: { kind: "scheme", scheme: "demonstration" }, from: nextMonth }],
  },
  "rules.set": {
    about: "none",
    why: wholeOffice,
    inputs: [
      { change: { kind: "minutes", minutes: { A: 60, B: 60, C: 60, D: 30 } }, from: nextMonth, version: 0 },
    ],
  },
  "rules.undo": {
    about: "none",
    why: wholeOffice,
    inputs: [{ kind: "frequency", from: nextMonth, version: 0 }],
  },
  "objection.open": { about: "none", why: "what it lists is within the asker's reach", inputs: [{}] },
  "objection.list": {
    about: "objects",
    inputs: ({ establishment, place }) => [{ limit: 500 }, { establishment }, { territory: place }],
  },
  "objection.get": { about: "objects", inputs: ({ objection }) => [{ id: objection }] },
  "objection.raise": {
    about: "objects",
    inputs: ({ establishment }) => [{ establishment, scale: "pairing", asked: "D", reason }],
  },
  "objection.act": {
    about: "objects",
    inputs: ({ objection }) => [
      { id: objection, version: 1, act: "supplement", text: reason, grade: null, from: null, to: null },
      { id: objection, version: 1, act: "uphold", text: reason, grade: "A", from: today, to: null },
    ],
  },
  "arm.get": { about: "objects", inputs: ({ establishment }) => [{ establishment }] },
  "arm.appoint": {
    about: "objects",
    inputs: ({ establishment }) => [
      { establishment, role: "officer", name: "新员", mobile: null, from: today },
    ],
  },
  "arm.endPost": {
    about: "objects",
    inputs: ({ establishment, armPerson }) => [
      { establishment, person: armPerson, role: "officer", to: today },
    ],
  },
  "arm.unmask": {
    about: "objects",
    inputs: ({ establishment, armPerson }) => [{ establishment, person: armPerson, reason }],
  },
  "arm.addTraining": {
    about: "objects",
    inputs: ({ establishment, armPerson }) => [
      { establishment, person: armPerson, on: today, hours: 2, topic: "新题", organiser: "" },
    ],
  },
  "arm.report": {
    about: "objects",
    inputs: ({ establishment }) => [
      { establishment, kind: "daily", period: today, result: "findings", text: "新况" },
    ],
  },
  "arm.controls": {
    about: "places",
    inputs: ({ place }) => [
      { by: "establishment", limit: 500, forms: ["caterer"] },
      { territory: place, by: "territory" },
    ],
  },
  "grading.regrade": {
    about: "places",
    inputs: ({ place }) => [{}, { territory: place }, { territory: place, from: today }],
  },
  "grading.scoreRisk": {
    about: "objects",
    inputs: ({ establishment }) => [
      {
        establishment,
        from: today,
        source: "检查",
        dynamicScore: 30,
        staticScore: 20,
        raising: [],
        lowering: [],
      },
    ],
  },
  "grading.setRisk": {
    about: "objects",
    inputs: ({ establishment }) => [
      { establishment, grade: "D", from: today, source: "检查", basis: "依据" },
    ],
  },
};
