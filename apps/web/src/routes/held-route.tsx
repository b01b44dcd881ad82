import { HeldPage } from "../features/import/held-page.js";

export const HeldRoute = HeldPage;
