import { createClient } from "@shian/api/client";
import type { Browser, Page } from "playwright-core";
import { openPage, settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { fillChecklist } from "./walk-pages.js";

/** Pages that nobody is told of are looked for two doors deep; lists lead to thousands. */
const MOST_PAGES = 25;

/** Enters by the demonstration's own door. */
async function enterAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByText(name, { exact: true }).first().click();
  await page.getByText("选一个身份进入").waitFor({ state: "detached" });
  await settle(page);
}

/** A door without its ids: one establishment's page stands for all. */
const shapeOf = (path: string): string =>
  path
    .replace(
      /\/(registry|visits|visits\/record|chain\/(?:official|training|session|document)|field\/document)\/(?!import|record)[^/?]+/,
      "/$1/$id",
    )
    .replace(/\/field\/training\/[^/?]+\/[^/?]+/, "/field/training/$session/$official")
    .replace(/\/api\/training-files\/[^/?]+/, "/api/training-files/$id")
    .split("?")[0] ?? "";

const listDoors = (page: Page): Promise<string[]> =>
  page.$$eval("a[href^='/']", (links) => links.map((link) => link.getAttribute("href") ?? ""));

/** Opens what the pages lead to, each kind of page once; gives the addresses that did not load. */
async function openDoors(page: Page, url: string): Promise<{ opened: number; broken: string[] }> {
  const seen = new Set<string>();
  const waiting = ["/", ...(await listDoors(page))];
  const broken: string[] = [];
  for (let path = waiting.shift(); path !== undefined && seen.size < MOST_PAGES; path = waiting.shift()) {
    if (seen.has(shapeOf(path))) continue;
    seen.add(shapeOf(path));
    if (path.startsWith("/api/")) {
      // A file: it is fetched, and not looked at.
      if (!(await page.request.get(`${url}${path}`)).ok()) broken.push(path);
      continue;
    }
    await page.goto(`${url}${path}`);
    await settle(page);
    if ((await page.getByText("这里没有加载出来").count()) > 0) broken.push(path);
    waiting.push(...(await listDoors(page)));
  }
  return { opened: seen.size, broken };
}

/** Everybody of a demonstration opens every kind of page that they are led to, and an official records a visit. */
export async function walkPeople(browser: Browser, url: string, steps: Steps): Promise<void> {
  const { demonstrationPeople } = await createClient({ url }).session.current.query({});
  for (const { name, role } of demonstrationPeople)
    await steps.run(`${name} (${role}) is led to no page that does not open`, async () => {
      const page = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, []);
      await enterAs(page, url, name);
      const { opened, broken } = await openDoors(page, url);
      await page.context().close();
      expectEqual("not opened", broken.join(", "), "");
      expectThat(`more than one page (${opened})`, opened > 1);
      return `${opened} pages`;
    });
  await steps.run("an official records a visit of their own on a phone", async () => {
    const official = demonstrationPeople.find(({ role }) => role === "official");
    const page = await openPage(browser, { width: 390, dark: false, locale: "zh-CN" }, []);
    await enterAs(page, url, official?.name ?? "");
    await page.goto(`${url}/registry`);
    await settle(page);
    const id = await page.evaluate(async () => {
      const input = encodeURIComponent(JSON.stringify({ filter: { states: ["active"] }, limit: 1 }));
      const answer = await (await fetch(`/api/trpc/registry.list?input=${input}`)).json();
      return String(answer.result.data.rows[0].id);
    });
    await page.goto(`${url}/visits/record/${id}`);
    await settle(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expectThat("the form is no wider than the phone", wide <= 0);
    await fillChecklist(page);
    await page.getByTestId("visit-submit").click();
    await page.getByTestId("visit-valid").waitFor();
    expectEqual("the visit", (await page.getByTestId("visit-valid").textContent())?.trim(), "计入");
    await page.context().close();
    return undefined;
  });
}
