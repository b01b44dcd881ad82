import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { regrade } from "./grading.service.js";
import {
  actOnObjection,
  getObjection,
  listObjectionRows,
  listOpenObjections,
  raiseObjection,
} from "./objection.service.js";
import { scoreRiskGrade, setRiskGrade } from "./risk.service.js";
import {
  dropDraft,
  getScheme,
  getSchemeVersion,
  listSchemes,
  putInForce,
  saveDraft,
  takeBack,
} from "./scheme.service.js";

export const gradingRouter = createRouter({
  scheme: bindQuery("grading.scheme", getScheme),
  schemes: bindQuery("grading.schemes", listSchemes),
  getScheme: bindQuery("grading.getScheme", getSchemeVersion),
  saveDraft: bindMutation("grading.saveDraft", saveDraft),
  dropDraft: bindMutation("grading.dropDraft", dropDraft),
  putInForce: bindMutation("grading.putInForce", putInForce),
  takeBack: bindMutation("grading.takeBack", takeBack),
  regrade: bindMutation("grading.regrade", regrade),
  setRisk: bindMutation("grading.setRisk", setRiskGrade),
  scoreRisk: bindMutation("grading.scoreRisk", scoreRiskGrade),
});

export const objectionRouter = createRouter({
  open: bindQuery("objection.open", listOpenObjections),
  list: bindQuery("objection.list", listObjectionRows),
  get: bindQuery("objection.get", getObjection),
  raise: bindMutation("objection.raise", raiseObjection),
  act: bindMutation("objection.act", actOnObjection),
});
