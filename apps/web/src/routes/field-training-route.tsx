import { AttendPage } from "../features/field/attend-page.js";
import { OwnTrainingPage } from "../features/field/own-training-page.js";
import { ReadDocumentPage } from "../features/field/read-document-page.js";
import { OwnSessionPage } from "../features/field/test-page.js";

export const OwnTrainingRoute = OwnTrainingPage;
export const OwnSessionRoute = OwnSessionPage;
export const AttendRoute = AttendPage;
export const ReadDocumentRoute = ReadDocumentPage;
