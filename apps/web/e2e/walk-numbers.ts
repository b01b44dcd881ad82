import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { bindAuthenticator, type Desk, type Office, signIn, signOut } from "./desk.js";
import type { Snap } from "./snap-page.js";
import { takeCsv } from "./walk-accounts.js";
import type { Township } from "./walk-office.js";

/** Everything that the parts of an xlsx file say, read by its central directory. */
function readWorkbookText(path: string): string {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  let at = bytes.readUInt32LE(end + 16);
  let text = "";
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const part = bytes.subarray(start, start + size);
    text += (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(part) : part).toString("utf8");
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return text;
}

const CLEAR = /1380000\d{4}/g;

/** Telephone numbers: masked, in clear for a reason, and in a file only with the second factor. */
export async function walkNumbers(
  office: Office,
  desk: Desk,
  { firm }: Township,
  whole: number,
  folder: string,
  steps: Steps,
  snap: Snap,
): Promise<void> {
  const { page } = desk;
  const { url } = office;
  await steps.run("a contact's number is masked, and in clear for a reason", async () => {
    await page.goto(`${url}/registry/${firm.id}`);
    await settle(page);
    await page
      .getByText(/138\*{4}\d{4}/)
      .first()
      .waitFor();
    expectEqual("numbers in clear", ((await page.content()).match(CLEAR) ?? []).length, 0);
    await page.getByRole("button", { name: "看原号" }).click();
    const dialog = page.locator(".ant-modal");
    await dialog.getByLabel("原因").fill("看看");
    await dialog.getByRole("button", { name: "看原号" }).click();
    await dialog.getByText("请写明原因，至少 4 个字。").waitFor();
    await snap(page, "unmask");
    await dialog.getByLabel("原因").fill("核实投诉来电");
    await dialog.getByRole("button", { name: "看原号" }).click();
    const number = await page.getByTestId("clear-number").textContent();
    expectThat(`a number (${number})`, /^1380000\d{4}$/.test(number ?? ""));
    await snap(page, "unmasked");
    await page.reload();
    await page.getByRole("button", { name: "看原号" }).waitFor();
    return undefined;
  });
  await steps.run("an official's number likewise", async () => {
    await page.goto(`${url}/chain?view=officials`);
    await settle(page);
    await page.locator('.tbl a[href*="/chain/official/"]').first().click();
    await page.getByRole("button", { name: "看原号" }).click();
    await page.locator(".ant-modal").getByLabel("原因").fill("通知今日督导");
    await page.locator(".ant-modal").getByRole("button", { name: "看原号" }).click();
    const number = await page.getByTestId("clear-number").textContent();
    expectThat(`a number (${number})`, /^1380000\d{4}$/.test(number ?? ""));
    await snap(page, "official-unmasked");
    return undefined;
  });
  await steps.run("the export is masked, and says what one in clear needs", async () => {
    await page.goto(`${url}/registry?states=active`);
    await settle(page);
    await page.getByRole("button", { name: "导出" }).click();
    await page.getByText("须绑定验证器并用它登录").waitFor();
    await snap(page, "export-menu");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "导出" }).click();
    const [headers, ...rows] = await takeCsv(page, folder, () => page.getByText("导出 CSV").click());
    const at = headers?.indexOf("联系电话") ?? -1;
    expectEqual("rows", rows.length, whole);
    expectEqual("masked", rows.filter((row) => /^138\*{4}\d{4}$/.test(row[at] ?? "")).length, whole);
    return `${rows.length} rows`;
  });
  await steps.run("the office binds an authenticator of its own will", async () => {
    await page.goto(`${url}/account`);
    await settle(page);
    await page.getByRole("button", { name: "绑定", exact: true }).click();
    await bindAuthenticator(desk);
    await snap(page, "account-bound");
    await page.getByRole("button", { name: "已抄下，继续" }).click();
    await page.getByText("还剩 10 个恢复码").waitFor();
    return undefined;
  });
  await steps.run("signed in with it, the file holds the numbers in clear", async () => {
    await signOut(desk);
    await signIn(desk, url, "/registry?states=active");
    await page.getByRole("button", { name: "导出" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByText("导出 Excel（含手机原号）").click(),
    ]);
    const path = join(folder, "clear.xlsx");
    await download.saveAs(path);
    const numbers = new Set(readWorkbookText(path).match(CLEAR) ?? []);
    expectEqual("numbers in clear", numbers.size, whole);
    return `${numbers.size} numbers`;
  });
}
