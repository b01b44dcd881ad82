// Access: who may act where, and why a request is refused as a whole.
export { accessText } from "./access.text.js";
export { type Actor, mayActIn } from "./may-act-in.js";
export { type RequestProblemCode, requestProblemCodes } from "./request.problem.js";
