// Jobs: long and scheduled work.
export { type JobProblemCode, jobProblemCodes } from "./job.problem.js";
export { type JobKindName, JobState, jobKinds, jobStates } from "./job.schema.js";
export { jobText } from "./job.text.js";
