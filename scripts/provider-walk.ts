// Signing in by an identity provider as it is done: a real server with its settings, a provider on another site, and
// Chromium. The web must be built (`npm run build`):
//   node --import tsx --conditions=@shian/source scripts/provider-walk.ts [--shots FOLDER]
// Every check is a line; `N passed, N failed` ends it.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createClient } from "@shian/api/client";
import { TOTP } from "otpauth";
import { launchBrowser, openPage, settle } from "../apps/web/e2e/browser.js";
import { createSteps, expectEqual } from "../apps/web/e2e/create-steps.js";
import { parseEnv } from "../packages/api/src/env.js";
import { startServer } from "../packages/api/src/start-server.js";
import { createTestProvider } from "../packages/api/src/testing/create-test-provider.js";

const { values } = parseArgs({ options: { shots: { type: "string" } } });
const password = "Lanwan-889-ok";
const subject = "gov-zhang";
const txId = () => `walk-${randomUUID()}`;

/** A port that nothing listens on, because the provider must know the address before the server is there. */
const port = await new Promise<number>((resolve) => {
  const probe = createServer();
  probe.listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
  });
});
// To a browser `localhost` and `127.0.0.1` are two sites, as an office and its provider are.
const url = `http://localhost:${port}`;
const provider = await createTestProvider(`${url}/sign-in/return`);
const folder = mkdtempSync(join(tmpdir(), "shian-provider-walk-"));
const server = await startServer(
  parseEnv(
    {
      PORT: String(port),
      SHIAN_MODE: "office",
      SHIAN_DATA: folder,
      SHIAN_URL: url,
      SHIAN_OIDC_ISSUER: provider.settings.issuer,
      SHIAN_OIDC_CLIENT_ID: provider.settings.clientId,
      SHIAN_OIDC_CLIENT_SECRET: provider.settings.clientSecret,
      SHIAN_OIDC_NAME: "省统一身份认证",
    },
    folder,
  ),
);
const open = createClient({ url });
const asBearer = (token: string) => createClient({ url, headers: { authorization: `Bearer ${token}` } });

async function enter(username: string) {
  const answer = await open.session.begin.mutate({ txId: txId(), username, password, carry: "token" });
  if (answer.state !== "signed-in" || answer.token === null) throw new Error(`${username}: ${answer.state}`);
  return { token: answer.token, client: asBearer(answer.token) };
}

/** Binds an authenticator; gives what makes its codes. */
async function bindFactor({ client }: Awaited<ReturnType<typeof enter>>): Promise<TOTP> {
  const { secret } = await client.session.beginTotp.mutate({ txId: txId(), password });
  const totp = new TOTP({ secret });
  await client.session.confirmTotp.mutate({ txId: txId(), code: totp.generate() });
  return totp;
}

const [, token = ""] = /\/set-up#([\w-]{43})/.exec(server.greeting) ?? [];
const names = { system: "gongsun", security: "shangluli", audit: "duanmu" } as const;
await open.setup.begin.mutate({
  txId: txId(),
  token,
  administrators: (["system", "security", "audit"] as const).map((role) => ({
    role,
    name: role,
    username: names[role],
    password,
  })),
});
const system = await enter(names.system);
await bindFactor(system);
const person = { name: "张联络", username: "zhanglianluo", unit: null, officePhone: null, mobile: null };
const zhang = await system.client.people.create.mutate({ txId: txId(), ...person });
await open.session.useLink.mutate({ txId: txId(), token: zhang.token, password });

const complaints: string[] = [];
const browser = await launchBrowser();
const page = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, complaints);
const admin = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, complaints);
await admin.context().addCookies([{ name: "shian_session", value: system.token, url }]);
const steps = createSteps(
  (line) => console.log(line),
  async (failure) => {
    if (values.shots !== undefined)
      for (const [at, shown] of [page, admin].entries())
        await shown.screenshot({ path: join(values.shots, `failed-${failure}-${at}.png`) });
  },
);
const snap = async (shown: typeof page, name: string) => {
  if (values.shots !== undefined) await shown.screenshot({ path: join(values.shots, `${name}.png`) });
};
const button = page.getByRole("button", { name: "用省统一身份认证登录" });
const go = async (path: string) => {
  await page.goto(`${url}${path}`);
  await button.click();
};
const cookieNames = async () => (await page.context().cookies(url)).map(({ name }) => name).join();
const where = () => page.url().slice(url.length);

