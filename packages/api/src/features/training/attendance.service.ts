// Attendance at on-site sessions: the code on the wall, scanning it, and what the office enters or takes back by hand.
import { createHmac } from "node:crypto";
import {
  type Audience,
  attendanceCodeSeconds,
  attendanceWindow,
  isInJurisdiction,
  listCodeNumbers,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  type TrainingSession,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { isOwn } from "../commitment/commitment.service.js";
import type { StoredOfficial } from "../picture/picture.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { mayChange } from "./audience.js";
import {
  insertCredits,
  listCredits,
  listCreditsOf,
  type StoredCredit,
  supersedeCredit,
} from "./credit.repo.js";
import { openOwnSession, SECRET } from "./session.service.js";
import { findPlan, findSession, type StoredPlan, type StoredSession } from "./training.repo.js";

type OnSite = Extract<TrainingSession["held"], { way: "on-site" }>;

// Crockford's characters: none is mistaken for another when somebody types the code.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code of that number: eight characters that only who has the secret can make. */
function toCode(secret: string, session: string, number: number): string {
  const mac = createHmac("sha256", secret).update(`${session} ${number}`).digest();
  return [...mac.subarray(0, 8)].map((byte) => ALPHABET[byte % 32]).join("");
}

const secretOf = ({ deps }: Call, session: StoredSession): string =>
  deps.keyring.unseal(session.secret, SECRET);

const windowOf = (held: OnSite, minutes: number) => attendanceWindow({ ...held, minutes });

/** An instant as a clock of the office shows it. */
const formatClock = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

/** What the screen in the room shows now. */
export async function getCode(
  call: Call,
  { session: id }: OperationArguments<"training.code">,
): Promise<Result<OperationOutput<"training.code">>> {
  const session = await findSession(call.db, id);
  const plan = session === undefined ? undefined : await findPlan(call.db, session.plan);
  const picture = await getPicture(call);
  if (session === undefined || plan === undefined || !mayChange(call, picture, session.territory))
    return refuse("request/not-found", { id });
  const { held, minutes } = session.content;
  if (held.way !== "on-site") return refuse("training/not-on-site");
  const { opens, closes } = windowOf(held, minutes);
  const now = Date.parse(call.now);
  const stands = session.withdrawnOn === null && plan.withdrawnOn === null;
  const isOpen = stands && opens <= now && now < closes;
  const [number = 0] = listCodeNumbers(now);
  const standing = (await listCredits(call.db, [id])).filter(({ recordedTo }) => recordedTo === null);
  return ok({
    code: isOpen ? toCode(secretOf(call, session), id, number) : null,
    opens: new Date(opens).toISOString(),
    closes: new Date(closes).toISOString(),
    seconds: Math.ceil((number + 1) * attendanceCodeSeconds - now / 1000),
    attended: standing.length,
  });
}

/** A session that stands, with its plan. */
export async function openStanding(
  call: Call,
  id: string,
): Promise<Result<{ readonly session: StoredSession; readonly plan: StoredPlan }>> {
  const session = await findSession(call.db, id);
  const plan = session === undefined ? undefined : await findPlan(call.db, session.plan);
  if (session === undefined || plan === undefined) return refuse("request/not-found", { id });
  if (session.withdrawnOn !== null || plan.withdrawnOn !== null) return refuse("training/withdrawn");
  return ok({ session, plan });
}

/** The official as they stand today, when the plan is for them. */
export async function findInvited(
  call: ChangeCall,
  { content: { levels, territory } }: { readonly content: Audience },
  id: string,
): Promise<StoredOfficial | undefined> {
  const { officials, tree, inPost } = await getPartOfPicture(call, { establishments: [], officials: [id] });
  const official = officials.get(id);
  const isInvited =
    official !== undefined &&
    inPost.has(id) &&
    levels.includes(official.level) &&
    official.jurisdictions.some((code) => tree.contains(territory, code));
  return isInvited ? official : undefined;
}

/** Until the change ends nobody else enters a result of these officials in the session, so that each is entered once. */
export const lockResults = (call: ChangeCall, session: string, officials: readonly string[]): Promise<void> =>
  lockUntilCommit(call.db, ...officials.map((official) => `training ${session} ${official}`));

const findStanding = async (
  call: Call,
  official: string,
  session: string,
): Promise<StoredCredit | undefined> =>
  (await listCreditsOf(call.db, official)).find((credit) => credit.session === session);

/** Signs in by the code on the wall. */
export async function attend(
  call: ChangeCall,
  { session: id, official, code }: OperationArguments<"training.attend">,
): Promise<Result<OperationOutput<"training.attend">>> {
  if (!isOwn(call, official)) return refuse("training/not-own");
  const opened = await openStanding(call, id);
  if (!opened.ok) return opened;
  const { session, plan } = opened.value;
  const { held, minutes, title } = session.content;
  if (held.way !== "on-site") return refuse("training/not-on-site");
  const now = Date.parse(call.now);
  const { opens, closes } = windowOf(held, minutes);
  if (now < opens || now >= closes)
    return refuse("training/not-time", { opens: formatClock(opens), closes: formatClock(closes) });
  const typed = code.toUpperCase().replace(/[\s-]/g, "");
  const secret = secretOf(call, session);
  if (!listCodeNumbers(now).some((number) => toCode(secret, id, number) === typed))
    return refuse("training/code-old");
  const invited = await findInvited(call, plan, official);
  if (invited === undefined) return refuse("training/not-invited");
  await lockResults(call, id, [official]);
  // Scanned twice is once.
  if ((await findStanding(call, official, id)) === undefined)
    await credit(call, session, [invited], "scanned");
  return ok({ title, on: held.on, minutes });
}

async function credit(
  call: ChangeCall,
  session: StoredSession,
  officials: readonly StoredOfficial[],
  way: "scanned" | "entered",
): Promise<void> {
  const { held, title } = session.content;
  const on = held.way === "on-site" ? held.on : call.today;
  const by = nameOf(call);
  await insertCredits(
    call.db,
    officials.map(({ id: official }) => ({
      id: call.deps.newId(),
      session: session.id,
      official,
      way,
      on,
      by,
    })),
    call.now,
  );
  for (const { id: objectId } of officials)
    call.record({
      objectKind: "official",
      objectId,
      what: "training-attended",
      fields: [{ field: "session", before: null, after: title }],
    });
}

/** What the office enters of a list that was signed on paper. */
export async function enterAttendance(
  call: ChangeCall,
  { session: id, officials, reason }: OperationArguments<"training.enterAttendance">,
): Promise<Result<OperationOutput<"training.enterAttendance">>> {
  const session = await openOwnSession(call, id);
  if (!session.ok) return session;
  const { held } = session.value.content;
  if (held.way !== "on-site") return refuse("training/not-on-site");
  if (held.on > call.today) return refuse("training/in-future", { on: held.on });
  const ids = [...new Set(officials)];
  const picture = await getPartOfPicture(call, { establishments: [], officials: ids });
  const found = ids.flatMap((one) => picture.officials.get(one) ?? []);
  const absent = ids.find((one) => !picture.officials.has(one));
  if (absent !== undefined) return refuse("request/not-found", { id: absent });
  const outside = found.find(
    ({ jurisdictions }) =>
      !jurisdictions.some((code) =>
        isInJurisdiction({ tree: picture.tree, jurisdiction: call.reach.territories, code }),
      ),
  );
  if (outside !== undefined) return refuse("request/not-found", { id: outside.id });
  await lockResults(call, id, ids);
  const standing = new Set(
    (await listCredits(call.db, [id]))
      .filter(({ recordedTo }) => recordedTo === null)
      .map(({ official }) => official),
  );
  const twice = found.find((official) => standing.has(official.id));
  if (twice !== undefined) return refuse("training/attended-already", { name: twice.name });
  await credit(call, session.value, found, "entered");
  call.record({
    objectKind: "training-session",
    objectId: id,
    what: "attendance-entered",
    fields: [{ field: "reason", before: null, after: reason }],
  });
  return ok({ entered: found.length });
}

export async function removeAttendance(
  call: ChangeCall,
  { session: id, official: officialId, reason }: OperationArguments<"training.removeAttendance">,
): Promise<Result<OperationOutput<"training.removeAttendance">>> {
  const session = await openOwnSession(call, id);
  if (!session.ok) return session;
  if (session.value.content.held.way !== "on-site") return refuse("training/not-on-site");
  const { officials } = await getPartOfPicture(call, { establishments: [], officials: [officialId] });
  const official = officials.get(officialId);
  if (official === undefined) return refuse("request/not-found", { id: officialId });
  await lockResults(call, id, [officialId]);
  const standing = await findStanding(call, officialId, id);
  if (standing === undefined) return refuse("training/not-attended", { name: official.name });
  await supersedeCredit(call.db, standing.id, call.now);
  call.record({
    objectKind: "official",
    objectId: officialId,
    what: "training-attendance-removed",
    fields: [
      { field: "session", before: session.value.content.title, after: null },
      { field: "reason", before: null, after: reason },
    ],
  });
  return ok({ official: officialId });
}
