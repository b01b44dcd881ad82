import { QuestionsPage } from "../features/questions/questions-page.js";

export const QuestionsRoute = QuestionsPage;
