import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toPlainDate } from "@shian/domain";
import { generateRegisterRows } from "@shian/domain/fixture-city";
import type { Browser, Page } from "playwright-core";
import { carrySession, openPage, readCount, settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";
import { allocate, applyImport, importFile } from "./walk-pages.js";
import { enterAs, type Snap, walkSign } from "./walk-sign.js";
import { toCsv, toFolder } from "./write-files.js";

const readNobody = async (page: Page, url: string): Promise<number> => {
  await page.goto(`${url}/chain`);
  await settle(page);
  return readCount(await page.getByTestId("gap-nobody").textContent());
};

/** New establishments as a sheet; their names are in no demonstration. */
function writeNewcomers(today: string): string {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  const quarterStart = toPlainDate(`${today.slice(0, 4)}-${String(month).padStart(2, "0")}-01`);
  const { headers, rows } = generateRegisterRows({ seed: "newcomers", count: 20, quarterStart });
  const path = join(toFolder(), "newcomers.csv");
  writeFileSync(path, toCsv({ headers, rows }));
  return path;
}

/** Loads a file of the product as its own page would, and gives its size. */
async function download(page: Page, url: string, path: string): Promise<number> {
  const answer = await page.request.get(`${url}${path}`);
  expectEqual(`status of ${path}`, answer.status(), 200);
  return (await answer.body()).length;
}

/**
 * The chain of a demonstration from end to end: establishments come in and nobody has them, they are allocated, their
 * official acknowledges and signs on a phone, the official leaves and hands over, and the gaps are looked at again.
 */
export async function walkChain(browser: Browser, url: string, steps: Steps, snap: Snap): Promise<void> {
  const complaints: string[] = [];
  const office = await enterAs(url, "office");
  const { today } = await office.client.office.status.query({});
  carrySession(url, office.token);
  const desk = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, complaints);
  const before = await readNobody(desk, url);
  let open = before;

  await steps.run("establishments are imported, and nobody answers for them", async () => {
    const counts = await importFile(desk, url, "registry", writeNewcomers(today));
    expectThat("some are new", (counts.created ?? 0) > 0);
    await applyImport(desk);
    open = await readNobody(desk, url);
    expectEqual("without an official", open, before + (counts.created ?? 0));
    await snap(desk, "gaps");
    return `${before} → ${open} without an official`;
  });
  await steps.run("the gaps are allocated as one change", async () => {
    await desk.goto(`${url}/chain?gap=nobody`);
    await settle(desk);
    await desk.getByRole("link", { name: "分派这些主体" }).click();
    await settle(desk);
    const changes = await allocate(desk);
    await snap(desk, "allocated");
    const left = await readNobody(desk, url);
    expectEqual("left without", left, open - changes);
    const { rows } = await office.client.chain.gaps.query({ kind: "nobody" });
    expectThat(
      "whoever is left has a reason",
      rows.every(({ reason }) => reason.code !== ""),
    );
    return `${changes} given, ${left} left, each with its reason`;
  });
  const official = await walkSign(browser, url, steps, { snap, complaints });
  carrySession(url, office.token);
  let load = 0;
  await steps.run("the official leaves and hands over, with a paper for each", async () => {
    load = (await office.client.official.get.query({ id: official })).establishments.length;
    await desk.goto(`${url}/chain/handover?official=${official}`);
    await settle(desk);
    const apply = desk.getByRole("button", { name: /^办理交接（[\d,]+ 家）$/ });
    await apply.waitFor();
    const moved = readCount(await apply.textContent());
    await snap(desk, "handover");
    await apply.click();
    await desk.getByRole("link", { name: "全部交接单" }).first().waitFor();
    await snap(desk, "handed-over");
    const doors = await desk.$$eval("a[href^='/api/papers/handover']", (links) =>
      links.map((link) => link.getAttribute("href") ?? ""),
    );
    for (const door of doors.slice(0, 4))
      expectThat(`${door} is a paper`, (await download(desk, url, door)) > 3000);
    const gone = await office.client.official.get.query({ id: official });
    expectEqual("left with them", gone.establishments.length, load - moved);
    return `${moved} of ${load} handed over`;
  });
  await steps.run("the gaps say what is left to do, and the handover is taken back", async () => {
    const left = await readNobody(desk, url);
    await snap(desk, "gaps-again");
    await desk.goto(`${url}/chain/handover?view=made`);
    await settle(desk);
    await desk.getByRole("button", { name: "撤销", exact: true }).first().click();
    await desk.locator(".ant-popconfirm .ant-btn-primary").click();
    await desk.getByText("已撤销").first().waitFor();
    const back = await office.client.official.get.query({ id: official });
    expectEqual("back with them", back.establishments.length, load);
    return `${left} without an official after the handover`;
  });
  await steps.run("no page complained on the way", async () => {
    expectEqual("complaints", [...new Set(complaints)].slice(0, 5).join(" | "), "");
    return undefined;
  });
  await desk.context().close();
}
