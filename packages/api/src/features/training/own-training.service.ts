// What an official has before them: the plans that are for them, their sessions, what is credited.
import {
  attendanceWindow,
  type OperationArguments,
  type OwnSession,
  type OwnTraining,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { getPicture } from "../picture/picture.service.js";
import { createAudience } from "./audience.js";
import { listCreditsOf, listTests, type StoredCredit, type StoredTest } from "./credit.repo.js";
import { standingOf } from "./plan-progress.service.js";
import { isRunning } from "./test.service.js";
import { listPlans, listSessions, type StoredSession } from "./training.repo.js";

function toOwnSession(
  call: Call,
  session: StoredSession,
  planTitle: string,
  credit: StoredCredit | undefined,
  tests: readonly StoredTest[],
): OwnSession {
  const { title, minutes, held } = session.content;
  const common = {
    session: session.id,
    title,
    plan: planTitle,
    minutes,
    creditedOn: credit?.on ?? null,
  };
  if (held.way === "on-site") {
    const { opens, closes } = attendanceWindow({ ...held, minutes });
    const now = Date.parse(call.now);
    return { ...common, held, open: opens <= now && now < closes, triesLeft: null };
  }
  const { from, to, tries } = held;
  const own = tests.filter((test) => test.session === session.id);
  const triesLeft = credit === undefined ? Math.max(0, tries - own.length) : 0;
  const isTrying = own.some((test) => isRunning(test, held, Date.parse(call.now)));
  return {
    ...common,
    held: { way: "online", from, to },
    open: from <= call.today && call.today <= to && credit === undefined && (triesLeft > 0 || isTrying),
    triesLeft,
  };
}

/** The running year's training of an official: of who asks, or of one whom the office sees. */
export async function getOwnTraining(
  call: Call,
  input: OperationArguments<"training.own">,
): Promise<Result<OwnTraining>> {
  const picture = await getPicture(call);
  const id = input.official ?? call.reach.officials[0];
  const official = id === undefined ? undefined : picture.officials.get(id);
  if (official === undefined) return refuse("request/not-found", { id: id ?? "" });
  const year = Number(call.today.slice(0, 4));
  const audienceOf = createAudience(
    { ...picture, officials: new Map([[official.id, official]]) },
    picture.rules.territory,
  );
  const plans = (await listPlans(call.db)).filter(
    ({ withdrawnOn, content }) =>
      withdrawnOn === null &&
      content.to >= `${year}-01-01` &&
      content.from <= `${year}-12-31` &&
      audienceOf(content, content.to).length > 0,
  );
  const sessions = (
    await listSessions(
      call.db,
      plans.map(({ id: plan }) => plan),
    )
  ).filter(({ withdrawnOn }) => withdrawnOn === null);
  const credits = await listCreditsOf(call.db, official.id);
  const creditOf = new Map(credits.map((credit) => [credit.session, credit]));
  const tests = await listTests(
    call.db,
    sessions.map(({ id: session }) => session),
    official.id,
  );
  const minutesOf = (list: readonly StoredSession[], isCounted: (credit: StoredCredit) => boolean): number =>
    list.reduce((sum, { id: session, content }) => {
      const credit = creditOf.get(session);
      return credit !== undefined && isCounted(credit) ? sum + content.minutes : sum;
    }, 0);
  return ok({
    official: official.id,
    name: official.name,
    year,
    minutesInYear: minutesOf(sessions, ({ on }) => on.startsWith(`${year}-`)),
    plans: plans.map(({ id: plan, content: { title, from, to, requiredMinutes } }) => {
      const own = sessions.filter((session) => session.plan === plan);
      const minutes = minutesOf(own, () => true);
      return {
        id: plan,
        title,
        from,
        to,
        requiredMinutes,
        minutes,
        standing: standingOf(minutes, requiredMinutes),
        sessions: own.map((session) => toOwnSession(call, session, title, creditOf.get(session.id), tests)),
      };
    }),
  });
}
