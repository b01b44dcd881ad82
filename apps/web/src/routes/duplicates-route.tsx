import { DuplicatesPage } from "../features/duplicates/duplicates-page.js";

export const DuplicatesRoute = DuplicatesPage;
