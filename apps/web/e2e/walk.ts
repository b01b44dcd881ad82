// Walks through the product in Chromium as an office would on its first morning, reading every figure from the pages:
//   node --import tsx --conditions=@shian/source apps/web/e2e/walk.ts --url URL [--shots FOLDER] [--only walk|shots|people|chain]
// The walk needs a server with an empty office, the people and the chain one with a demonstration; the pictures fit any.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { createClient } from "@shian/api/client";
import { toPlainDate } from "@shian/domain";
import type { Browser, Page } from "playwright-core";
import { carrySession, launchBrowser, openPage, readCount, settle } from "./browser.js";
import { createSteps, expectEqual, expectThat, type Steps } from "./create-steps.js";
import { enterAsOffice } from "./enter.js";
import { takeShots } from "./take-shots.js";
import { walkChain } from "./walk-chain.js";
import { walkKeyboard, walkPhone, walkPreferences, walkScope } from "./walk-keyboard.js";
import {
  allocate,
  applyImport,
  chooseTerritory,
  importFile,
  importRubric,
  measureItem,
  readOverview,
  recordVisit,
} from "./walk-pages.js";
import { walkPeople } from "./walk-people.js";
import { writeFiles } from "./write-files.js";

const { values } = parseArgs({
  options: { url: { type: "string" }, shots: { type: "string" }, only: { type: "string" } },
});

/** From an empty office to a score that moves. */
async function walkOffice(browser: Browser, url: string, steps: Steps): Promise<void> {
  const headers = { authorization: `Bearer ${await enterAsOffice(url)}` };
  const { today } = await createClient({ url, headers }).office.status.query({});
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const files = writeFiles(toPlainDate(`${today.slice(0, 4)}-${String(month).padStart(2, "0")}-01`));
  const complaints: string[] = [];
  const page = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, complaints);
  let name = "";

  await steps.run("an empty office says what to do first", async () => {
    await page.goto(url);
    await settle(page);
    await page.getByRole("heading", { name: "从这里开始" }).waitFor();
    return undefined;
  });
  await steps.run("territories are imported", async () => {
    const counts = await importFile(page, url, "territories", files.territories);
    expectThat("places are created", (counts.created ?? 0) > 100);
    expectEqual("refused", counts.refused, 0);
    await applyImport(page);
    return `${counts.created} created`;
  });
  await steps.run("the office chooses its territory", () =>
    chooseTerritory(page, url, "云汀区").then(() => undefined),
  );
  await steps.run("200 rows are imported and graded", async () => {
    const counts = await importFile(page, url, "registry", files.register);
    expectEqual("created", counts.created, 200);
    expectEqual("held and refused", (counts.held ?? 0) + (counts.refused ?? 0), 0);
    await applyImport(page);
    const graded = readCount(await page.getByTestId("import-graded").textContent());
    expectEqual("graded", graded, 200);
    return `${graded} graded`;
  });
  await steps.run("officials are imported", async () => {
    const counts = await importFile(page, url, "officials", files.officials);
    expectThat("officials are created", (counts.created ?? 0) > 10);
    await applyImport(page);
    return `${counts.created} created`;
  });
  await steps.run("every establishment is in an official's care", async () => {
    await page.goto(`${url}/chain?view=allocation`);
    await settle(page);
    const changes = await allocate(page);
    await page.goto(`${url}/chain`);
    await settle(page);
    expectEqual("nobody", readCount(await page.getByTestId("gap-nobody").textContent()), 0);
    return `${changes} assigned here, none left without`;
  });
  await steps.run("a visit is recorded and coverage moves", async () => {
    const before = await readOverview(page, url);
    expectEqual("registered", before.registered, 200);
    name = await recordVisit(page, url);
    const after = await readOverview(page, url);
    expectEqual("visited", after.done, before.done + 1);
    return `${before.done} → ${after.done} at ${name}`;
  });
  await steps.run("a rubric is imported, a measurement moves the score", async () => {
    await importRubric(page, url, files.rubric);
    const { item, before, after } = await measureItem(page, url);
    expectThat(`the score rises (${before} → ${after})`, after > before);
    return `${item}: ${(before / 100).toFixed(2)} → ${(after / 100).toFixed(2)}`;
  });
  await steps.run("the palette finds an establishment by keyboard", () => walkKeyboard(page, url, name));
  await steps.run("the top bar narrows to a township and an earlier day", () =>
    walkScope(page, url, "石棠镇"),
  );
  await steps.run("language and look are kept", () => walkPreferences(page, url).then(() => undefined));
  await steps.run("a phone reaches everything", async () => {
    const phone = await openPage(browser, { width: 390, dark: false, locale: "zh-CN" }, complaints);
    await walkPhone(phone, url);
    await phone.context().close();
    return undefined;
  });
  await steps.run("the first page loads little", () => measureFirstLoad(browser, url));
  await steps.run("no page complained on the way", async () => {
    expectEqual("complaints", [...new Set(complaints)].slice(0, 5).join(" | "), "");
    return undefined;
  });
  await page.context().close();
}

/** Script of the overview without its charts, compressed as it travels: at most 480 kB. */
async function measureFirstLoad(browser: Browser, url: string): Promise<string> {
  const page = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, []);
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (/\.js$/.test(response.url()) && !response.url().includes("echarts"))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url);
  await settle(page);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await page.context().close();
  expectThat(`${Math.round(bytes / 1000)} kB of script`, bytes > 0 && bytes <= 480_000);
  return `${Math.round(bytes / 1000)} kB of script before charts`;
}

/** Keeps pictures in a folder; without one there are none. */
const createSnap =
  (folder: string | undefined) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  };

const url = (values.url ?? process.env.SHIAN_URL ?? "http://127.0.0.1:3000").replace(/\/$/, "");
const steps = createSteps((line) => console.log(line));
// Everybody of a demonstration comes in by its door.
if (values.only !== "people" && values.only !== "chain") carrySession(url, await enterAsOffice(url));
const browser = await launchBrowser();
try {
  if (values.only === "people") await walkPeople(browser, url, steps);
  if (values.only === "chain") await walkChain(browser, url, steps, createSnap(values.shots));
  if (values.only === undefined || values.only === "walk") await walkOffice(browser, url, steps);
  if (values.shots !== undefined && (values.only === undefined || values.only === "shots"))
    await takeShots(browser, url, values.shots, steps);
} finally {
  await browser.close();
}
process.exitCode = steps.finish();
