import { bindMutation, bindQuery, createRouter } from "../../trpc/procedures.js";
import { getScheme, regrade, setRiskGrade } from "./grading.service.js";

export const gradingRouter = createRouter({
  scheme: bindQuery("grading.scheme", getScheme),
  regrade: bindMutation("grading.regrade", regrade),
  setRisk: bindMutation("grading.setRisk", setRiskGrade),
});
