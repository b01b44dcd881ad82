// `@shian/api/client`: everything that another program needs to call a running Shian, and nothing of the server.
export type { AppRouter } from "../trpc/root.js";
export { type ClientOptions, createClient, type ShianClient } from "./create-client.js";
export { ProblemsError, toProblems } from "./to-problems.js";
export { type Uploaded, uploadFile } from "./upload-file.js";
