import { readCount, settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import type { Desk, Office } from "./desk.js";
import type { Snap } from "./snap-page.js";
import type { Township } from "./walk-office.js";
import type { Administrators } from "./walk-set-up.js";

/** A stand-in is arranged with its dates and reason, stands in the list, and is ended. */
export async function walkStandIn({ url }: Office, { page }: Desk, steps: Steps, snap: Snap): Promise<void> {
  await steps.run("a stand-in is arranged and ended", async () => {
    await page.goto(`${url}/settings/units?view=stand-ins`);
    await settle(page);
    await page.getByRole("button", { name: "安排代为督导" }).first().click();
    const dialog = page.locator(".ant-modal");
    const options = page.locator(
      ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option",
    );
    await dialog.locator("#official").click();
    const who = ((await options.nth(0).textContent()) ?? "").split(" ")[0] ?? "";
    await options.nth(0).click();
    await dialog.locator("#standsInFor").click();
    // The list of the second field is the last one that was opened; the first may still be fading.
    const second = page.locator(".ant-select-dropdown").nth(1).locator(".ant-select-item-option").nth(1);
    await second.click();
    await dialog.getByLabel("原因").fill("产假");
    await snap(page, "stand-in");
    await dialog.getByRole("button", { name: "安排代为督导" }).click();
    await page.getByText("已安排").waitFor();
    await page.locator(".tbl tbody tr", { hasText: who }).first().waitFor();
    await snap(page, "stand-ins");
    await page.getByRole("button", { name: "结束", exact: true }).click();
    await dialog.getByLabel("原因").fill("提前返岗");
    await dialog.getByRole("button", { name: "结束", exact: true }).click();
    await page.locator(".tbl tbody tr.past", { hasText: who }).waitFor();
    return who;
  });
}

/** What a merger or a split would do is told before; nothing is changed by looking. */
export async function walkTerritories(
  { url }: Office,
  { page }: Desk,
  { near, far }: { near: Township; far: Township },
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const dialog = page.locator(".ant-modal");
  const options = page.locator(
    ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option",
  );
  const effect = dialog.locator(".preview-box");
  await steps.run("the effect of a merger is seen before", async () => {
    await page.goto(`${url}/settings/territories`);
    await settle(page);
    await snap(page, "territories");
    await page.getByRole("button", { name: "合并", exact: true }).click();
    await dialog.locator("#codes").click();
    await options.filter({ hasText: near.name }).click();
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "先看影响" }).click();
    await dialog.getByText("请至少选两个。").waitFor();
    await dialog.locator("#codes").click();
    await options.filter({ hasText: far.name }).click();
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "先看影响" }).click();
    await effect.waitFor();
    const text = (await effect.textContent()) ?? "";
    expectThat(`the other township ends (${text})`, text.includes(far.name));
    expectThat("all establishments are told", text.includes(`${near.total + far.total} 家主体`));
    await snap(page, "merge");
    await dialog.getByRole("button", { name: "取消" }).click();
    return text;
  });
  await steps.run("the effect of a split is seen before", async () => {
    const row = page.locator(".tbl tbody tr", { hasText: near.name });
    await row.getByRole("button", { name: "拆分" }).click();
    await dialog.locator("#members").click();
    const village = ((await options.first().textContent()) ?? "").trim();
    await options.first().click();
    await page.keyboard.press("Escape");
    await dialog.getByLabel("新区域的名称").fill("试划街道");
    await dialog.getByLabel("新区域的代码").fill("990106077");
    await dialog.getByRole("button", { name: "先看影响" }).click();
    await effect.waitFor();
    const text = (await effect.textContent()) ?? "";
    expectThat(`the new township is told (${text})`, text.includes("试划街道"));
    await snap(page, "split");
    await dialog.getByRole("button", { name: "取消" }).click();
    return `${village}: ${text}`;
  });
  await steps.run("nothing was changed by looking", async () => {
    await page.reload();
    await settle(page);
    for (const { name, total } of [near, far]) {
      const row = page.locator(".tbl tbody tr", { hasText: name });
      expectEqual(name, readCount(await row.locator("td.num").first().textContent()), total);
    }
    expectEqual("试划街道", await page.getByText("试划街道").count(), 0);
    return undefined;
  });
}

/** A backup made now and read to its end, and the list of jobs that shows it. */
export async function walkBackup(
  { url }: Office,
  { system }: Administrators,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = system;
  const dialog = page.locator(".ant-modal");
  await steps.run("a backup is made now and is whole", async () => {
    await page.goto(`${url}/settings/backup`);
    await settle(page);
    await page.getByRole("button", { name: "做一份备份" }).click();
    await snap(page, "backup-make");
    await dialog.getByRole("button", { name: "做一份备份" }).click();
    await page.getByText("备份已做好。").waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "检查" }).first().click();
    await dialog.getByText("备份完整，可以用来恢复。").waitFor({ timeout: 60_000 });
    const rows = readCount(await dialog.locator("dd").nth(1).textContent());
    expectThat(`it holds the register (${rows} rows)`, rows > 60);
    await snap(page, "backup-checked");
    await dialog.getByRole("button", { name: "关闭" }).last().click();
    return `${rows} rows`;
  });
  await steps.run("the list of jobs shows it done, and what runs by itself", async () => {
    await page.goto(`${url}/settings/jobs`);
    await settle(page);
    const row = page.locator(".tbl tbody tr", { hasText: "备份" }).first();
    await row.getByText("完成", { exact: true }).waitFor();
    await snap(page, "jobs");
    const jobs = await page.locator(".tbl").first().locator("tbody tr").count();
    expectThat(`imports stand there too (${jobs})`, jobs >= 4);
    return `${jobs} jobs`;
  });
}

/** The record knows of all this, and holds. */
export async function walkRecord(
  { url }: Office,
  { audit }: Administrators,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = audit;
  await steps.run("the record tells who looked at a number, why, and never the number", async () => {
    await page.goto(`${url}/settings/record?operation=registry.unmask`);
    await settle(page);
    await page.locator(".tbl .row-name").first().click();
    const drawer = page.locator(".drawer");
    await drawer.getByText("核实投诉来电").waitFor();
    const text = (await drawer.textContent()) ?? "";
    expectThat("who", text.includes("晏清禾"));
    expectEqual("numbers in clear", (text.match(/1380000\d{4}/g) ?? []).length, 0);
    await snap(page, "record-entry");
    return undefined;
  });
  await steps.run("the record holds from its first entry to its last", async () => {
    await page.goto(`${url}/settings/record?view=proof`);
    await settle(page);
    await page.getByRole("button", { name: "现在核验" }).click();
    const said = page.locator(".alert.ok");
    await said.waitFor({ timeout: 60_000 });
    await snap(page, "record-holds");
    return (await said.textContent())?.trim();
  });
}
