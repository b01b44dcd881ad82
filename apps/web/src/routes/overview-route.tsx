import { OverviewPage } from "../features/overview/overview-page.js";

export const OverviewRoute = OverviewPage;
