// Looking at people: lists for whoever works with them, one person whole for the administrators of accounts and grants.
import {
  isWithin,
  maskPhone,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PersonDetail,
  type PersonRow,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { pageRows } from "../picture/page-rows.js";
import { getLinkOf } from "../session/provider-link.service.js";
import { listLockedUsernames } from "../session/unlock-account.service.js";
import { listOfficialsOf } from "./find-grants.repo.js";
import { listGrants, type StoredGrant } from "./grant.repo.js";
import {
  findAccountFacts,
  findPerson,
  listAllPeople,
  listLastSeen,
  type StoredPerson,
} from "./people.repo.js";
import { getPlaces, keepReached, type Places, toGrantRows, toStandInRows } from "./people.views.js";
import { listAllStandIns } from "./stand-in.repo.js";

/** Under which name a mobile number is sealed. */
export const mobileField = "person.mobile";

type Filter = Omit<OperationArguments<"people.list">, "cursor" | "limit">;

const groupByPerson = (grants: readonly StoredGrant[]): ReadonlyMap<string, readonly StoredGrant[]> => {
  const groups = new Map<string, StoredGrant[]>();
  for (const grant of grants) {
    const own = groups.get(grant.person);
    if (own === undefined) groups.set(grant.person, [grant]);
    else own.push(grant);
  }
  return groups;
};

const isInForceOrLater = (call: Call, grant: StoredGrant): boolean =>
  grant.to === null || (grant.to > call.today && grant.to > grant.from);

/** How somebody signs in is the administrators' to know. */
const seesAccounts = (call: Call): boolean =>
  call.roles.includes("system") || call.roles.includes("security");

async function toRows(
  call: Call,
  people: readonly StoredPerson[],
  grantsOf: ReadonlyMap<string, readonly StoredGrant[]>,
  { nameOf }: Places,
): Promise<PersonRow[]> {
  const shown = seesAccounts(call);
  const usernames = people.map(({ username }) => username);
  const locked = shown ? await listLockedUsernames(call.db, usernames, call.now) : new Set<string>();
  const seen = shown
    ? await listLastSeen(
        call.db,
        people.map(({ id }) => id),
      )
    : new Map<string, string>();
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    kind: person.kind,
    unit: person.unit,
    roles: (grantsOf.get(person.id) ?? [])
      .filter((grant) => isInForceOrLater(call, grant))
      .map(({ role, leading, territory, from, to }) => ({
        role,
        leading,
        territory,
        territoryName: nameOf(territory),
        from,
        to,
      })),
    account: shown
      ? {
          username: person.username,
          state: person.state,
          locked: locked.has(person.username),
          lastSeen: seen.get(person.id) ?? null,
        }
      : null,
    version: person.version,
  }));
}

const createFilter =
  (call: Call, filter: Filter, { tree }: Places) =>
  (person: StoredPerson, grants: readonly StoredGrant[]): boolean => {
    const words = (filter.search ?? "").trim().toLowerCase();
    const { territory, role } = filter;
    const text = seesAccounts(call) ? `${person.searchText} ${person.username}` : person.searchText;
    return (
      text.includes(words) &&
      (filter.unit === undefined || person.unit?.id === filter.unit) &&
      (filter.state === undefined || person.state === filter.state) &&
      (role === undefined || grants.some((grant) => grant.role === role && isInForceOrLater(call, grant))) &&
      (territory === undefined ||
        grants.some((grant) => grant.territory !== null && tree.contains(territory, grant.territory)))
    );
  };

/** People by name; whoever is no administrator sees those with a grant within their own reach. */
export async function listPeople(
  call: Call,
  { cursor, limit, ...filter }: OperationArguments<"people.list">,
): Promise<Result<OperationOutput<"people.list">>> {
  const places = await getPlaces(call);
  const people = await listAllPeople(call.db);
  const grantsOf = groupByPerson(await keepReached(call, await listGrants(call.db), places.tree));
  const isWanted = createFilter(call, filter, places);
  const found = people.filter(({ id }) => seesAccounts(call) || grantsOf.has(id));
  const page = pageRows({
    rows: found.filter((person) => isWanted(person, grantsOf.get(person.id) ?? [])),
    sortBy: [({ sortKey }) => sortKey, ({ id }) => id],
    cursor,
    limit,
  });
  if (!page.ok) return page;
  return ok({ ...page.value, rows: await toRows(call, page.value.rows, grantsOf, places) });
}

/** One person with their grants of any day and the stand-ins of the officials they are. */
export async function getPerson(
  call: Call,
  { id }: OperationArguments<"people.get">,
): Promise<Result<PersonDetail>> {
  const person = await findPerson(call.db, id);
  if (person === undefined) return refuse("request/not-found", { id });
  const places = await getPlaces(call);
  const grants = await listGrants(call.db, [id]);
  const officials = listOfficialsOf(grants);
  const standIns = (await listAllStandIns(call.db)).filter(({ official }) => officials.includes(official));
  const [row] = await toRows(call, [person], groupByPerson(grants), places);
  if (row === undefined) return refuse("request/not-found", { id });
  const { mobile, officePhone } = person;
  return ok({
    person: row,
    officePhone,
    mobile: mobile === null ? null : maskPhone(call.deps.keyring.unseal(mobile, mobileField)),
    ...(await findAccountFacts(call.db, id, call.now)),
    provider: (await getLinkOf(call.db, id)) ?? null,
    grants: await toGrantRows(call, grants, places),
    standIns: await toStandInRows(call.db, standIns),
  });
}

/** Grants of anybody, in the order of people and first days. */
export async function listAllGrants(
  call: Call,
  { person, role, on, cursor, limit }: OperationArguments<"grant.list">,
): Promise<Result<OperationOutput<"grant.list">>> {
  const places = await getPlaces(call);
  const grants = await listGrants(call.db, person === undefined ? undefined : [person]);
  const page = pageRows({
    rows: grants.filter(
      (grant) => (role === undefined || grant.role === role) && (on === undefined || isWithin(grant, on)),
    ),
    sortBy: [({ personSortKey }) => personSortKey, ({ from }) => from, ({ id }) => id],
    cursor,
    limit,
  });
  if (!page.ok) return page;
  return ok({ ...page.value, rows: await toGrantRows(call, page.value.rows, places) });
}
