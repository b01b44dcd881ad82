import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { enterMeasurement, getEvaluation, importRubric, listEditions } from "./evaluation.service.js";

export const rubricRouter = createRouter({
  list: bindQuery("rubric.list", listEditions),
  import: bindMutation("rubric.import", importRubric),
});

export const evaluationRouter = createRouter({
  get: bindQuery("evaluation.get", getEvaluation),
  measure: bindMutation("evaluation.measure", enterMeasurement),
});
