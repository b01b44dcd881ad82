// Who asks, what they were granted, and which operations that opens: what menus are built from.
import {
  type Asker,
  type CurrentSession,
  can,
  findPasswordEnd,
  type Grant,
  isOwnAccount,
  isWithin,
  noReach,
  type Operation,
  ok,
  operations,
  type Reach,
  type Result,
  type TerritoryTree,
} from "@shian/domain";
import type { Actor } from "../../deps.js";
import type { OpenCall } from "../../trpc/procedures.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { getTree } from "../territory/territory.service.js";
import { findCredential } from "./credential.repo.js";
import { findAsker } from "./current-session.repo.js";
import { listDemonstrationPeople } from "./demonstration-sign-in.service.js";
import { findSessionById } from "./session.repo.js";
import { isSetUp } from "./set-up.repo.js";
import { findAccount } from "./sign-in.repo.js";

const map: Readonly<Record<string, Operation>> = operations;

type Own = Pick<
  CurrentSession,
  "person" | "session" | "grants" | "reach" | "allowed" | "passwordDue" | "passwordEndsAt" | "secondFactor"
>;

const toPlace = (tree: TerritoryTree, code: string) => ({ code, name: tree.find(code)?.name ?? code });

const toOwnGrant = (tree: TerritoryTree, { person: _person, territory, ...grant }: Grant) => ({
  ...grant,
  place: territory === null ? null : toPlace(tree, territory),
});

const showReach = (tree: TerritoryTree, reach: Reach): CurrentSession["reach"] => ({
  places: reach.territories.map((code) => toPlace(tree, code)),
  officials: [...reach.officials],
  standIns: reach.standIns.map(({ official, establishments }) => ({
    official,
    establishments: establishments?.length ?? null,
  })),
  establishments: [...reach.establishments],
});

/** What the asker's grants open today, before anything that lies in the session. */
async function weigh(call: OpenCall, tree: TerritoryTree, asker: Asker | undefined) {
  const question = { asker, on: call.today, tree, officeTerritory: await findTerritoryCode(call) };
  const opened = Object.entries(map)
    .filter(([, permission]) => can({ ...question, permission }).allowed)
    .map(([id]) => id);
  const all = can({ ...question, permission: { may: "everyone", territory: "rows" } });
  return { opened, reach: all.allowed ? all.reach : noReach };
}

async function describeNobody(call: OpenCall): Promise<Own> {
  const { opened } = await weigh(call, await getTree(call), undefined);
  return {
    person: null,
    session: null,
    grants: [],
    reach: { places: [], officials: [], standIns: [], establishments: [] },
    allowed: opened,
    passwordDue: false,
    passwordEndsAt: null,
    secondFactor: { state: "off", needed: false, recoveryCodes: 0 },
  };
}

async function describePerson(call: OpenCall, { personId, session, unit }: Actor): Promise<Own> {
  const { deps, db, now, today } = call;
  const account = await findAccount(db, personId);
  const record = await findSessionById(db, personId, session.id);
  if (account === undefined || record === undefined) return describeNobody(call);
  const credential = await findCredential(db, personId);
  const tree = await getTree(call);
  const asker = await findAsker(db, personId);
  const { opened, reach } = await weigh(call, tree, asker);
  const end = findPasswordEnd({ changedAt: account.passwordChangedAt, profile: deps.passwordProfile });
  const passwordDue =
    session.kind !== "key" && session.method !== "provider" && end !== undefined && end <= now;
  const isProved = session.secondFactorAt !== null || session.kind === "key" || deps.mode === "demo";
  const needed = account.kind === "administrator" && !isProved;
  const { scope } = record;
  const { id, name, username, kind } = account;
  return {
    person: { id, name, username, kind: kind === "administrator" ? "administrator" : "staff", unit },
    session: {
      id: session.id,
      kind: session.kind,
      endsAt: record.endsAt,
      idleMinutes: record.idleMinutes,
      secondFactorAt: session.secondFactorAt,
    },
    grants: asker.grants.filter((grant) => isWithin(grant, today)).map((grant) => toOwnGrant(tree, grant)),
    reach: showReach(tree, reach),
    allowed: opened.filter(
      (one) => (scope === null || scope.includes(one)) && (isOwnAccount(one) || !(passwordDue || needed)),
    ),
    passwordDue,
    passwordEndsAt: end ?? null,
    secondFactor: {
      state: account.hasSecondFactor ? "on" : credential?.totpSecret != null ? "begun" : "off",
      needed,
      recoveryCodes: credential?.recoveryHashes.length ?? 0,
    },
  };
}

/** Answers everyone, with or without a session. */
export async function describeSession(call: OpenCall): Promise<Result<CurrentSession>> {
  const { deps, db, actor } = call;
  const isOffice = deps.mode === "office";
  return ok({
    mode: deps.mode,
    setUp: !isOffice || (await isSetUp(db)),
    passwordProfile: deps.passwordProfile,
    provider: deps.provider === undefined ? null : { name: deps.provider.name ?? null },
    ...(actor === undefined ? await describeNobody(call) : await describePerson(call, actor)),
    demonstrationPeople: await listDemonstrationPeople(call),
  });
}
