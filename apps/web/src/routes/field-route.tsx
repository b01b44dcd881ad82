import { FieldPage } from "../features/field/field-page.js";
import { FieldQuestionsPage } from "../features/field/field-questions-page.js";
import { SignPage } from "../features/field/sign-page.js";

export const FieldRoute = FieldPage;
export const FieldQuestionsRoute = FieldQuestionsPage;
export const FieldSignRoute = SignPage;