try {
  provider.person = subject;
  await steps.run("somebody whom nobody linked is told as whom the provider knows them", async () => {
    await go("/account");
    await page.getByText(`“${subject}”，但这个标识没有可用的账号`).waitFor();
    await snap(page, "unlinked");
    expectEqual("cookies", await cookieNames(), "");
    return undefined;
  });
  await steps.run("the system administrator links them", async () => {
    await admin.goto(`${url}/settings/people?open=${zhang.id}&tab=account`);
    await admin.getByRole("button", { name: "绑定统一身份认证" }).click();
    await admin.getByLabel("本人的标识").fill(subject);
    await admin.getByLabel("原因").fill("任职文件");
    await snap(admin, "link");
    await admin.locator(".ant-modal-footer .ant-btn-primary").click();
    await admin.getByText(`${subject}（${provider.settings.issuer}）`).waitFor();
    return undefined;
  });
  await steps.run("a forged token signs nobody in", async () => {
    provider.mischief = { signer: "other" };
    await go("/account");
    await page.getByText("不能核实").waitFor();
    provider.mischief = {};
    expectEqual("cookies", await cookieNames(), "");
    return undefined;
  });
  await steps.run("they are signed in from the other site, and where they wanted to be", async () => {
    const back = page.waitForResponse((response) => response.url().includes("returnFromProvider"));
    await go("/account?asOf=2026-11-20");
    await back;
    await page.waitForURL(`${url}/account?asOf=2026-11-20`);
    await settle(page);
    await snap(page, "account");
    expectEqual("cookies", await cookieNames(), "shian_session");
    await page.goBack();
    await page.waitForTimeout(500);
    expectEqual("a code left behind", /code=/.test(page.url()), false);
    return undefined;
  });
  await steps.run("unlinking ends their session", async () => {
    await admin.getByRole("button", { name: "解除统一身份认证" }).click();
    await admin.getByLabel("原因").fill("调离");
    await admin.locator(".ant-modal-footer .ant-btn-primary").click();
    await admin.getByText("未绑定", { exact: true }).waitFor();
    await page.goto(`${url}/account`);
    await button.waitFor();
    return undefined;
  });
  await steps.run("an authenticator is asked for all the same", async () => {
    const relink = { txId: txId(), id: zhang.id, subject, reason: "任职文件" };
    await system.client.people.linkProvider.mutate(relink);
    const own = await enter(person.username);
    const totp = await bindFactor(own);
    await page.context().clearCookies();
    await go("/account");
    await page.getByRole("heading", { name: "6 位验证码" }).waitFor();
    await snap(page, "factor");
    expectEqual("cookies", await cookieNames(), "");
    await page.locator("input").first().click();
    // The code that bound it is used up; the next one is taken a step early.
    await page.keyboard.type(totp.generate({ timestamp: Date.now() + 30_000 }));
    await page.waitForURL(`${url}/account`);
    await settle(page);
    expectEqual("page", where(), "/account");
    expectEqual("cookies", await cookieNames(), "shian_session");
    return undefined;
  });
  await steps.run("a provider that is away is said to be, and the password works on", async () => {
    await page.context().clearCookies();
    // It goes away while somebody is there.
    page.on("request", (request) => {
      if (request.url().includes("/sign-in/return")) provider.mischief = { state: "broken" };
    });
    await go("/account");
    await page.getByText("现在连不上统一身份认证").waitFor();
    await page.getByRole("button", { name: "回到登录页" }).click();
    await button.waitFor();
    expectEqual("page", where(), "/");
    await page.getByLabel("账号").fill(person.username);
    await page.getByLabel("密码", { exact: true }).fill(password);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByRole("heading", { name: "6 位验证码" }).waitFor();
    return undefined;
  });
  await steps.run("no page complains", async () => {
    // Refusals and missing sessions are answers that browsers write down as errors.
    const real = complaints.filter((line) => !/status of (40\d|422|50\d)/.test(line));
    expectEqual("complaints", real.join("; "), "");
    return undefined;
  });
} finally {
  await browser.close();
  await server.stop();
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(steps.finish());
