import { HandoverPage } from "../features/handover/handover-page.js";

export const HandoverRoute = HandoverPage;
