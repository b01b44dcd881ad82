// People: accounts, what they were granted, and the units they belong to.
export {
  checkGrant,
  checkGrantEnd,
  findGrantTarget,
  findOrphanedRole,
  type GrantDraft,
  type Grantee,
  type GrantTarget,
} from "./check-grant.js";
export { checkStandIn, type StandInDraft } from "./check-stand-in.js";
export { GrantRow, PreviewedOperation, RightsPreview, StandInRow } from "./grant.contract.js";
export { type MenuArea, menuAreas } from "./menu-areas.js";
export { PersonDetail, PersonLink, PersonRole, PersonRow } from "./people.contract.js";
export { type PeopleProblemCode, peopleProblemCodes } from "./people.problem.js";
export {
  type AccountField,
  type AccountRow,
  accountHeaders,
  findAccountField,
  findGrantField,
  type GrantField,
  grantHeaders,
  parseAccountRow,
  parseGrantRow,
  type SheetGrant,
  type SheetProblem,
} from "./people-sheets.js";
export {
  AccountState,
  accountStates,
  groupKinds,
  PersonKind,
  personKinds,
  Unit,
  UnitKind,
  Username,
  unitKinds,
} from "./person.schema.js";
export { SheetPlan, SheetRefusal } from "./sheet.contract.js";
export { UnitMember, UnitRow } from "./unit.contract.js";
