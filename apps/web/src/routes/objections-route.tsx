import { ObjectionsPage } from "../features/objections/objections-page.js";

export const ObjectionsRoute = ObjectionsPage;
