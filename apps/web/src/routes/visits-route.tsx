import { VisitsPage } from "../features/visits/visits-page.js";

export const VisitsRoute = VisitsPage;
