import type { Locator, Page } from "playwright-core";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import type { Desk, Office } from "./desk.js";
import type { Snap } from "./snap-page.js";
import { chooseSheet, openPeople, openPerson, type Staff, takeCsv } from "./walk-accounts.js";
import type { Administrators } from "./walk-set-up.js";

/** Chooses one of the options of a field that searches. */
export async function pick(page: Page, field: Locator, text: string, option = text): Promise<void> {
  await field.click();
  await page.keyboard.type(text);
  await page.locator(".ant-select-item-option", { hasText: option }).first().click();
}

/** The security administrator makes one person the office, after looking at what that opens. */
export async function grantOffice(
  office: Office,
  { security }: Administrators,
  person: Desk,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = security;
  await steps.run("the security administrator opens no accounts", async () => {
    await openPeople(security, office.url);
    expectEqual("buttons", await page.getByRole("button", { name: "开账号" }).count(), 0);
    await snap(page, "people-security");
    return undefined;
  });
  await steps.run("a grant is given, its rights seen before", async () => {
    await page.getByRole("button", { name: "授权", exact: true }).click();
    const dialog = page.locator(".ant-modal");
    await pick(page, dialog.locator("#person"), person.name);
    await dialog.locator("#role").click();
    await page.locator(".ant-select-item-option", { hasText: "食安办管理员" }).click();
    await dialog.locator("#territory").click();
    await page.locator(".chooser-list button.node").first().click();
    await dialog.getByRole("button", { name: "预览授权后的权限" }).click();
    await dialog.locator(".preview-box .views.menus").waitFor();
    const shown = await dialog.locator(".preview-box .view.on").allTextContents();
    expectThat(`the register is among the menus (${shown.join()})`, shown.includes("主体"));
    await snap(page, "grant-preview");
    await dialog.getByRole("button", { name: "授权", exact: true }).click();
    await dialog.getByText("请写明原因，至少 2 个字。").waitFor();
    await dialog.getByLabel("来由").fill("首次设置，主任办公会");
    await dialog.getByRole("button", { name: "授权", exact: true }).click();
    await page.getByText("已授权").waitFor();
    await dialog.waitFor({ state: "detached" });
    return shown.join("、");
  });
}

/** Grants by spreadsheet, a rights preview on a day, and that nobody's own grants are theirs to change. */
export async function walkGrants(
  office: Office,
  { security }: Administrators,
  staff: Staff,
  township: string,
  folder: string,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = security;
  await steps.run("grants come by spreadsheet, refused rows told one by one", async () => {
    await openPeople(security, office.url);
    await page.getByRole("button", { name: "按表格批量" }).click();
    const [headers] = await takeCsv(page, folder, () =>
      page.getByRole("button", { name: "下载模板" }).click(),
    );
    expectEqual("template", headers?.join(), "账号,角色,区域,包保干部或主体代码,起始日期,截止日期,来由");
    const row = ({ username }: { username: string }, role: string, territory: string) => [
      username,
      role,
      territory,
      "",
      "",
      "",
      "任职文件",
    ];
    await chooseSheet(page, folder, "grants.csv", [
      headers ?? [],
      row(staff.liaison, "联络员", township),
      row(staff.regulator, "监管人员", "云汀区"),
      row(staff.forgetful, "联络员", township),
      row(staff.forgetful, "系统管理员", ""),
      row({ username: "nobody" }, "联络员", township),
      row(staff.liaison, "站长", township),
    ]);
    await page.getByText("“grants.csv”共 6 行：可以办 3 行，退回 3 行。").waitFor();
    await snap(page, "sheet-grants-plan");
    await page.getByRole("button", { name: "授 3 项权" }).click();
    await page.getByText("已授 3 项权。").waitFor();
    await page.locator(".ant-modal").getByRole("button", { name: "关闭" }).last().click();
    return "3 taken, 3 refused";
  });
  await steps.run("the rights of a person are seen without any business of theirs", async () => {
    await openPerson(security, office.url, staff.liaison.name, "权限预览");
    await page.locator(".drawer .views.menus").waitFor();
    const text = (await page.locator(".drawer").textContent()) ?? "";
    expectThat("the township is told", text.includes(township));
    expectThat("it says that the look is recorded", text.includes("本次预览已记入审计"));
    await snap(page, "rights-preview");
    return undefined;
  });
  await steps.run("nobody grants to themselves", async () => {
    await openPerson(security, office.url, security.name, "授权");
    await page.locator(".drawer .tbl").waitFor();
    expectEqual("ways to grant", await page.getByRole("button", { name: "加一项授权" }).count(), 0);
    expectEqual(
      "ways to take",
      await page.locator(".drawer").getByRole("button", { name: "收回" }).count(),
      0,
    );
    await snap(page, "own-grants");
    await openPerson(security, office.url, staff.liaison.name, "授权");
    await page.getByRole("button", { name: "加一项授权" }).waitFor();
    return undefined;
  });
}
