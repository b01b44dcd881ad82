// People: accounts, and the units they belong to.
export { AccountState, accountStates, groupKinds, Unit, UnitKind, unitKinds, Username } from "./person.schema.js";
