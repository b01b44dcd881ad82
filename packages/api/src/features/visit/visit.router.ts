import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { submitVisit } from "./submit-visit.service.js";
import { getChecklist, getVisit, listDuties, listVisitPage, measureCoverageOf } from "./visit.service.js";

export const visitRouter = createRouter({
  checklist: bindQuery("visit.checklist", getChecklist),
  submit: bindMutation("visit.submit", submitVisit),
  list: bindQuery("visit.list", listVisitPage),
  get: bindQuery("visit.get", getVisit),
  duties: bindQuery("visit.duties", listDuties),
});

export const coverageRouter = createRouter({
  measure: bindQuery("coverage.measure", measureCoverageOf),
});
