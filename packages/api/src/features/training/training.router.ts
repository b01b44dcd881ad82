import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { attend, enterAttendance, getCode, removeAttendance } from "./attendance.service.js";
import { readDocument, saveDocument, withdrawDocument } from "./change-document.service.js";
import { getDocument, listReaders, listSuperiorDocuments } from "./document.service.js";
import { getOwnTraining } from "./own-training.service.js";
import {
  getTrainingPlan,
  listTrainingPeople,
  listTrainingPlans,
  savePlan,
  withdrawPlan,
} from "./plan.service.js";
import { listBank, retireQuestion, saveQuestion } from "./question.service.js";
import { getSession, saveSession, withdrawSession } from "./session.service.js";
import { beginTest, getMaterial, submitTest } from "./test.service.js";

export const trainingRouter = createRouter({
  plans: bindQuery("training.plans", listTrainingPlans),
  plan: bindQuery("training.plan", getTrainingPlan),
  people: bindQuery("training.people", listTrainingPeople),
  savePlan: bindMutation("training.savePlan", savePlan),
  withdrawPlan: bindMutation("training.withdrawPlan", withdrawPlan),
  saveSession: bindMutation("training.saveSession", saveSession),
  withdrawSession: bindMutation("training.withdrawSession", withdrawSession),
  session: bindQuery("training.session", getSession),
  questions: bindQuery("training.questions", listBank),
  saveQuestion: bindMutation("training.saveQuestion", saveQuestion),
  retireQuestion: bindMutation("training.retireQuestion", retireQuestion),
  code: bindQuery("training.code", getCode),
  attend: bindMutation("training.attend", attend),
  enterAttendance: bindMutation("training.enterAttendance", enterAttendance),
  removeAttendance: bindMutation("training.removeAttendance", removeAttendance),
  own: bindQuery("training.own", getOwnTraining),
  material: bindQuery("training.material", getMaterial),
  beginTest: bindMutation("training.beginTest", beginTest),
  submitTest: bindMutation("training.submitTest", submitTest),
});

export const documentRouter = createRouter({
  list: bindQuery("document.list", listSuperiorDocuments),
  get: bindQuery("document.get", getDocument),
  readers: bindQuery("document.readers", listReaders),
  save: bindMutation("document.save", saveDocument),
  withdraw: bindMutation("document.withdraw", withdrawDocument),
  read: bindMutation("document.read", readDocument),
});
