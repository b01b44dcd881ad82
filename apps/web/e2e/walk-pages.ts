import type { Page } from "playwright-core";
import { readCount, readPoints, settle } from "./browser.js";
import { expectEqual, expectThat } from "./create-steps.js";

/** Takes one file through the wizard and gives the five counts of its preview. */
export async function importFile(
  page: Page,
  url: string,
  kind: string,
  file: string,
): Promise<Record<string, number>> {
  await page.goto(`${url}/registry/import?kind=${kind}`);
  await settle(page);
  await page.setInputFiles('input[type="file"]', file);
  await page.getByRole("button", { name: "看导入结果" }).click();
  await page.getByTestId("import-created").waitFor({ timeout: 60_000 });
  const counts: Record<string, number> = {};
  for (const outcome of ["created", "updated", "unchanged", "held", "refused"])
    counts[outcome] = readCount(await page.getByTestId(`import-${outcome}`).locator("b").textContent());
  return counts;
}

/** Applies the preview that is shown and waits for the result. */
export async function applyImport(page: Page): Promise<void> {
  await page.getByTestId("import-apply").click();
  await page.getByRole("heading", { name: "导入完成" }).waitFor({ timeout: 120_000 });
}

/** Plans the allocation that the page asks for, applies what it came to, and gives how many got another official. */
export async function allocate(page: Page): Promise<number> {
  await page.getByRole("button", { name: "预览分派" }).click();
  const apply = page.getByRole("button", { name: /^应用 [\d,]+ 家变动$/ });
  await apply.waitFor({ timeout: 120_000 });
  const changes = readCount(await apply.textContent());
  if (changes > 0) {
    await apply.click();
    await page.getByRole("button", { name: "撤销这次分派" }).waitFor({ timeout: 120_000 });
  }
  return changes;
}

/** Chooses the office's territory in the settings. */
export async function chooseTerritory(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/settings`);
  await settle(page);
  await page.getByRole("button", { name: "选定属地" }).click();
  await page.locator(".ant-modal .chooser input").fill(name);
  await page.locator(".chooser-list button.node", { hasText: name }).first().click();
  await page.locator(".set-row", { hasText: "本办属地" }).getByText(name).waitFor();
}

/** What the leader's page says: visited, due by grade row sums, points secured. */
export async function readOverview(page: Page, url: string): Promise<{ done: number; registered: number }> {
  await page.goto(`${url}/`);
  await settle(page);
  const done = readCount(await page.getByTestId("coverage-done").textContent());
  const registered = readCount(
    ((await page.locator(".page-head .sub").textContent()) ?? "").replace(/^[^，]*，/, ""),
  );
  return { done, registered };
}

/** Records a visit at the first establishment of the register that is to be visited; every line is answered. */
export async function recordVisit(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/registry?states=active&duties=on-track,at-risk&answered=yes`);
  await settle(page);
  await page.locator(".reg .row-name").first().click();
  await page.locator(".drawer").getByRole("link", { name: "记一次督导" }).click();
  await fillChecklist(page);
  await page.getByTestId("visit-submit").click();
  await page.getByTestId("visit-valid").waitFor();
  expectEqual("the visit", (await page.getByTestId("visit-valid").textContent())?.trim(), "计入");
  return (await page.locator("main h1").textContent()) ?? "";
}

/** Answers every line of the checklist, the first one with “no” and a note. */
export async function fillChecklist(page: Page): Promise<void> {
  await page.locator(".check-list").waitFor();
  const lines = page.locator(".check-item");
  const count = await lines.count();
  expectThat("the checklist has lines", count > 0);
  expectThat("an unanswered checklist cannot be sent", await page.getByTestId("visit-submit").isDisabled());
  for (let index = 0; index < count; index += 1)
    await lines
      .nth(index)
      .locator("label")
      .nth(index === 0 ? 1 : 0)
      .click();
  await page.locator(".check-item.bad input.ant-input").fill("留样柜无温度显示");
}

/** Brings in a rubric file through the dialog. */
export async function importRubric(page: Page, url: string, file: string): Promise<void> {
  await page.goto(`${url}/evaluation`);
  await settle(page);
  await page.getByRole("button", { name: "导入细则" }).first().click();
  await page.setInputFiles('.ant-modal input[type="file"]', file);
  await page.locator(".ant-modal-footer .ant-btn-primary").click();
  await page.getByTestId("sheet-lower").waitFor();
}

/** Measures the first unmeasured item that is met or not as met; gives the points before and after. */
export async function measureItem(
  page: Page,
  url: string,
): Promise<{ item: string; before: number; after: number }> {
  await page.goto(`${url}/evaluation?show=open`);
  await settle(page);
  const before = readPoints(await page.getByTestId("sheet-lower").textContent());
  const row = page.locator(".items-table tbody tr:not(.sec)", { hasText: "达标得分" }).first();
  const item = ((await row.locator(".row-name").first().textContent()) ?? "").trim();
  await row.locator(".row-name").first().click();
  await page.locator(".measure .answers label").first().click();
  await page.getByTestId("measure-save").click();
  await page.waitForFunction(
    (old) => {
      const text = document.querySelector('[data-testid="sheet-lower"]')?.textContent ?? "";
      return text !== "" && text !== old;
    },
    (before / 100).toFixed(2),
  );
  return { item, before, after: readPoints(await page.getByTestId("sheet-lower").textContent()) };
}
