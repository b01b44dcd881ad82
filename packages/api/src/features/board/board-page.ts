// The public page of a notice board and its sheet for printing: plain HTML without any script.
import { type Locale, label, type PublicBoard } from "@shian/domain";
import { renderSVG } from "uqr";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#f4f5f7;color:#1a1f2b;font:16px/1.6 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:720px;margin:24px auto;padding:28px;background:#fff;border:1px solid #d9dde5;border-radius:10px}
h1{margin:0 0 4px;font-size:22px;line-height:1.35}
h2{margin:0 0 6px;font-size:16px}
.b{font-size:26px;line-height:1.35;font-weight:600;margin:10px 0 18px;overflow-wrap:anywhere}
.g{display:inline-block;min-width:1.7em;padding:0 .35em;text-align:center;border-radius:4px;background:#4a3a8c;color:#fff;font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:8px 20px;margin:0 0 18px;padding:14px 0;border-block:1px solid #e5e8ee}
dt{color:#5b6475}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.d{margin:0 0 14px}.d p{margin:0;color:#3a4252}
footer{display:flex;gap:12px;margin-top:16px;justify-content:space-between;flex-wrap:wrap;color:#5b6475;font-size:14px}
.note{display:inline-block;margin-inline-start:4px;padding:0 8px;border:1px dashed #9aa3b2;border-radius:4px;color:#5b6475;font-size:13px}
.q{display:flex;align-items:center;gap:18px;margin-top:22px}.q svg{width:120px;height:120px;flex:none}
a{color:#1f56b5}
@media (max-width:480px){main{margin:0;border:0;border-radius:0;min-height:100vh;padding:20px}dl{gap:8px 14px}}
`;

const sheet = `
@page{size:A4;margin:0}
body{background:#fff}
main{width:210mm;height:297mm;max-width:none;margin:0 auto;border:0;border-radius:0;padding:22mm 20mm;display:flex;flex-direction:column}
main::before{content:"";position:absolute;inset:10mm;border:1.2mm solid #1f3f7a;pointer-events:none}
body{position:relative;width:210mm;margin:0 auto}
h1{font-size:13mm;text-align:center;letter-spacing:0;color:#1f3f7a;margin:4mm 0 6mm}
.b{font-size:10mm;text-align:center;margin:0 0 8mm}
dl{font-size:6mm;gap:3.2mm 10mm;padding:6mm 0;margin-bottom:7mm}
h2{font-size:5.6mm}.d p{font-size:5.2mm}.d{margin-bottom:5mm}
.q{margin-top:auto;justify-content:space-between;font-size:5.2mm}.q svg{width:46mm;height:46mm}
footer{font-size:4.4mm;margin-top:4mm}
@media print{html,body{height:297mm;overflow:hidden}}
`;

type Shown = {
  readonly board: PublicBoard;
  readonly on: string;
  readonly locale: Locale;
  readonly path: string;
  /** What the code to scan opens; null where the server was not told its address. */
  readonly url: string | null;
  readonly isDemonstration: boolean;
};

const frame = (locale: Locale, heading: string, css: string, inner: string): string =>
  `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeText(heading)}</title><style>${css}</style></head><body><main>${inner}</main></body></html>`;

function toRows({ board, locale }: Shown): readonly (readonly [string, string])[] {
  const text = (key: string) => label(key, locale);
  const { official, grade } = board;
  const rows: (readonly [string, string])[] = [];
  if (grade !== null) rows.push([text("board/grade"), `<span class="g">${grade}</span>`]);
  if (official !== null)
    rows.push(
      [text("board/level"), escapeText(text(`level/${official.level}`))],
      [text("board/official"), escapeText(official.name)],
      [text("board/unit"), escapeText(official.unit)],
      [text("board/post"), escapeText(official.post)],
      [text("board/phone"), escapeText(official.officePhone ?? text("board/none"))],
    );
  return rows;
}

function toBody(shown: Shown, isSheet: boolean): string {
  const { board, on, locale, path, url, isDemonstration } = shown;
  const text = (key: string) => escapeText(label(key, locale));
  const duty = (key: string) =>
    `<section class="d"><h2>${text(key)}</h2><p>${text(`${key}-text`)}</p></section>`;
  const missing = !board.isActive ? "board/not-active" : board.official === null ? "board/nobody" : undefined;
  const rows = toRows(shown)
    .map(([name, value]) => `<dt>${escapeText(name)}</dt><dd>${value}</dd>`)
    .join("");
  const asOf = text("board/as-of").replace("{date}", escapeText(on));
  const mark = isDemonstration ? `<span class="note">${text("board/demonstration")}</span>` : "";
  const link = isSheet ? "" : `<a href="${escapeText(`${path}/sheet`)}">${text("board/print")}</a>`;
  const scan =
    url === null
      ? `<div>${text("board/no-address")}<br>`
      : `${renderSVG(url, { ecc: "M", border: 1 })}<div>${text("board/scan")}<br>`;
  return `<h1>${text("board/title")}</h1><p class="b">${escapeText(board.business)}</p>${rows === "" ? "" : `<dl>${rows}</dl>`}${
    missing === undefined ? "" : `<p class="d">${text(missing)}</p>`
  }${duty("board/own-duty")}${duty("board/territorial-duty")}<div class="q">${scan}${text("board/complaints")}</div></div><footer><span>${asOf} ${mark}</span>${link}</footer>`;
}

/** The page that the code on a wall opens. */
export const renderBoardPage = (shown: Shown): string =>
  frame(shown.locale, label("board/title", shown.locale), style, toBody(shown, false));

/** The board itself on one sheet of A4. */
export const renderBoardSheet = (shown: Shown): string =>
  frame(shown.locale, label("board/title", shown.locale), style + sheet, toBody(shown, true));

/** Where there is no such board. */
export const renderBusy = (locale: Locale): string =>
  frame(
    locale,
    label("board/busy", locale),
    style,
    `<h1>${escapeText(label("board/busy", locale))}</h1><p>${escapeText(label("board/busy-hint", locale))}</p>`,
  );

export const renderNoBoard = (locale: Locale): string =>
  frame(
    locale,
    label("board/not-found", locale),
    style,
    `<h1>${escapeText(label("board/not-found", locale))}</h1><p>${escapeText(label("board/not-found-hint", locale))}</p>`,
  );
