// Signing in from a terminal: a code shown here and let in on the web, so that no password is ever typed here.
import { hostname, userInfo } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { label } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { keepToken } from "../token-store.js";
import type { Call } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { reportMisuse, reportProblems } from "./report.js";

const nameOfMachine = () => `${userInfo().username}@${hostname()}`.slice(0, 100);

/** `shian login`: shows a code, waits until it was let in on the web, and keeps the token. */
export async function login(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const begun = await server.ask("device.begin", { txId: createTxId(), name: nameOfMachine() });
  if (!begun.ok) return reportProblems(call, begun.problems, exitCodes.refused);
  const { deviceCode, userCode, path, endsAt } = begun.value;
  await call.err.write(`${call.t("session.open", { address: `${call.url}${path}`, code: userCode })}\n`);
  let { interval } = begun.value;
  while (Date.parse(endsAt) > Date.now()) {
    await sleep(interval * 1000);
    const polled = await server.ask("device.poll", { txId: createTxId(), deviceCode });
    if (!polled.ok) return reportProblems(call, polled.problems, exitCodes.refused);
    switch (polled.value.state) {
      case "signed-in":
        keepToken(call.env, call.url, polled.value.token);
        await call.err.write(`${call.t("session.signed-in")}\n`);
        return exitCodes.answer;
      case "refused":
        await call.err.write(`${call.t("session.refused")}\n`);
        return exitCodes.refused;
      default:
        interval = polled.value.interval;
    }
  }
  return reportMisuse(call, "session.late");
}

/** `shian logout`: ends the session here and on the server. */
export async function logout(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const ended = await server.ask("session.end", { txId: createTxId() });
  keepToken(call.env, call.url, undefined);
  if (!ended.ok) return reportProblems(call, ended.problems, exitCodes.refused);
  await call.err.write(`${call.t("session.signed-out")}\n`);
  return exitCodes.answer;
}

/** `shian whoami`: who asks, and what they were granted. */
export async function whoami(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  // Asked first because a demonstration lets the terminal in at the first question that needs a person.
  const status = await server.ask("office.status", {});
  if (!status.ok) return reportProblems(call, status.problems, exitCodes.refused);
  const answer = await server.ask("session.current", {});
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { person, grants } = answer.value;
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify({ person, grants, reach: answer.value.reach })}\n`);
    return exitCodes.answer;
  }
  const lines = grants.map(({ role, leading, place, from, to }) =>
    [
      label(`role/${leading ? "leading" : role}`, locale),
      place?.name ?? "",
      to === null ? t("session.from", { from }) : t("session.from-to", { from, to }),
    ]
      .filter((part) => part !== "")
      .join("  "),
  );
  const head = [person?.name, person?.username, person?.unit].filter((part) => part != null).join("  ");
  await call.out.write(`${[head, ...lines].join("\n")}\n`);
  return exitCodes.answer;
}
