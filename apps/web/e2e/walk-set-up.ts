import { settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { bindAuthenticator, type Desk, type Office, sendPassword, takeDesk } from "./desk.js";
import type { Snap } from "./snap-page.js";

export type Administrators = { readonly system: Desk; readonly security: Desk; readonly audit: Desk };

const LINK_ENDED = "这个链接已经用过、过期或不完整。请索取新的链接。";

/** Fills one of the three forms of the set-up page. */
async function fillAdministrator(desk: Desk, on: Desk, role: string, password: string): Promise<void> {
  const { page } = on;
  await page.getByLabel(`${role}姓名`).fill(desk.name);
  await page.getByLabel("账号", { exact: true }).fill(desk.username);
  await page.getByLabel("新密码").fill(password);
  await page.getByLabel("再输一次").fill(password);
}

/** The one-time link, and the three administrators that it names; afterwards the link is worth nothing. */
async function nameAdministrators(
  office: Office,
  link: string,
  people: Administrators,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const visitor = await takeDesk(office, "", "");
  const { page } = visitor;
  await steps.run("before the set-up nobody can sign in, and the page says what to do", async () => {
    await page.goto(office.url);
    await page.getByRole("heading", { name: "还没有设置" }).waitFor();
    expectEqual("fields", await page.locator("input").count(), 0);
    await snap(page, "not-set-up");
    return undefined;
  });
  await steps.run("a made-up set-up link opens nothing", async () => {
    await page.goto(`${office.url}/set-up#${"A".repeat(43)}`);
    await page.getByText(LINK_ENDED).waitFor();
    expectEqual("fields", await page.locator("input").count(), 0);
    return undefined;
  });
  await steps.run("the set-up link asks for the three administrators, one after the other", async () => {
    await page.goto(link);
    await page.getByLabel("系统管理员姓名").waitFor();
    await snap(page, "set-up");
    await fillAdministrator(people.system, visitor, "系统管理员", people.system.password);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByLabel("安全管理员姓名").waitFor();
    return undefined;
  });
  await steps.run("one account cannot be two of the three", async () => {
    const twice = { ...people.security, username: people.system.username };
    await fillAdministrator(twice, visitor, "安全管理员", people.security.password);
    await page.getByText("与系统管理员是同一账号，三员须各是一人。").waitFor();
    expectThat("the next step is closed", await page.getByRole("button", { name: "下一步" }).isDisabled());
    await snap(page, "set-up-twice");
    return undefined;
  });
  await steps.run("a weak password is refused where it was typed", async () => {
    await fillAdministrator(people.security, visitor, "安全管理员", "Password123");
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByText("这个密码太常见").waitFor();
    await fillAdministrator(people.security, visitor, "安全管理员", `${people.security.username}-Aa1!`);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByText("密码里不能有账号名").waitFor();
    await snap(page, "set-up-weak");
    expectEqual("the name", await page.getByLabel("安全管理员姓名").inputValue(), people.security.name);
    return undefined;
  });
  await steps.run("the three exist", async () => {
    await fillAdministrator(people.security, visitor, "安全管理员", people.security.password);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByLabel("审计管理员姓名").waitFor();
    await fillAdministrator(people.audit, visitor, "审计管理员", people.audit.password);
    await page.getByRole("button", { name: "完成设置" }).click();
    await page.getByText("三位管理员已设好。").waitFor();
    await snap(page, "set-up-done");
    return undefined;
  });
  await steps.run("the used set-up link no longer works", async () => {
    await page.reload();
    await page.getByText(LINK_ENDED).waitFor();
    expectEqual("fields", await page.locator("input").count(), 0);
    await snap(page, "set-up-used");
    return undefined;
  });
  await page.context().close();
}

/** One administrator signs in, binds an authenticator, and sees what is theirs and nothing of the business. */
async function enterAdministrator(
  desk: Desk,
  office: Office,
  steps: Steps,
  snap: Snap,
  { role, first, menu }: { role: string; first: string; menu: readonly string[] },
): Promise<void> {
  const { page } = desk;
  await steps.run(`${role}: nothing opens before an authenticator is bound`, async () => {
    await page.goto(`${office.url}/settings/people`);
    await sendPassword(page, desk.username, desk.password);
    await page.getByRole("heading", { name: "绑定验证器" }).waitFor();
    expectEqual("menus", await page.getByRole("navigation").count(), 0);
    if (role === "系统管理员") await snap(page, "bind-password");
    return undefined;
  });
  await steps.run(`${role}: the authenticator is bound, a wrong code is refused`, async () => {
    const codes = await bindAuthenticator(desk);
    if (role === "系统管理员") await snap(page, "bind-recovery");
    await page.getByRole("button", { name: "已抄下，继续" }).click();
    await page.getByTestId("person").waitFor();
    return `${codes.length} recovery codes`;
  });
  await steps.run(`${role}: has own menus and none of the business`, async () => {
    await page.goto(office.url);
    await settle(page);
    expectEqual("first page", await page.locator("main h1").first().textContent(), first);
    const links = (await page.locator(".sider nav a").allTextContents()).map((text) => text.trim());
    expectEqual("menus", links.join(" "), menu.join(" "));
    await snap(page, `home-${desk.username}`);
    await page.goto(`${office.url}/registry`);
    await page.getByText("这里不在您的权限内").waitFor();
    expectEqual("rows of the register", await page.locator(".reg .row-name").count(), 0);
    expectEqual("ways to export", await page.getByRole("button", { name: "导出" }).count(), 0);
    if (role === "系统管理员") await snap(page, "closed");
    return links.join("、");
  });
}

/** From an empty office to three administrators at work. */
export async function walkSetUp(
  office: Office,
  link: string,
  steps: Steps,
  snap: Snap,
): Promise<Administrators> {
  const people = {
    system: await takeDesk(office, "公孙策远", "gongsun"),
    security: await takeDesk(office, "商陆离", "shangluli"),
    audit: await takeDesk(office, "端木青简", "duanmu"),
  };
  await nameAdministrators(office, link, people, steps, snap);
  await enterAdministrator(people.system, office, steps, snap, {
    role: "系统管理员",
    first: "人员与授权",
    menu: ["设置", "人员与授权", "单位与专责组", "任务", "备份"],
  });
  await enterAdministrator(people.security, office, steps, snap, {
    role: "安全管理员",
    first: "人员与授权",
    menu: ["设置", "人员与授权", "任务"],
  });
  await enterAdministrator(people.audit, office, steps, snap, {
    role: "审计管理员",
    first: "审计",
    menu: ["设置", "审计", "任务"],
  });
  return people;
}
