import type { Page } from "playwright-core";
import { openPage, settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { type Desk, type Office, sendPassword, takeDesk } from "./desk.js";
import type { Snap } from "./snap-page.js";

type Focus = {
  readonly name: string;
  readonly visible: boolean;
  readonly marked: boolean;
  readonly top: number;
};

/** What has the focus: its name, whether it can be seen, and whether the page marks it. */
const readFocus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) throw new Error("nothing has the focus");
    // A field of the library marks the frame around it.
    const frame = element.closest(".ant-input-affix-wrapper, .ant-select, .ant-picker");
    const marked = [element, ...(frame === null ? [] : [frame])].some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    const box = element.getBoundingClientRect();
    return {
      name:
        (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 20) ||
        element.tagName,
      visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight,
      marked,
      top: Math.round(box.top),
    };
  });

/** Signs in and moves about without a pointer. */
export async function walkSignInKeys(office: Office, person: Desk, steps: Steps, snap: Snap): Promise<void> {
  const desk = await takeDesk(office, person.name, person.username);
  const { page } = desk;
  await steps.run("signing in needs the keyboard alone, and the focus is seen all the way", async () => {
    await page.goto(office.url);
    await page.getByLabel("账号", { exact: true }).waitFor();
    const first = await readFocus(page);
    expectThat("the user name has the focus", first.marked && first.visible);
    await page.keyboard.type(desk.username);
    await page.keyboard.press("Tab");
    expectEqual(
      "after the user name",
      await page.evaluate(() => document.activeElement?.getAttribute("type")),
      "password",
    );
    expectThat("the password is marked", (await readFocus(page)).marked);
    await snap(page, "keys-password");
    await page.keyboard.type(desk.password);
    await page.keyboard.press("Enter");
    await page.getByTestId("person").waitFor();
    await settle(page);
    return undefined;
  });
  await steps.run("Tab goes through the page in its own order, each stop seen and marked", async () => {
    await page.goto(`${office.url}/registry?states=active`);
    await settle(page);
    const stops: Focus[] = [];
    for (let stop = 0; stop < 30; stop += 1) {
      await page.keyboard.press("Tab");
      stops.push(await readFocus(page));
    }
    expectEqual("first stop", stops[0]?.name, "跳到正文");
    expectEqual(
      "unseen",
      stops
        .filter(({ visible }) => !visible)
        .map(({ name }) => name)
        .join("、"),
      "",
    );
    expectEqual(
      "unmarked",
      stops
        .filter(({ marked }) => !marked)
        .map(({ name }) => name)
        .join("、"),
      "",
    );
    expectEqual(
      "ordered by hand",
      await page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count(),
      0,
    );
    return stops.map(({ name }) => name).join(" → ");
  });
  await steps.run("the first stop leads past the menu", async () => {
    await page.reload();
    await settle(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expectEqual("focus", await page.evaluate(() => document.activeElement?.id), "main");
    return undefined;
  });
  await steps.run("signing out needs the keyboard alone", async () => {
    await page.getByTestId("person").focus();
    await page.keyboard.press("Enter");
    await page.locator(".ant-dropdown-menu-item", { hasText: "退出登录" }).waitFor();
    const chosen = page.locator(".ant-dropdown-menu-item-active", { hasText: "退出登录" });
    for (let presses = 0; presses < 4 && (await chosen.count()) === 0; presses += 1) {
      await page.keyboard.press("ArrowDown");
      await page.waitForTimeout(100);
    }
    expectEqual("the way out is chosen", await chosen.count(), 1);
    await page.keyboard.press("Enter");
    await page.getByLabel("账号", { exact: true }).waitFor();
    return undefined;
  });
  await page.context().close();
}

/** Goes in and out again on a phone, and looks at what the browser keeps. */
export async function walkPhoneOut(office: Office, person: Desk, steps: Steps): Promise<void> {
  const page = await openPage(
    office.browser,
    { width: 390, dark: false, locale: "zh-CN" },
    office.complaints,
  );
  await steps.run(
    "a phone's menu leads to the own account and out, and nothing read stays behind",
    async () => {
      await page.goto(office.url);
      await sendPassword(page, person.username, person.password);
      const menu = page.getByRole("button", { name: "菜单", exact: true });
      await menu.click();
      const dialog = page.locator("dialog.phone-menu");
      await dialog.getByRole("button", { name: "我的账号" }).click();
      await page.getByRole("heading", { name: "我的账号" }).waitFor();
      await page.goto(`${office.url}/registry?states=active`);
      await settle(page);
      await menu.click();
      await dialog.getByRole("button", { name: "退出登录" }).click();
      await page.getByLabel("账号", { exact: true }).waitFor();
      const kept = await page.evaluate(async () => ({
        local: Object.keys(localStorage).filter((key) => !/^shian\.(locale|appearance)$/.test(key)),
        session: Object.keys(sessionStorage).filter((key) => !/scroll/.test(key)),
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: "caches" in window ? await caches.keys() : [],
      }));
      expectEqual("kept", JSON.stringify(kept), '{"local":[],"session":[],"databases":[],"caches":[]}');
      await page.goBack();
      await page.getByLabel("账号", { exact: true }).waitFor();
      return undefined;
    },
  );
  await page.context().close();
}
