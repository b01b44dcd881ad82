import { settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import {
  type Desk,
  type Office,
  readRefusal,
  sendPassword,
  signIn,
  signOut,
  startSignIn,
  takeDesk,
  typeCode,
} from "./desk.js";
import type { Snap } from "./snap-page.js";
import { openPerson, type Staff } from "./walk-accounts.js";
import type { Administrators } from "./walk-set-up.js";

const WRONG = "账号或密码不对。请再试一次。";
const WRONG_CODE = "验证码不对，或已经用过。";

/** Tries a password that is wrong and gives what the page says. */
async function tryWrong({ page }: Desk, username: string, password: string): Promise<string> {
  await sendPassword(page, username, password);
  await page.waitForFunction(() => document.querySelector(".ant-btn-loading") === null);
  await page.locator(".alert.over").waitFor();
  return readRefusal(page);
}

/** Five wrong passwords, the lock that says so, and the security administrator who opens it again. */
export async function walkLockOut(
  office: Office,
  { security }: Administrators,
  { forgetful, liaison }: Staff,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = forgetful;
  await steps.run("a wrong password and an unknown account get the same sentence", async () => {
    await page.goto(office.url);
    await settle(page);
    await signOut(forgetful);
    expectEqual("known", await tryWrong(forgetful, forgetful.username, "Chen-Xi-2026"), WRONG);
    await page.reload();
    expectEqual("unknown", await tryWrong(forgetful, "nobody.here", "Chen-Xi-2026"), WRONG);
    await snap(page, "sign-in-wrong");
    return undefined;
  });
  await steps.run("the fifth wrong password locks the account here, and says for how long", async () => {
    for (let tries = 1; tries < 5; tries += 1) {
      await page.reload();
      expectEqual("the sentence", await tryWrong(forgetful, forgetful.username, `Chen-Xi-${tries}`), WRONG);
    }
    await page.reload();
    const said = await tryWrong(forgetful, forgetful.username, forgetful.password);
    expectThat(
      `the right password is refused with the time (${said})`,
      /^这里已暂停登录这个账号：15 分钟内 5 次没有成功，(1\d|20) 分钟后可以再试。$/.test(said),
    );
    await snap(page, "sign-in-locked");
    return said;
  });
  await steps.run("somebody else signs in from the same address meanwhile", async () => {
    const other = await takeDesk(office, liaison.name, liaison.username);
    await signIn(other, office.url);
    await other.page.context().close();
    return undefined;
  });
  await steps.run("the security administrator sees the lock and opens it", async () => {
    await openPerson(security, office.url, forgetful.name, "账号");
    const drawer = security.page.locator(".drawer");
    await drawer.getByText("锁定", { exact: true }).waitFor();
    await snap(security.page, "person-locked");
    await drawer.getByRole("button", { name: "解锁登录" }).click();
    const dialog = security.page.locator(".ant-modal");
    await dialog.getByLabel("原因").fill("本人来电核实");
    await dialog.getByRole("button", { name: "解锁登录" }).click();
    await security.page.getByText("已解锁").waitFor();
    await signIn(forgetful, office.url);
    return undefined;
  });
}

/** Codes of the authenticator: wrong, used before, and the recovery code that works once. */
export async function walkCodes(
  office: Office,
  { audit }: Administrators,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = audit;
  const { authenticator, recoveryCodes = [] } = audit;
  if (authenticator === undefined) throw new Error("no authenticator is bound");
  await steps.run("a wrong code is refused", async () => {
    await page.goto(office.url);
    await settle(page);
    await signOut(audit);
    await startSignIn(audit, office.url);
    await snap(page, "code");
    await typeCode(page, authenticator.wrong());
    await page.getByText(WRONG_CODE).waitFor();
    await snap(page, "code-wrong");
    return undefined;
  });
  await steps.run("the boxes are empty again, and the right code enters", async () => {
    expectEqual("digits left", await page.locator(".ant-otp input").first().inputValue(), "");
    await page.keyboard.type(await authenticator.fresh());
    await page.getByTestId("person").waitFor();
    return undefined;
  });
  await steps.run("the same code a second time is refused", async () => {
    await signOut(audit);
    await startSignIn(audit, office.url);
    await typeCode(page, authenticator.last());
    await page.getByText(WRONG_CODE).waitFor();
    expectEqual("signed in", await page.getByTestId("person").count(), 0);
    return undefined;
  });
  await steps.run("a recovery code enters once and not twice", async () => {
    const [code = ""] = recoveryCodes;
    const enter = async () => {
      await startSignIn(audit, office.url);
      await page.getByRole("button", { name: "用恢复码" }).click();
      await page.getByLabel("恢复码").fill(code);
      await page.getByRole("button", { name: /验证$/ }).click();
    };
    await enter();
    await page.getByTestId("person").waitFor();
    await settle(page);
    await signOut(audit);
    await enter();
    await page.getByText(WRONG_CODE).waitFor();
    await snap(page, "recovery-used");
    return undefined;
  });
  await steps.run("the next code enters", async () => {
    await signIn(audit, office.url);
    return undefined;
  });
}

const MOST_MS = 1000;

/** Somebody at work is disabled: within a second nothing is answered any more, and the page shows the way in. */
export async function walkDisable(
  office: Office,
  { system }: Administrators,
  { regulator }: Staff,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = regulator;
  await steps.run("disabling a person ends the open session within a second", async () => {
    await page.goto(office.url);
    await settle(page);
    await signOut(regulator);
    await signIn(regulator, office.url, "/registry?states=active");
    await page.locator(".reg .row-name").first().waitFor();
    await openPerson(system, office.url, regulator.name, "账号");
    await system.page.locator(".drawer").getByRole("button", { name: "停用", exact: true }).click();
    const dialog = system.page.locator(".ant-modal");
    await dialog.getByLabel("原因").fill("调离岗位");
    await snap(system.page, "disable");
    let refusedAt = 0;
    page.on("response", (response) => {
      if (refusedAt === 0 && response.status() === 401) refusedAt = performance.now();
    });
    // The person goes on working: one view of the register after another, each asked of the server.
    const views = page.locator("nav.views a");
    const work = async (): Promise<number> => {
      for (let turn = 0; turn < 400; turn += 1) {
        if ((await page.locator(".sign-frame").count()) > 0) return performance.now();
        await views
          .nth(turn % 4)
          .click({ timeout: 500 })
          .catch(() => undefined);
      }
      throw new Error("the page never showed the way in");
    };
    const confirm = dialog.getByRole("button", { name: "停用", exact: true });
    await confirm.hover();
    const atWork = work();
    const begun = performance.now();
    await confirm.click();
    const shownAt = await atWork;
    await page.getByLabel("账号", { exact: true }).waitFor();
    const shown = Math.round(shownAt - begun);
    const refused = Math.round(refusedAt - begun);
    expectThat(`a request was refused (${refused} ms)`, refusedAt > 0 && refused < MOST_MS);
    // A busy machine may take its time to draw; what counts is that nothing was answered any more.
    expectThat(`the way in is shown at once (${shown} ms)`, shown - refused < MOST_MS);
    await snap(page, "disabled");
    return `refused after ${refused} ms, way in shown after ${shown} ms`;
  });
  await steps.run("who is disabled cannot sign in again", async () => {
    expectEqual("the sentence", await tryWrong(regulator, regulator.username, regulator.password), WRONG);
    return undefined;
  });
}
