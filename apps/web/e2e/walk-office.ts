import type { Page } from "playwright-core";
import { readCount, settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { type Desk, type Office, signIn, signOut } from "./desk.js";
import type { Snap } from "./snap-page.js";
import { applyImport, chooseTerritory, importFile } from "./walk-pages.js";
import { readCsv, type Sheets } from "./write-sheets.js";

/** One of two townships as the office sees it. */
export type Township = {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  /** One of its establishments. */
  readonly firm: { readonly id: string; readonly name: string };
  /** Names of the establishments that the imported file puts there. */
  readonly firms: readonly string[];
};

/** How many establishments the register holds, narrowed by an address. */
export async function readTotal(page: Page, url: string, search = ""): Promise<number> {
  await page.goto(`${url}/registry?states=active${search}`);
  await settle(page);
  return readCount(await page.getByTestId("registry-total").textContent());
}

/** Names of the rows of the register's file that lie in a township, which a row tells by name or by code. */
function listFirms(path: string, code: string, name: string): string[] {
  const [headers = [], ...rows] = readCsv(path);
  const cell = (row: readonly string[], header: string) => row[headers.indexOf(header)] ?? "";
  return rows
    .filter((row) => cell(row, "街道（乡镇）") === name || cell(row, "所在地代码").startsWith(code))
    .map((row) => cell(row, "主体名称"));
}

async function lookAt(
  page: Page,
  url: string,
  register: string,
  { code, name }: { code: string; name: string },
): Promise<Township> {
  const firms = listFirms(register, code, name);
  const total = await readTotal(page, url, `&territory=${code}`);
  expectEqual(`establishments in ${name}`, total, firms.length);
  const row = page.locator(".reg .row-name").first();
  const firm = ((await row.textContent()) ?? "").trim();
  await row.click();
  await page.locator(".drawer").waitFor();
  const id = new URL(page.url()).searchParams.get("open") ?? "";
  return { code, name, total, firms, firm: { id, name: firm } };
}

/** The office brings in its places, establishments and officials, and sees two townships. */
export async function walkOffice(
  office: Office,
  desk: Desk,
  sheets: Sheets,
  steps: Steps,
  snap: Snap,
): Promise<{ near: Township; far: Township }> {
  const { page } = desk;
  const { url } = office;
  let near: Township | undefined;
  let far: Township | undefined;
  await steps.run("the office signs in and finds what to do first", async () => {
    await page.goto(url);
    await settle(page);
    await signOut(desk);
    await signIn(desk, url);
    await page.getByRole("heading", { name: "从这里开始" }).waitFor();
    await snap(page, "office-first");
    return undefined;
  });
  await steps.run("places, establishments in two townships and officials are imported", async () => {
    await importFile(page, url, "territories", sheets.territories);
    await applyImport(page);
    await chooseTerritory(page, url, "云汀区");
    const counts = await importFile(page, url, "registry", sheets.register);
    expectEqual("created", counts.created, 60);
    await applyImport(page);
    await importFile(page, url, "officials", sheets.officials);
    await applyImport(page);
    return `${counts.created} establishments`;
  });
  await steps.run("two townships together are the whole register", async () => {
    const whole = await readTotal(page, url);
    near = await lookAt(page, url, sheets.register, { code: "990106001", name: "望澜街道" });
    far = await lookAt(page, url, sheets.register, { code: "990106103", name: "石棠镇" });
    expectThat("both hold some", near.total > 0 && far.total > 0);
    expectEqual("together", near.total + far.total, whole);
    await snap(page, "office-registry");
    return `${near.total} + ${far.total} = ${whole}`;
  });
  if (near === undefined || far === undefined) throw new Error("the townships could not be read");
  return { near, far };
}
