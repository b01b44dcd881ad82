import { EvaluationPage } from "../features/evaluation/evaluation-page.js";

export const EvaluationRoute = EvaluationPage;
