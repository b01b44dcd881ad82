import { type Browser, chromium, type Page } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How a page is looked at. */
export type Look = { width: 1440 | 390; dark: boolean; locale: "zh-CN" | "en" };

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });

/** The session that every page opened from now on carries. */
let session: { readonly url: string; readonly token: string } | undefined;
export const carrySession = (url: string, token: string): void => {
  session = { url, token };
};

/** A page of its own context; everything that the page complains about is collected. */
export async function openPage(browser: Browser, look: Look, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width === 390 ? 844 : 900 },
    colorScheme: look.dark ? "dark" : "light",
    hasTouch: look.width === 390,
    reducedMotion: "reduce",
  });
  await context.addInitScript((locale) => {
    if (localStorage.getItem("shian.locale") === null) localStorage.setItem("shian.locale", locale);
  }, look.locale);
  if (session !== undefined)
    await context.addCookies([{ name: "shian_session", value: session.token, url: session.url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  return page;
}

/** Waits until nothing is loading: no skeleton is left and the fonts are there. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.locator("main h1, main .blank").first().waitFor();
  await page.waitForFunction(() => document.querySelector(".sk, .sk-box") === null, undefined, {
    timeout: 60_000,
  });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(250);
}

/** The first whole number in a text, thousands grouped or not. */
export function readCount(text: string | null): number {
  const match = /-?\d[\d,]*/.exec(text ?? "");
  if (match === null) throw new Error(`no number in “${text ?? ""}”`);
  return Number(match[0].replaceAll(",", ""));
}

/** Points with two decimals as whole hundredths. */
export function readPoints(text: string | null): number {
  const match = /-?\d[\d,]*\.\d{2}/.exec(text ?? "");
  if (match === null) throw new Error(`no points in “${text ?? ""}”`);
  return Math.round(Number(match[0].replaceAll(",", "")) * 100);
}
