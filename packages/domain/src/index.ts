// The public names of the domain. Each concept's index lists its own by name; nothing else of it is reachable.
export * from "./access/index.js";
export * from "./chain/index.js";
export {
  type OperationArguments,
  type OperationId,
  type OperationInput,
  type OperationOutput,
  operations,
} from "./contracts.js";
export * from "./grading/index.js";
export * from "./kernel/index.js";
export * from "./territory/index.js";
export { isTextKey, label, renderProblem, type TextKey } from "./texts.js";
