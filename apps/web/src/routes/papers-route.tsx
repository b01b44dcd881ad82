import { PapersPage } from "../features/settings/papers-page.js";

export const PapersRoute = PapersPage;
