import { RecordVisitPage } from "../features/visits/record-visit-page.js";

export const RecordVisitRoute = RecordVisitPage;
