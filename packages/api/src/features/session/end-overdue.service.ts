// Ending what time has ended, as a chore of the job runner.
export { endOverdue } from "./end-overdue.repo.js";
