// Decides whether a security administrator may give a grant, and whether one may be ended. All reasons are told.
// Source: quality S2 (three administrators apart, nobody grants themselves), issue "Second" (a grant is role × territory
// × dates); decision 0013.
import type { AdministratorRole, Grant, GrantableRole } from "../access/grant.schema.js";
import { administratorRoles } from "../access/grant.schema.js";
import { isWithin, type PlainDate } from "../kernel/plain-date.js";
import { type Problem, type ProblemParams, problem } from "../kernel/result.js";
import { countryCode } from "../territory/territory.schema.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { PeopleProblemCode } from "./people.problem.js";
import type { AccountState, PersonKind } from "./person.schema.js";

/** A grant before it has an id. */
export type GrantDraft = Omit<Grant, "id">;

/** Who would receive it. */
export type Grantee = { readonly id: string; readonly kind: PersonKind; readonly state: AccountState };

/** What a role is tied to. */
export type GrantTarget = "none" | "territory" | "official" | "establishment";

const isAdministratorRole = (role: GrantableRole): role is AdministratorRole =>
  administratorRoles.some((one) => one === role);

/**
 * What a role is tied to: an official to the establishments they answer for, a business to its own, everyone else who
 * sees business data to a territory.
 *
 * @example
 * findGrantTarget("official"); // => "official"
 * findGrantTarget("audit"); // => "none"
 */
export function findGrantTarget(role: GrantableRole): GrantTarget {
  if (isAdministratorRole(role)) return "none";
  if (role === "official") return "official";
  return role === "business" ? "establishment" : "territory";
}

type Span = { readonly from: PlainDate; readonly to: PlainDate | null };

/** Whether two spans share a day. */
const overlap = (a: Span, b: Span): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to) && !isEmpty(a) && !isEmpty(b);
const isEmpty = ({ from, to }: Span): boolean => to !== null && to <= from;

const targets = ["territory", "official", "establishment"] as const;

/**
 * Every reason against giving the draft; none when it may be given. Whether the official or the establishment exists is
 * the caller's to find.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * const draft = { person: "p-1", role: "security", territory: null, official: null, establishment: null, leading: false, from: "2026-11-24", to: null };
 * const asked = { giver: "p-9", draft, held: [], today: "2026-11-24", tree, officeTerritory: "CN" };
 * checkGrant({ ...asked, grantee: { id: "p-1", kind: "administrator", state: "enabled" } }); // => []
 * checkGrant({ ...asked, grantee: { id: "p-1", kind: "staff", state: "enabled" } })[0].code; // => "grant/administrators-apart"
 */
export function checkGrant({
  giver,
  grantee,
  held,
  draft,
  today,
  tree,
  officeTerritory,
}: {
  /** Id of the security administrator who gives. */
  readonly giver: string;
  readonly grantee: Grantee;
  /** Grants of any day that the grantee has. */
  readonly held: readonly Grant[];
  readonly draft: GrantDraft;
  readonly today: PlainDate;
  readonly tree: TerritoryTree;
  readonly officeTerritory: string;
}): readonly Problem<PeopleProblemCode>[] {
  const problems: Problem<PeopleProblemCode>[] = [];
  const against = (code: PeopleProblemCode, params: ProblemParams = {}): void => {
    problems.push(problem(code, params));
  };
  const { role, from, to, territory } = draft;
  if (giver === grantee.id) against("grant/to-oneself");
  if (grantee.state === "disabled") against("grant/person-disabled");
  if (isAdministratorRole(role) !== (grantee.kind === "administrator"))
    against("grant/administrators-apart", { role });

  if (from < today) against("grant/in-the-past", { from });
  if (to !== null && to <= from) against("grant/dates-order", { from, to });

  const target = findGrantTarget(role);
  for (const field of targets)
    if (field !== target && draft[field] !== null) against("grant/not-of-role", { role, field });
  if (draft.leading && role !== "unit") against("grant/not-of-role", { role, field: "leading" });
  if (target === "territory") {
    if (territory === null) against("grant/territory-missing", { role });
    else if (territory !== countryCode && tree.find(territory) === undefined)
      against("grant/territory-unknown", { territory });
    else if (!tree.contains(officeTerritory, territory)) against("grant/territory-outside", { territory });
  } else if (target !== "none" && draft[target] === null) against("grant/target-missing", { role });

  const beside = held.filter((grant) => overlap(grant, draft));
  const other = beside.find((grant) => isAdministratorRole(grant.role));
  if (isAdministratorRole(role) && other !== undefined && other.role !== role)
    against("grant/second-administrator-role", { role: other.role });
  if (beside.some((grant) => grant.role === role && targets.every((field) => grant[field] === draft[field])))
    against("grant/held-already");
  return problems;
}

