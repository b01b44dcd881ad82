import { FactsPage } from "../features/fact-sheet/facts-page.js";

export const FactsRoute = FactsPage;
