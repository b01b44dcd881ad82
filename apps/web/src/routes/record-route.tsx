import { RecordPage } from "../features/record/record-page.js";

export const RecordRoute = RecordPage;
