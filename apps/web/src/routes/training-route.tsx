import { AttendanceCodePage } from "../features/training/code-page.js";
import { DocumentPage } from "../features/training/document-page.js";
import { PlanPage } from "../features/training/plan-page.js";
import { SessionPage } from "../features/training/session-page.js";
import { TrainingPage } from "../features/training/training-page.js";

export const TrainingRoute = TrainingPage;
export const TrainingPlanRoute = PlanPage;
export const TrainingSessionRoute = SessionPage;
export const AttendanceCodeRoute = AttendanceCodePage;
export const DocumentRoute = DocumentPage;
