// The one place where the server decides who may ask an operation and how far they reach in it. Everything that can be
// asked from outside comes through here: procedures, downloads and uploads.
import {
  type Asker,
  can,
  countryCode,
  isWithin,
  mayKeyAsk,
  noReach,
  type OperationId,
  operations,
  type Permission,
  type PlainDate,
  problem,
  type Reach,
  type Role,
} from "@shian/domain";
import { type Actor, createCall, type Deps, type Standing } from "../deps.js";
import { findAnsweredFor } from "../features/chain/find-answered-for.repo.js";
import { findGround } from "../features/territory/territory.service.js";
import { Refusal } from "../refusal.js";
import type { RowSettings } from "../storage/database.js";
import { toRowSettings } from "../storage/row-security.js";
import type { Who } from "./find-who.js";

/** What is asked: an operation or a download, by its name, and what guards it. */
export type Asked = { readonly id: string; readonly permission: Permission };

/** Who may ask, how far they reach, and the same as settings of the database. */
export type Authority = { readonly standing: Standing; readonly settings: RowSettings };

const toActor = ({ person, session }: Who): Actor => ({
  personId: person.id,
  name: person.name,
  unit: person.unit,
  username: person.username,
  session: {
    id: session.id,
    kind: session.kind,
    method: session.method,
    secondFactorAt: session.secondFactorAt,
  },
});

/** Why this session may not be used for it, whatever its person may. */
function findSessionFault(deps: Deps, who: Who, { id, permission }: Asked) {
  const { session, person } = who;
  if (session.scope !== null && !session.scope.includes(id)) return problem("access/outside-scope");
  // A key may be older than a rule about keys.
  if (
    session.kind === "key" &&
    Object.hasOwn(operations, id) &&
    !mayKeyAsk(id, operations[id as OperationId])
  )
    return problem("access/outside-scope");
  // One's own account stays open: it is where a password is changed and an authenticator bound.
  if (permission.may === "everyone" || permission.may.includes("public")) return undefined;
  if (who.passwordDue) return problem("access/password-due");
  const isProved = session.secondFactorAt !== null || session.kind === "key" || deps.mode === "demo";
  return person.kind === "administrator" && !isProved ? problem("access/second-factor") : undefined;
}

/** Officials and stand-ins as the establishments that they answer for today, so that both walls know the same. */
async function resolveNamed(deps: Deps, reach: Reach, on: PlainDate): Promise<Reach> {
  if (reach.officials.length === 0 && reach.standIns.length === 0) return reach;
  const answered = await findAnsweredFor(
    deps.database.db,
    [...reach.officials, ...reach.standIns.map(({ official }) => official)],
    on,
  );
  const named = answered.filter(
    ({ official, establishment }) =>
      reach.officials.includes(official) ||
      reach.standIns.some(
        (standIn) =>
          standIn.official === official &&
          (standIn.establishments === null || standIn.establishments.includes(establishment)),
      ),
  );
  return {
    ...reach,
    establishments: [
      ...new Set([...reach.establishments, ...named.map(({ establishment }) => establishment)]),
    ].sort(),
  };
}

/** Every role in force that the asker holds, whatever was asked: what the second wall alone would go by. */
const grantedAnyhow = (asker: Asker, on: PlainDate): readonly Role[] => [
  ...new Set(asker.grants.filter((grant) => isWithin(grant, on)).map(({ role }) => role)),
];

/** Refuses with the reason, or says how far who asks reaches. */
export async function authorize(
  deps: Deps,
  asking: Promise<Who | undefined>,
  address: string,
  asked: Asked,
): Promise<Authority> {
  // The tree and the office's territory are known to everyone; they are read as the product itself.
  const call = createCall(deps, deps.database.db, "zh-CN");
  const [who, ground] = await Promise.all([asking, findGround(call)]);
  const { tree } = ground;
  const question = { asker: who?.asker, ...ground };
  const decision = can({ ...question, permission: asked.permission });
  const fault = who === undefined ? undefined : findSessionFault(deps, who, asked);
  const actor = who === undefined ? undefined : toActor(who);
  if (deps.trustRowSecurityAlone === true && who !== undefined) {
    const all = can({ ...question, permission: { may: "everyone", territory: "rows" } });
    const reach = await resolveNamed(deps, all.allowed ? all.reach : noReach, call.today);
    const roles = grantedAnyhow(who.asker, call.today);
    return {
      standing: {
        actor,
        address,
        roles,
        reach: { ...noReach, territories: [countryCode], unplaced: true },
        ground,
      },
      settings: toRowSettings({ personId: who.person.id, roles, reach, named: reach.establishments }, tree),
    };
  }
  if (!decision.allowed) throw new Refusal([decision.problem]);
  if (fault !== undefined) throw new Refusal([fault]);
  const reach = await resolveNamed(deps, decision.reach, call.today);
  const { roles } = decision;
  return {
    standing: { actor, address, roles, reach, ground },
    settings: toRowSettings(
      { personId: who?.person.id ?? "", roles, reach, named: reach.establishments },
      tree,
    ),
  };
}
