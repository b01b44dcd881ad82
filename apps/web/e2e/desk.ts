import type { Browser, Page } from "playwright-core";
import { type Authenticator, createAuthenticator } from "./authenticator.js";
import { openPage, settle } from "./browser.js";
import { expectThat } from "./create-steps.js";

/** One person at a browser of their own, with what that person keeps: user name, password, authenticator. */
export type Desk = {
  readonly page: Page;
  readonly name: string;
  readonly username: string;
  password: string;
  authenticator?: Authenticator;
  /** Codes that stand in for the authenticator, each once. */
  recoveryCodes?: readonly string[];
};

/** What one walk knows: the server, the browser and what the pages complained about. */
export type Office = { readonly url: string; readonly browser: Browser; readonly complaints: string[] };

/** A password of the person's own; it may not hold the user name. */
export const inventPassword = (username: string): string =>
  `Qinghe-${username.length}-${[...username].reverse().join("")}!`;

export async function takeDesk(office: Office, name: string, username: string): Promise<Desk> {
  const page = await openPage(
    office.browser,
    { width: 1440, dark: false, locale: "zh-CN" },
    office.complaints,
  );
  return { page, name, username, password: inventPassword(username) };
}

/** Types user name and password and sends them; what comes next is the caller's. */
export async function sendPassword(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel("账号", { exact: true }).fill(username);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** Types the six digits; the last one sends them. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator(".ant-otp input").first().click();
  await page.keyboard.type(code);
}

/** Signs in up to the question for the code. */
export async function startSignIn({ page, username, password }: Desk, url: string): Promise<void> {
  await page.goto(url);
  await sendPassword(page, username, password);
  await page.locator(".ant-otp").waitFor();
}

/** Signs in from the first page, with the authenticator where one is bound, up to the product's own frame. */
export async function signIn(desk: Desk, url: string, path = "/"): Promise<void> {
  await desk.page.goto(`${url}${path}`);
  await sendPassword(desk.page, desk.username, desk.password);
  if (desk.authenticator !== undefined) {
    await desk.page.locator(".ant-otp").waitFor();
    await typeCode(desk.page, await desk.authenticator.fresh());
  }
  await desk.page.getByTestId("person").waitFor();
  await settle(desk.page);
}

/** Leaves by the person's menu and finds the way in again. */
export async function signOut({ page }: Desk): Promise<void> {
  await page.getByTestId("person").click();
  await page.locator(".ant-dropdown-menu-item", { hasText: "退出登录" }).click();
  await page.getByLabel("账号", { exact: true }).waitFor();
}

/**
 * Binds an authenticator: password, a wrong code that is refused, the right one, and the ten recovery codes. The form
 * stands on the page already, whether by itself or in the own account.
 */
export async function bindAuthenticator(desk: Desk): Promise<string[]> {
  const { page } = desk;
  await page.getByLabel("密码", { exact: true }).fill(desk.password);
  await page.getByRole("button", { name: "下一步" }).click();
  const secret = (await page.locator(".sign-form code.code").textContent())?.trim() ?? "";
  const authenticator = createAuthenticator(secret);
  // While its spinner fades the button is named by that too.
  const bind = page.locator(".sign-form").getByRole("button", { name: /绑定$/ });
  await page.getByPlaceholder("6 位验证码").fill(authenticator.wrong());
  await bind.click();
  await page.getByText("验证码不对，或已经用过").waitFor();
  await page.getByPlaceholder("6 位验证码").fill(await authenticator.fresh());
  await bind.click();
  await page.getByText("验证器已绑定。").waitFor();
  const codes = await page.locator(".recovery-codes li").allTextContents();
  expectThat(`ten recovery codes are shown (${codes.length})`, codes.length === 10);
  desk.authenticator = authenticator;
  desk.recoveryCodes = codes;
  return codes;
}

/** The sentence of the notice that says why something was refused. */
export const readRefusal = async (page: Page): Promise<string> =>
  ((await page.locator(".alert.over").first().textContent()) ?? "").trim();
