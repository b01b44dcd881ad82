import type { Page } from "playwright-core";
import { readCount, settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { type Desk, type Office, signIn, signOut } from "./desk.js";
import type { Snap } from "./snap-page.js";
import { takeCsv } from "./walk-accounts.js";
import { readTotal, type Township } from "./walk-office.js";

/** Fails when the page tells anything of the other township's establishment. */
async function expectHidden(page: Page, far: Township): Promise<void> {
  const text = (await page.locator("body").textContent()) ?? "";
  expectThat(`${far.firm.name} is not on the page`, !text.includes(far.firm.name));
}

/** A township's liaison: the own township in every way of asking, and nothing of the next one. */
export async function walkLiaison(
  office: Office,
  desk: Desk,
  { near, far }: { near: Township; far: Township },
  folder: string,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = desk;
  const { url } = office;
  await steps.run("the liaison signs in and has the menus of the role alone", async () => {
    await page.goto(url);
    await settle(page);
    await signOut(desk);
    await signIn(desk, url);
    const links = (await page.locator(".sider nav > div > a").allTextContents()).map((text) =>
      text.replace(/\d+$/, "").trim(),
    );
    await snap(page, "liaison-home");
    expectThat("no grants, no record, no backup", !links.some((text) => /人员与授权|审计|备份/.test(text)));
    return links.join("、");
  });
  await steps.run("the liaison's list and counts hold the township alone", async () => {
    expectEqual("registered", await readTotal(page, url), near.total);
    const names = (await page.locator(".reg .row-name").allTextContents()).map((text) => text.trim());
    expectThat("rows are shown", names.length > 0);
    expectEqual("rows elsewhere", names.filter((name) => !near.firms.includes(name)).join(), "");
    const shown = readCount(
      ((await page.getByTestId("registry-shown").textContent()) ?? "").replace(/^.*共/, ""),
    );
    expectEqual("rows", shown, near.total);
    expectEqual("ways to import", await page.locator('a[href*="/registry/import"]').count(), 0);
    await snap(page, "liaison-registry");
    await page.goto(url);
    await settle(page);
    const sub = (await page.locator(".page-head .sub").textContent()) ?? "";
    expectEqual("on the first page", readCount(sub.replace(/^[^，]*，/, "")), near.total);
    return `${near.total} of ${near.total + far.total}`;
  });
  await steps.run("a search for the next township's establishment finds nothing", async () => {
    await page.goto(`${url}/registry?search=${encodeURIComponent(far.firm.name)}`);
    await settle(page);
    expectEqual("rows", await page.locator(".reg .row-name").count(), 0);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "名称、代码、拼音首字母、页面" }).waitFor();
    await page.keyboard.type(far.firm.name);
    await page.getByText("没有找到，请换一个词。").waitFor();
    await page.keyboard.press("Escape");
    await page.goto(`${url}/registry?search=${encodeURIComponent(near.firm.name)}`);
    await settle(page);
    expectThat("the own one is found", (await page.locator(".reg .row-name").count()) > 0);
    return undefined;
  });
  await steps.run("the address of the next township's establishment opens nothing", async () => {
    await page.goto(`${url}/registry/${far.firm.id}`);
    await page.getByText("它可能不存在，也可能不在您的属地内。").waitFor();
    await expectHidden(page, far);
    await snap(page, "liaison-outside");
    await page.goto(`${url}/visits/record/${far.firm.id}`);
    await page.getByText(/不在您的属地内|不在您的权限内/).waitFor();
    await expectHidden(page, far);
    return undefined;
  });
  await steps.run("the next township as the place of an address holds nothing", async () => {
    await page.goto(`${url}/registry?territory=${far.code}`);
    await page.waitForLoadState("networkidle");
    expectEqual("rows", await page.locator(".reg .row-name").count(), 0);
    await snap(page, "liaison-other-place");
    await page.goto(`${url}/?territory=${far.code}`);
    await page.waitForLoadState("networkidle");
    await expectHidden(page, far);
    return undefined;
  });
  await steps.run("the export holds the township alone, numbers masked", async () => {
    await page.goto(`${url}/registry?states=active`);
    await settle(page);
    await page.getByRole("button", { name: "导出" }).click();
    expectEqual("exports in clear", await page.getByText("含手机原号").count(), 0);
    const [headers, ...rows] = await takeCsv(page, folder, () => page.getByText("导出 CSV").click());
    expectEqual("rows", rows.length, near.total);
    const column = (name: string) => headers?.indexOf(name) ?? -1;
    const elsewhere = rows.filter((row) => row[column("街道（乡镇）")] !== near.name);
    expectEqual("rows elsewhere", elsewhere.length, 0);
    const clear = rows.filter((row) => !/^138\*{4}\d{4}$/.test(row[column("联系电话")] ?? ""));
    expectEqual("numbers in clear", clear.length, 0);
    return `${rows.length} rows`;
  });
  await steps.run("the liaison cannot see a number in clear", async () => {
    await page.goto(`${url}/registry/${near.firm.id}`);
    await settle(page);
    await page
      .getByText(/138\*{4}\d{4}/)
      .first()
      .waitFor();
    expectEqual("ways to see it", await page.getByRole("button", { name: "看原号" }).count(), 0);
    await snap(page, "liaison-establishment");
    return undefined;
  });
}
