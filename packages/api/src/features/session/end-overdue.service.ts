// What time has ended, for the runner of jobs, which asks for it before anything else of the hour.
export { endOverdue } from "./end-overdue.repo.js";
