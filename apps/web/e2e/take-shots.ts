import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Look, openPage, settle } from "./browser.js";
import type { Steps } from "./create-steps.js";

const fixed: readonly [name: string, path: string][] = [
  ["overview", "/"],
  ["registry", "/registry?states=active"],
  ["import", "/registry/import"],
  ["chain", "/chain"],
  ["chain-gaps", "/chain?gap=nobody"],
  ["allocation", "/chain?view=allocation"],
  ["officials", "/chain?view=officials"],
  ["visits", "/visits"],
  ["visits-officials", "/visits?view=officials"],
  ["overdue", "/visits?view=overdue"],
  ["at-risk", "/visits?view=at-risk"],
  ["records", "/visits?view=records"],
  ["evaluation", "/evaluation"],
  ["evaluation-lost", "/evaluation?show=lost"],
  ["settings", "/settings"],
  ["not-found", "/nowhere"],
  ["no-match", "/registry?search=zzzz"],
];

const firstHref = async (page: Page, path: string, selector: string): Promise<string | undefined> => {
  await page.goto(path);
  await settle(page);
  return (
    (await page
      .locator(selector)
      .first()
      .getAttribute("href", { timeout: 3000 })
      .catch(() => null)) ?? undefined
  );
};

/** Addresses of one establishment, official, visit and item, read from the pages themselves. */
async function findDetails(page: Page, url: string): Promise<[string, string][]> {
  const details: [string, string][] = [];
  await page.goto(`${url}/registry?states=active&graded=yes`);
  await settle(page);
  const name = page.locator(".reg .row-name").nth(2);
  if ((await name.count()) > 0) {
    await name.click();
    await page.locator(".drawer").waitFor();
    const id = new URL(page.url()).searchParams.get("open") ?? "";
    details.push(
      ["drawer", `/registry?states=active&graded=yes&open=${id}`],
      ["establishment", `/registry/${id}`],
      ["record", `/visits/record/${id}`],
    );
  }
  const official = await firstHref(page, `${url}/chain?view=officials`, '.tbl a[href*="/chain/official/"]');
  if (official !== undefined) details.push(["official", official]);
  const visit = await firstHref(page, `${url}/visits?view=records`, ".tbl td:first-child a");
  if (visit !== undefined) details.push(["visit", visit]);
  await page.goto(`${url}/evaluation?show=lost`);
  await settle(page);
  const items = page.locator(".items-table .row-name");
  if ((await items.count()) > 0) {
    await items.first().click();
    await page.locator(".drawer").waitFor();
    details.push([
      "item",
      `/evaluation?item=${encodeURIComponent(new URL(page.url()).searchParams.get("item") ?? "")}`,
    ]);
  }
  return details;
}

const looks: readonly Look[] = [
  { width: 1440, dark: false, locale: "zh-CN" },
  { width: 1440, dark: true, locale: "zh-CN" },
  { width: 390, dark: false, locale: "zh-CN" },
  { width: 390, dark: true, locale: "zh-CN" },
  { width: 1440, dark: false, locale: "en" },
  { width: 390, dark: false, locale: "en" },
];

const nameOf = (look: Look) =>
  `${look.locale === "en" ? "en" : "zh"}-${look.width}-${look.dark ? "dark" : "light"}`;

/** The whole page in one picture: the window is made as tall as the page, so that what is fixed stays at the edge. */
async function shoot(page: Page, look: Look, file: string): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({
    width: look.width,
    height: Math.min(6000, Math.max(look.width === 390 ? 844 : 900, height)),
  });
  await page.waitForTimeout(150);
  await page.screenshot({ path: file });
  await page.setViewportSize({ width: look.width, height: look.width === 390 ? 844 : 900 });
}

/** A picture of every page in each look; a page that is wider than its window fails. */
export async function takeShots(browser: Browser, url: string, folder: string, steps: Steps): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const complaints: string[] = [];
  const scout = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, complaints);
  const details = await findDetails(scout, url);
  await scout.context().close();
  for (const look of looks) {
    await steps.run(`pictures ${nameOf(look)}`, async () => {
      const page = await openPage(browser, look, complaints);
      const wide: string[] = [];
      for (const [name, path] of [...fixed, ...details]) {
        await page.goto(path.startsWith("http") ? path : `${url}${path}`);
        await settle(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) wide.push(`${name} by ${over} px`);
        await shoot(page, look, join(folder, `${name}-${nameOf(look)}.png`));
      }
      await page.context().close();
      if (wide.length > 0) throw new Error(`wider than the window: ${wide.join(", ")}`);
      return `${fixed.length + details.length} pages`;
    });
  }
  await steps.run("no page complained", async () => {
    if (complaints.length > 0) throw new Error([...new Set(complaints)].slice(0, 5).join(" | "));
    return undefined;
  });
}
