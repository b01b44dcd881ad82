import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { LoadingPage } from "../components/loading.js";
import { parseDirectorySearch } from "../navigation/directory-search.js";
import { parseHandoverSearch } from "../navigation/handover-search.js";
import { parseDuplicateSearch, parseHeldSearch } from "../navigation/held-search.js";
import { parsePeopleSearch } from "../navigation/people-search.js";
import { parseProviderSearch } from "../navigation/provider-search.js";
import { parseQuestionSearch } from "../navigation/question-search.js";
import { parseRecordSearch } from "../navigation/record-search.js";
import { parseRegistrySearch } from "../navigation/registry-search.js";
import { parseSearchText, writeSearchText } from "../navigation/search-text.js";
import { parseTrainingSearch } from "../navigation/training-search.js";
import { parseUnitSearch } from "../navigation/unit-search.js";
import {
  parseChainSearch,
  parseEvaluationSearch,
  parseImportSearch,
  parseVisitSearch,
} from "../navigation/visit-search.js";
import { checkRoutes } from "./check-routes.js";
import { ErrorPage } from "./error-page.js";
import { root } from "./root-route.js";

const overview = createRoute({
  getParentRoute: () => root,
  path: "/",
  component: lazyRouteComponent(() => import("../routes/overview-route.js"), "OverviewRoute"),
});
const registry = createRoute({
  getParentRoute: () => root,
  path: "/registry",
  validateSearch: parseRegistrySearch,
  component: lazyRouteComponent(() => import("../routes/registry-route.js"), "RegistryRoute"),
});
const importing = createRoute({
  getParentRoute: () => root,
  path: "/registry/import",
  validateSearch: parseImportSearch,
  component: lazyRouteComponent(() => import("../routes/import-route.js"), "ImportRoute"),
});
const held = createRoute({
  getParentRoute: () => root,
  path: "/registry/held",
  validateSearch: parseHeldSearch,
  component: lazyRouteComponent(() => import("../routes/held-route.js"), "HeldRoute"),
});
const duplicates = createRoute({
  getParentRoute: () => root,
  path: "/registry/duplicates",
  validateSearch: parseDuplicateSearch,
  component: lazyRouteComponent(() => import("../routes/duplicates-route.js"), "DuplicatesRoute"),
});
const objections = createRoute({
  getParentRoute: () => root,
  path: "/registry/objections",
  component: lazyRouteComponent(() => import("../routes/objections-route.js"), "ObjectionsRoute"),
});
const ownArm = createRoute({
  getParentRoute: () => root,
  path: "/arm",
  component: lazyRouteComponent(() => import("../routes/own-arm-route.js"), "OwnArmRoute"),
});
const grading = createRoute({
  getParentRoute: () => root,
  path: "/settings/grading",
  component: lazyRouteComponent(() => import("../routes/grading-route.js"), "GradingRoute"),
});
const flags = createRoute({
  getParentRoute: () => root,
  path: "/settings/flags",
  component: lazyRouteComponent(() => import("../routes/flags-route.js"), "FlagsRoute"),
});
const layouts = createRoute({
  getParentRoute: () => root,
  path: "/settings/layouts",
  component: lazyRouteComponent(() => import("../routes/layouts-route.js"), "LayoutsRoute"),
});
const establishment = createRoute({
  getParentRoute: () => root,
  path: "/registry/$id",
  component: lazyRouteComponent(() => import("../routes/establishment-route.js"), "EstablishmentRoute"),
});
const chain = createRoute({
  getParentRoute: () => root,
  path: "/chain",
  validateSearch: parseChainSearch,
  component: lazyRouteComponent(() => import("../routes/chain-route.js"), "ChainRoute"),
});
const directory = createRoute({
  getParentRoute: () => root,
  path: "/chain/directory",
  validateSearch: parseDirectorySearch,
  component: lazyRouteComponent(() => import("../routes/directory-route.js"), "DirectoryRoute"),
});
const handover = createRoute({
  getParentRoute: () => root,
  path: "/chain/handover",
  validateSearch: parseHandoverSearch,
  component: lazyRouteComponent(() => import("../routes/handover-route.js"), "HandoverRoute"),
});
const questions = createRoute({
  getParentRoute: () => root,
  path: "/chain/questions",
  validateSearch: parseQuestionSearch,
  component: lazyRouteComponent(() => import("../routes/questions-route.js"), "QuestionsRoute"),
});
const official = createRoute({
  getParentRoute: () => root,
  path: "/chain/official/$id",
  component: lazyRouteComponent(() => import("../routes/official-route.js"), "OfficialRoute"),
});
const training = createRoute({
  getParentRoute: () => root,
  path: "/chain/training",
  validateSearch: parseTrainingSearch,
  component: lazyRouteComponent(() => import("../routes/training-route.js"), "TrainingRoute"),
});
const trainingPlan = createRoute({
  getParentRoute: () => root,
  path: "/chain/training/$id",
  validateSearch: parseTrainingSearch,
  component: lazyRouteComponent(() => import("../routes/training-route.js"), "TrainingPlanRoute"),
});
const trainingSession = createRoute({
  getParentRoute: () => root,
  path: "/chain/session/$id",
  component: lazyRouteComponent(() => import("../routes/training-route.js"), "TrainingSessionRoute"),
});
const attendanceCode = createRoute({
  getParentRoute: () => root,
  path: "/chain/session/$id/code",
  component: lazyRouteComponent(() => import("../routes/training-route.js"), "AttendanceCodeRoute"),
});
const superiorDocument = createRoute({
  getParentRoute: () => root,
  path: "/chain/document/$id",
  validateSearch: parseTrainingSearch,
  component: lazyRouteComponent(() => import("../routes/training-route.js"), "DocumentRoute"),
});
const visits = createRoute({
  getParentRoute: () => root,
  path: "/visits",
  validateSearch: parseVisitSearch,
  component: lazyRouteComponent(() => import("../routes/visits-route.js"), "VisitsRoute"),
});
const recordVisit = createRoute({
  getParentRoute: () => root,
  path: "/visits/record/$establishmentId",
  component: lazyRouteComponent(() => import("../routes/record-visit-route.js"), "RecordVisitRoute"),
});
const visit = createRoute({
  getParentRoute: () => root,
  path: "/visits/$id",
  component: lazyRouteComponent(() => import("../routes/visit-route.js"), "VisitRoute"),
});
const evaluation = createRoute({
  getParentRoute: () => root,
  path: "/evaluation",
  validateSearch: parseEvaluationSearch,
  component: lazyRouteComponent(() => import("../routes/evaluation-route.js"), "EvaluationRoute"),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../routes/settings-route.js"), "SettingsRoute"),
});
const people = createRoute({
  getParentRoute: () => root,
  path: "/settings/people",
  validateSearch: parsePeopleSearch,
  component: lazyRouteComponent(() => import("../routes/people-route.js"), "PeopleRoute"),
});
const units = createRoute({
  getParentRoute: () => root,
  path: "/settings/units",
  validateSearch: parseUnitSearch,
  component: lazyRouteComponent(() => import("../routes/units-route.js"), "UnitsRoute"),
});
const territories = createRoute({
  getParentRoute: () => root,
  path: "/settings/territories",
  component: lazyRouteComponent(() => import("../routes/territories-route.js"), "TerritoriesRoute"),
});
const record = createRoute({
  getParentRoute: () => root,
  path: "/settings/record",
  validateSearch: parseRecordSearch,
  component: lazyRouteComponent(() => import("../routes/record-route.js"), "RecordRoute"),
});
const papers = createRoute({
  getParentRoute: () => root,
  path: "/settings/papers",
  component: lazyRouteComponent(() => import("../routes/papers-route.js"), "PapersRoute"),
});
const field = createRoute({
  getParentRoute: () => root,
  path: "/field",
  component: lazyRouteComponent(() => import("../routes/field-route.js"), "FieldRoute"),
});
const fieldQuestions = createRoute({
  getParentRoute: () => root,
  path: "/field/questions",
  component: lazyRouteComponent(() => import("../routes/field-route.js"), "FieldQuestionsRoute"),
});
const fieldSign = createRoute({
  getParentRoute: () => root,
  path: "/field/sign/$official",
  component: lazyRouteComponent(() => import("../routes/field-route.js"), "FieldSignRoute"),
});
const ownTraining = createRoute({
  getParentRoute: () => root,
  path: "/field/training",
  component: lazyRouteComponent(() => import("../routes/field-training-route.js"), "OwnTrainingRoute"),
});
const ownSession = createRoute({
  getParentRoute: () => root,
  path: "/field/training/$session/$official",
  component: lazyRouteComponent(() => import("../routes/field-training-route.js"), "OwnSessionRoute"),
});
const attend = createRoute({
  getParentRoute: () => root,
  path: "/field/attend/$session/$code",
  component: lazyRouteComponent(() => import("../routes/field-training-route.js"), "AttendRoute"),
});
const readDocument = createRoute({
  getParentRoute: () => root,
  path: "/field/document/$id",
  component: lazyRouteComponent(() => import("../routes/field-training-route.js"), "ReadDocumentRoute"),
});
const jobs = createRoute({
  getParentRoute: () => root,
  path: "/settings/jobs",
  component: lazyRouteComponent(() => import("../routes/jobs-route.js"), "JobsRoute"),
});
const backup = createRoute({
  getParentRoute: () => root,
  path: "/settings/backup",
  component: lazyRouteComponent(() => import("../routes/backup-route.js"), "BackupRoute"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  component: lazyRouteComponent(() => import("../routes/account-route.js"), "AccountRoute"),
});
const device = createRoute({
  getParentRoute: () => root,
  path: "/device",
  component: lazyRouteComponent(() => import("../routes/device-route.js"), "DeviceRoute"),
});
// The gate shows these pages itself, with or without a session.
const setUp = createRoute({ getParentRoute: () => root, path: "/set-up" });
const password = createRoute({ getParentRoute: () => root, path: "/password" });
const providerReturn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/return",
  validateSearch: parseProviderSearch,
});

const routeTree = root.addChildren([
  overview,
  registry,
  importing,
  held,
  duplicates,
  objections,
  ...checkRoutes,
  ownArm,
  grading,
  flags,
  layouts,
  establishment,
  chain,
  directory,
  handover,
  questions,
  official,
  training,
  trainingPlan,
  trainingSession,
  attendanceCode,
  superiorDocument,
  visits,
  recordVisit,
  visit,
  evaluation,
  settings,
  people,
  units,
  territories,
  record,
  papers,
  field,
  fieldQuestions,
  fieldSign,
  ownTraining,
  ownSession,
  attend,
  readDocument,
  jobs,
  backup,
  account,
  device,
  setUp,
  password,
  providerReturn,
]);

/** The routes of the web administration; each page is a chunk of its own. */
export const createAppRouter = () =>
  createRouter({
    routeTree,
    parseSearch: parseSearchText,
    stringifySearch: writeSearchText,
    defaultErrorComponent: ErrorPage,
    defaultPendingComponent: () => <LoadingPage />,
    defaultPendingMs: 200,
    defaultPreload: "intent",
    scrollRestoration: true,
  });
