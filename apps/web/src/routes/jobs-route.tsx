import { JobsPage } from "../features/jobs/jobs-page.js";

export const JobsRoute = JobsPage;
