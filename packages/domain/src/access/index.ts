// Access: who may act where, and why a request is refused as a whole.
export { type AccessProblemCode, accessProblemCodes } from "./access.problem.js";
export { accessText } from "./access.text.js";
export { type Asker, can, type Decision } from "./can.js";
export {
  type AdministratorRole,
  administratorRoles,
  Grant,
  GrantableRole,
  grantableRoles,
  StandIn,
} from "./grant.schema.js";
export {
  type ExpectedType,
  expectedTypes,
  type InputFault,
  inputFaults,
  toInputFault,
} from "./input-fault.js";
export { inputFaultText } from "./input-fault.text.js";
export {
  noReach,
  type Reach,
  type ReachedObject,
  reachesEstablishment,
  reachesPlace,
  type StandInReach,
} from "./reach.js";
export { type RequestProblemCode, requestProblemCodes } from "./request.problem.js";
