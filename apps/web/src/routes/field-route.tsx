import { FieldPage } from "../features/field/field-page.js";
import { SignPage } from "../features/field/sign-page.js";

export const FieldRoute = FieldPage;
export const FieldSignRoute = SignPage;
