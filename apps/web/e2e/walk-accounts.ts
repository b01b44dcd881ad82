import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { type Desk, type Office, sendPassword, takeDesk } from "./desk.js";
import type { Snap } from "./snap-page.js";
import type { Administrators } from "./walk-set-up.js";
import { readCsv, toCsv } from "./write-sheets.js";

export type Staff = {
  readonly office: Desk;
  readonly liaison: Desk;
  readonly regulator: Desk;
  readonly forgetful: Desk;
};

/** Brings a file into the open dialog of a spreadsheet. */
export async function chooseSheet(page: Page, folder: string, name: string, rows: string[][]): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, toCsv(rows));
  await page.setInputFiles('.ant-modal input[type="file"]', path);
  await page.locator(".ant-modal .sheet-rows").waitFor();
}

/** Saves what a click downloads and gives its rows. */
export async function takeCsv(page: Page, folder: string, click: () => Promise<void>): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const path = join(folder, `${Date.now()}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return readCsv(path);
}

/** Opens the page of people as an administrator. */
export async function openPeople({ page }: Desk, url: string): Promise<void> {
  await page.goto(`${url}/settings/people`);
  await settle(page);
}

/** Opens one person beside the list, at one of the tabs. */
export async function openPerson(desk: Desk, url: string, name: string, tab: string): Promise<void> {
  await openPeople(desk, url);
  const { page } = desk;
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator(".drawer").getByRole("tab", { name: tab }).click();
}

/** One person's first minutes look like another's. */
const noPicture: Snap = () => Promise.resolve();

/** A person's own first minutes: the link, a password that will do, signing in, and nothing granted yet. */
async function choosePassword(desk: Desk, link: string, office: Office, snap: Snap): Promise<void> {
  const { page } = desk;
  await page.goto(link);
  await page.getByText(`${desk.name}，账号 ${desk.username}。链接用过即废。`).waitFor();
  await page.getByLabel("新密码").fill(desk.password);
  await page.getByLabel("再输一次").fill(`${desk.password}?`);
  await page.getByText("两次输入不一样。").waitFor();
  expectThat("it cannot be sent", await page.getByRole("button", { name: "设定密码" }).isDisabled());
  await snap(page, "choose-password");
  await page.getByLabel("再输一次").fill(desk.password);
  await page.getByRole("button", { name: "设定密码" }).click();
  await page.getByText("密码已设好，可以登录了。").waitFor();
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("heading", { name: "登录" }).waitFor();
  await snap(page, "sign-in");
  await sendPassword(page, desk.username, desk.password);
  await page.getByTestId("person").waitFor();
  expectEqual("address", new URL(page.url()).origin, office.url);
}

/** Accounts one by one and by spreadsheet, and their owners' first passwords. */
export async function walkAccounts(
  office: Office,
  { system }: Administrators,
  folder: string,
  steps: Steps,
  snap: Snap,
): Promise<Staff> {
  const { page } = system;
  const staff: Staff = {
    office: await takeDesk(office, "晏清禾", "yanqinghe"),
    liaison: await takeDesk(office, "温知夏", "wenzhixia"),
    regulator: await takeDesk(office, "裴长川", "peichangchuan"),
    forgetful: await takeDesk(office, "楼听雨", "loutingyu"),
  };
  const links = new Map<string, string>();

  await steps.run("the system administrator opens an account and gets a link once", async () => {
    await openPeople(system, office.url);
    await page.getByRole("button", { name: "开账号" }).click();
    const dialog = page.locator(".ant-modal");
    await dialog.getByLabel("账号", { exact: true }).fill(staff.office.username);
    await dialog.getByLabel("姓名").fill(staff.office.name);
    await dialog.getByLabel("手机号").fill("13800008888");
    await snap(page, "open-account");
    await dialog.getByRole("button", { name: "开账号" }).click();
    links.set(staff.office.username, await dialog.locator(".once-links input").inputValue());
    await snap(page, "once-link");
    await dialog.getByRole("button", { name: "已保存，关闭" }).click();
    return undefined;
  });
  await steps.run("accounts come by spreadsheet, refused rows told one by one", async () => {
    await openPeople(system, office.url);
    await page.getByRole("button", { name: "按表格批量" }).click();
    const [headers] = await takeCsv(page, folder, () =>
      page.getByRole("button", { name: "下载模板" }).click(),
    );
    expectEqual("template", headers?.join(), "姓名,账号,单位,办公电话,手机号");
    await snap(page, "sheet-accounts");
    const people = [staff.liaison, staff.regulator, staff.forgetful];
    await chooseSheet(page, folder, "accounts.csv", [
      headers ?? [],
      ...people.map(({ name, username }) => [name, username, "", "", "138 0000 7777"]),
      ["重名", staff.liaison.username, "", "", ""],
      ["短名", "1", "没有的单位", "", "123"],
    ]);
    await page.getByText("“accounts.csv”共 5 行：可以办 3 行，退回 2 行。").waitFor();
    await snap(page, "sheet-accounts-plan");
    const refused = await takeCsv(page, folder, () => page.getByRole("button", { name: "退回清单" }).click());
    expectEqual("refused rows", [...new Set(refused.slice(1).map(([row]) => row))].join(), "5,6");
    await page.getByRole("button", { name: "开 3 个账号" }).click();
    await page.getByText("已开 3 个账号。").waitFor();
    await snap(page, "sheet-accounts-links");
    for (const [index, { username }] of people.entries())
      links.set(username, await page.locator(".once-links input").nth(index).inputValue());
    await page.getByRole("button", { name: "已保存，关闭" }).click();
    return `${refused.length - 1} reasons for 2 rows`;
  });
  await steps.run("each owner chooses a password by the link and signs in", async () => {
    for (const desk of Object.values(staff))
      await choosePassword(
        desk,
        links.get(desk.username) ?? "",
        office,
        desk === staff.office ? snap : noPicture,
      );
    return `${links.size} people`;
  });
  await steps.run("a used link of a person opens nothing", async () => {
    const visitor = await takeDesk(office, "", "");
    await visitor.page.goto(links.get(staff.office.username) ?? "");
    await visitor.page.getByText("这个链接已经用过、过期或不完整。").waitFor();
    expectEqual("fields", await visitor.page.locator("input").count(), 0);
    await visitor.page.context().close();
    return undefined;
  });
  await steps.run("without a grant nothing of the business is there", async () => {
    const own = staff.office.page;
    await own.goto(`${office.url}/account`);
    await own.getByText("还没有授权").waitFor();
    await snap(own, "no-grant");
    await own.goto(`${office.url}/registry`);
    await own.getByText("这里不在您的权限内").waitFor();
    return undefined;
  });
  return staff;
}
