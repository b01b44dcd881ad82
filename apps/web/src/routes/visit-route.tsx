import { VisitPage } from "../features/visits/visit-page.js";

export const VisitRoute = VisitPage;
