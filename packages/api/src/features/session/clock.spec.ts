// R8 in small: a clock that jumps lengthens no session and revives no link. The whole: `npm run drill -- faults`.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toProblems } from "../../client/index.js";
import type { Database } from "../../storage/database.js";
import { createSignInStage, type SignInStage } from "../../testing/sign-in-stage.js";
import { bothEngines } from "../../testing/test-engines.js";
import { endOverdue } from "./end-overdue.repo.js";
import { createLink } from "./link.service.js";

const password = "Lanwan-889-ok";
const day = 24 * 60;

describe.each(bothEngines)("on $name", ({ open }) => {
  let database: Database;
  let stage: SignInStage;
  let personId: string;
  beforeAll(async () => {
    database = await open();
    stage = await createSignInStage({ database });
    personId = await stage.addPerson("clock", password);
  }, 60_000);
  afterAll(async () => {
    await stage.close();
    await database.close();
  });

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => "ok",
      (error: unknown) => toProblems(error)[0]?.code ?? String(error),
    );
  const txId = () => stage.test.newTxId();
  const enter = async () => {
    const answer = await stage
      .visit()
      .client.session.begin.mutate({ txId: txId(), username: "clock", password, carry: "token" });
    if (answer.state === "second-factor" || answer.token === null) throw new Error(answer.state);
    const { client } = stage.visit({ token: answer.token });
    return () => codeOf(client.session.list.query({}));
  };
  const makeLink = async () => {
    const { token } = await createLink(database.db, {
      purpose: "password",
      personId,
      createdBy: "test",
      now: stage.now(),
    });
    return () => codeOf(stage.visit().client.session.openLink.mutate({ txId: txId(), token }));
  };

  it("a session is refused while the clock is behind its beginning, and no longer", async () => {
    const ask = await enter();
    stage.pass(-4);
    expect(await ask()).toBe("ok");
    stage.pass(-day);
    expect(await ask()).toBe("access/signed-out");
    stage.pass(day + 4);
    expect(await ask()).toBe("ok");
  });

  it("a session and a link that ended stay ended, whatever the clock says afterwards", async () => {
    const ask = await enter();
    const openLink = await makeLink();
    stage.pass(day);
    await endOverdue(database.db, stage.now());
    stage.pass(-day);
    expect([await ask(), await openLink()]).toEqual(["access/signed-out", "session/link-ended"]);
  });

  it("a session and a link in force are left alone", async () => {
    const ask = await enter();
    const openLink = await makeLink();
    stage.pass(20);
    await endOverdue(database.db, stage.now());
    expect([await ask(), await openLink()]).toEqual(["ok", "ok"]);
  });

  it("a link of a clock that was ahead opens nothing once it is right", async () => {
    stage.pass(day);
    const openLink = await makeLink();
    stage.pass(-day);
    expect(await openLink()).toBe("session/link-ended");
    stage.pass(day);
    expect(await openLink()).toBe("ok");
  });
});
