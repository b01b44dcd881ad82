import { GradingPage } from "../features/grading-rules/grading-page.js";

export const GradingRoute = GradingPage;