/**
 * Every reason against ending a grant on the day `to` (first day no longer in force). The last holder of an
 * administrator's role keeps it: without a security administrator nobody could ever grant again.
 *
 * @example
 * const grant = { id: "g-1", person: "p-1", role: "audit", territory: null, official: null, establishment: null, leading: false, from: "2026-01-01", to: null };
 * const asked = { giver: "p-9", grant, to: "2026-11-24", today: "2026-11-24" };
 * checkGrantEnd({ ...asked, sameRole: [grant] })[0].code; // => "person/last-administrator"
 * checkGrantEnd({ ...asked, sameRole: [grant, { ...grant, id: "g-2", person: "p-2" }] }); // => []
 */
export function checkGrantEnd({
  giver,
  grant,
  to,
  today,
  sameRole,
}: {
  readonly giver: string;
  readonly grant: Grant;
  readonly to: PlainDate;
  readonly today: PlainDate;
  /** All grants of that role whose accounts are enabled. */
  readonly sameRole: readonly Grant[];
}): readonly Problem<PeopleProblemCode>[] {
  const problems: Problem<PeopleProblemCode>[] = [];
  const { role, from } = grant;
  if (giver === grant.person) problems.push(problem("grant/to-oneself"));
  if (grant.to !== null && grant.to <= today) problems.push(problem("grant/ended-already"));
  if (to < today) problems.push(problem("grant/in-the-past", { from: to }));
  if (to < from) problems.push(problem("grant/dates-order", { from, to }));
  if (grant.to !== null && to > grant.to)
    problems.push(problem("grant/dates-order", { from: to, to: grant.to }));
  if (isAdministratorRole(role) && !isHeldByAnother({ role: sameRole, person: grant.person, on: to }))
    problems.push(problem("person/last-administrator", { role }));
  return problems;
}

/** Whether somebody else holds the role on the day without an end. */
const isHeldByAnother = (input: {
  readonly role: readonly Grant[];
  readonly person: string;
  readonly on: PlainDate;
}): boolean =>
  input.role.some((grant) => grant.person !== input.person && grant.to === null && isWithin(grant, input.on));

/**
 * The administrator's role that would be without a holder if the account were disabled today; undefined when none
 * would.
 *
 * @example
 * const grant = { id: "g-1", person: "p-1", role: "system", territory: null, official: null, establishment: null, leading: false, from: "2026-01-01", to: null };
 * findOrphanedRole({ person: "p-1", administrators: [grant], today: "2026-11-24" }); // => "system"
 */
export function findOrphanedRole({
  person,
  administrators,
  today,
}: {
  readonly person: string;
  /** Administrators' grants whose accounts are enabled. */
  readonly administrators: readonly Grant[];
  readonly today: PlainDate;
}): GrantableRole | undefined {
  return administrators.find(
    (grant) =>
      grant.person === person &&
      isWithin(grant, today) &&
      !isHeldByAnother({
        role: administrators.filter(({ role }) => role === grant.role),
        person,
        on: today,
      }),
  )?.role;
}
