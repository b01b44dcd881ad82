// An official signs on a phone: opens their own list, reads the letter, draws a signature by touch, sends it; the server
// has exactly what was drawn, and the office sees it.
import { createClient, type ShianClient } from "@shian/api/client";
import type { Browser, Page } from "playwright-core";
import { carrySession, openPage, settle } from "./browser.js";
import { expectEqual, expectThat, type Steps } from "./create-steps.js";

/** Takes a picture of a page under a name, where pictures are wanted. */
export type Snap = (page: Page, name: string) => Promise<void>;

/** Enters a demonstration as one of its people. */
export async function enterAs(
  url: string,
  role: string,
): Promise<{ readonly client: ShianClient; readonly token: string }> {
  const open = createClient({ url });
  const { demonstrationPeople } = await open.session.current.query({});
  const person = demonstrationPeople.find((one) => one.role === role);
  if (person === undefined) throw new Error(`the demonstration has no ${role}`);
  const answer = await open.session.enterDemonstration.mutate({
    txId: `walk-${crypto.randomUUID()}`,
    person: person.id,
    carry: "token",
  });
  if (answer.state !== "signed-in" || answer.token === null) throw new Error("the demonstration is closed");
  const { token } = answer;
  return { token, client: createClient({ url, headers: { authorization: `Bearer ${token}` } }) };
}

/** Strokes of a finger, as the screen reports them. */
async function drawByTouch(page: Page): Promise<void> {
  const pad = page.getByTestId("pad");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (box === null) throw new Error("there is no field to sign in");
  const cdp = await page.context().newCDPSession(page);
  const at = (x: number, y: number) => [{ x: box.x + box.width * x, y: box.y + box.height * y }];
  const strokes = [
    [0.1, 0.3, 0.3, 0.15, 0.2, 0.7, 0.35, 0.8],
    [0.4, 0.25, 0.6, 0.2, 0.5, 0.75],
    [0.65, 0.3, 0.85, 0.25, 0.7, 0.8, 0.9, 0.6],
  ];
  for (const stroke of strokes) {
    await cdp.send("Input.dispatchTouchEvent", {
      type: "touchStart",
      touchPoints: at(stroke[0] ?? 0, stroke[1] ?? 0),
    });
    for (let point = 2; point < stroke.length; point += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = stroke.slice(point - 2, point + 2);
      for (let part = 1; part <= 8; part += 1)
        await cdp.send("Input.dispatchTouchEvent", {
          type: "touchMove",
          touchPoints: at(x0 + ((x1 - x0) * part) / 8, y0 + ((y1 - y0) * part) / 8),
        });
    }
    await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }
}

/** From the official's own list to the office's view of what was signed; gives the official. */
export async function walkSign(
  browser: Browser,
  url: string,
  steps: Steps,
  { snap, complaints }: { readonly snap: Snap; readonly complaints: string[] },
): Promise<string> {
  const own = await enterAs(url, "official");
  const { reach } = await own.client.session.current.query({});
  const official = reach.officials[0] ?? "";
  const before = await own.client.commitment.get.query({ official });
  const signed = before.commitments.filter(({ superseded }) => !superseded).map((one) => one.year);
  const year =
    before.standing === "valid" ? before.years.find((one) => !signed.includes(one)) : before.years[0];
  if (year === undefined)
    throw new Error("every year is signed already: the walk needs a fresh demonstration");
  carrySession(url, own.token);
  const page = await openPage(browser, { width: 390, dark: false, locale: "zh-CN" }, complaints);
  await steps.run("an official's own list opens on a phone", async () => {
    await page.goto(`${url}/field`);
    await settle(page);
    expectEqual("no sideways scroll", await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await snap(page, "field");
    return undefined;
  });
  await steps.run("the letter is read, the list confirmed, the name drawn by touch and sent", async () => {
    await page.goto(`${url}/field/sign/${official}?year=${year}`);
    await settle(page);
    expectThat("it cannot be sent unsigned", await page.locator(".f-act .pri").isDisabled());
    await page.getByRole("checkbox").check();
    await drawByTouch(page);
    // Nobody is as fast as two touches that a browser takes for one.
    await page.waitForTimeout(600);
    await snap(page, "sign");
    expectEqual("no sideways scroll", await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await page.locator(".f-act .pri").tap();
    await page.getByText("已签署", { exact: true }).waitFor();
    await snap(page, "signed");
    return undefined;
  });
  await steps.run("what was drawn is stored, for the official and the office", async () => {
    const after = await own.client.commitment.get.query({ official });
    const fresh = after.commitments.find((one) => !before.commitments.some(({ id }) => id === one.id));
    expectEqual("year", fresh?.year, year);
    expectThat("the list is acknowledged with it", after.acknowledged);
    const { strokes } = await own.client.commitment.signature.query({ id: fresh?.id ?? "" });
    expectEqual("strokes", strokes?.length, 3);
    expectThat(
      "points along the way",
      (strokes ?? []).every((stroke) => stroke.length > 8),
    );
    const office = await enterAs(url, "office");
    const seen = await office.client.commitment.signature.query({ id: fresh?.id ?? "" });
    expectEqual("the office sees the same", JSON.stringify(seen.strokes), JSON.stringify(strokes));
    carrySession(url, office.token);
    return fresh?.id;
  });
  const desk = await openPage(browser, { width: 1440, dark: false, locale: "zh-CN" }, complaints);
  await steps.run("the office sees rates, the official's card and the settings", async () => {
    for (const [name, path] of [
      ["commitments", "/chain?view=commitments"],
      ["official", `/chain/official/${official}`],
      ["papers", "/settings/papers"],
    ] as const) {
      await desk.goto(`${url}${path}`);
      await settle(desk);
      await desk.waitForTimeout(800);
      await snap(desk, name);
    }
    return undefined;
  });
  await steps.run("a notice board is printed and read without script", async () => {
    const office = await enterAs(url, "office");
    const [shop] = (await office.client.registry.list.query({ limit: 1, filter: { states: ["active"] } }))
      .rows;
    const issued = await office.client.board.issue.mutate({
      txId: `walk-${crypto.randomUUID()}`,
      establishments: [shop?.id ?? ""],
    });
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: "zh-CN",
      viewport: { width: 390, height: 844 },
    });
    const wall = await context.newPage();
    for (const part of ["", "/sheet"]) {
      await wall.goto(`${url}/p/${issued.rows[0]?.code}${part}`);
      await wall.getByRole("heading", { name: "食品安全包保公示牌" }).waitFor();
      await snap(wall, part === "" ? "board" : "sheet");
    }
    return undefined;
  });
  return official;
}
