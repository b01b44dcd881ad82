import type { Page } from "playwright-core";
import { readCount, settle } from "./browser.js";
import { expectEqual, expectThat } from "./create-steps.js";

/** Finds an establishment with the keyboard alone: Ctrl-K, part of its name, Enter. */
export async function walkKeyboard(page: Page, url: string, name: string): Promise<string> {
  await page.goto(`${url}/settings`);
  await settle(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "名称、代码、拼音首字母、页面" }).waitFor();
  await page.keyboard.type(name.slice(0, 8));
  await page.locator(".palette-hit", { hasText: name }).first().waitFor();
  for (let presses = 0; presses < 12; presses += 1) {
    if (((await page.locator(".palette-hit.on").textContent()) ?? "").includes(name)) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  expectThat("the palette is closed", (await page.locator("dialog.palette").count()) === 0);
  return name;
}

/** Changes language and look and finds both kept after a reload. */
export async function walkPreferences(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/settings`);
  await settle(page);
  await page.getByText("English", { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await page.getByText("Dark", { exact: true }).click();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  expectEqual("the look", await page.evaluate(() => document.documentElement.dataset.theme), "dark");
  expectEqual("the language", await page.evaluate(() => document.documentElement.lang), "en");
}

/** Narrows every page to a township and to an earlier day from the top bar; both stand in the address. */
export async function walkScope(page: Page, url: string, place: string): Promise<string> {
  await page.goto(`${url}/registry?states=active`);
  await settle(page);
  const whole = readCount(await page.getByTestId("registry-total").textContent());
  await page.locator(".topbar .tb.box").first().click();
  await page.locator(".ant-popover .chooser-list button.node", { hasText: place }).first().click();
  await page.waitForURL(/territory=/);
  await settle(page);
  const part = readCount(await page.getByTestId("registry-total").textContent());
  expectThat(`${place} is a part (${part} of ${whole})`, part > 0 && part < whole);
  await page.locator(".topbar .tb.box").nth(1).click();
  await page.getByRole("button", { name: "上季末" }).click();
  await page.waitForURL(/asOf=/);
  await page.getByRole("button", { name: "回到今天" }).click();
  await page.waitForURL((address) => !address.search.includes("asOf"));
  return `${part} of ${whole}`;
}

/** On a phone: the menu opens, changes the language from inside itself, and leads to a page. */
export async function walkPhone(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settle(page);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expectThat(`nothing is wider than the phone (${over} px)`, over <= 0);
  await page.getByRole("button", { name: "菜单" }).click();
  await page.locator("dialog.phone-menu").getByTestId("language").click();
  await page.locator(".ant-dropdown-menu-item", { hasText: "English" }).click();
  await page.locator("dialog.phone-menu").getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  expectEqual("dialogs left open", await page.locator("dialog[open]").count(), 0);
}
