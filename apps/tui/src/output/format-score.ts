// The score sheet and one item's explanation as text for people; the same lines serve files and the server's rubric.
import {
  formatPoints,
  type Locale,
  type Rubric,
  renderProblem,
  type ScoreSheet,
  toHundredths,
} from "@shian/domain";
import type { Translate } from "../text/create-translator.js";
import { formatTable } from "./format-table.js";
import { listSections, type SectionLine, sumSections } from "./list-sections.js";

/** A rubric with the sheet that its measurements give. */
export type ScoreView = { readonly rubric: Rubric; readonly sheet: ScoreSheet };
type Language = { readonly locale: Locale; readonly t: Translate };

const listItems = (rubric: Rubric) => rubric.sections.flatMap((section) => section.items);

/** Points of the pass line that the lower bound still lacks, at least 0. */
export const toShortfall = (rubric: Rubric, sheet: ScoreSheet): number =>
  Math.max(0, toHundredths(rubric.passRule.minTotal) - sheet.lower);

function formatSections({ rubric, sheet }: ScoreView, t: Translate): string {
  const right = "right" as const;
  const sections = listSections(rubric, sheet);
  const toRow = (line: SectionLine): string[] => [
    line.title,
    ...[line.obtained, line.points, line.open, line.lost].map(formatPoints),
  ];
  return formatTable(
    [
      { title: t("score.section") },
      { title: t("score.obtained"), align: right },
      { title: t("score.points"), align: right },
      { title: t("score.open"), align: right },
      { title: t("score.lost"), align: right },
    ],
    [...sections, sumSections(sections, t("score.total"))].map(toRow),
  );
}

/** The whole sheet: verdict with bounds, sections, what was lost and why. */
export function formatScore(view: ScoreView, { locale, t }: Language): string {
  const { rubric, sheet } = view;
  const triggered = sheet.vetoes.filter((veto) => veto.status === "triggered").length;
  const unmeasured = sheet.vetoes.filter((veto) => veto.status === "unmeasured").length;
  const title = rubric.official ? rubric.title : `${rubric.title}  (${t("score.demonstration")})`;
  const bounds = [
    `${t("score.verdict")}  ${t(`score.${sheet.verdict}`)}    `,
    `${t("score.lower")} ${formatPoints(sheet.lower)}`,
    `${t("score.upper")} ${formatPoints(sheet.upper)}`,
    `${t("score.line")} ${formatPoints(toHundredths(rubric.passRule.minTotal))}`,
    `${t("score.short")} ${formatPoints(toShortfall(rubric, sheet))}`,
  ].join("  ");
  const bonus = formatPoints(sheet.bonus);
  const apart = [
    t(rubric.passRule.bonusCounts ? "score.bonusCounts" : "score.bonus", { bonus }),
    t("score.vetoes", { triggered, unmeasured }),
  ].join(locale === "en" ? "; " : "，");
  const because = sheet.reasons.map((reason) => `${t("score.because")}  ${renderProblem(reason, locale)}`);

  const items = new Map(listItems(rubric).map((item) => [item.id, item]));
  const isBase = (id: string) => ["key", "basic"].includes(items.get(id)?.kind ?? "");
  const lost = sheet.items.filter((line) => line.lost > 0 && isBase(line.id)).sort((a, b) => b.lost - a.lost);
  const lostTable =
    lost.length === 0
      ? ""
      : `\n${t("score.lostItems", { count: lost.length })}\n${formatTable(
          [
            { title: t("score.lost"), align: "right" },
            { title: t("score.item") },
            { title: t("score.kind") },
            { title: t("score.reason") },
          ],
          lost.map((line) => {
            const item = items.get(line.id);
            return [
              formatPoints(line.lost),
              `${line.id} ${item?.title ?? ""}`,
              item ? t(`kind.${item.kind}`) : "",
              line.reasons.map((reason) => renderProblem(reason, locale)).join(locale === "en" ? " " : ""),
            ];
          }),
        )}`;
  return `${[title, bounds, formatSections(view, t).trimEnd(), apart, ...because].join("\n")}\n${lostTable}`;
}

/** Why one item has the points it has; undefined when the rubric has no such item. */
export function formatItem(view: ScoreView, id: string, { locale, t }: Language): string | undefined {
  const item = listItems(view.rubric).find((one) => one.id === id);
  if (item === undefined) return undefined;
  const veto = view.sheet.vetoes.find((one) => one.id === id);
  const line = view.sheet.items.find((one) => one.id === id);
  const head = `${item.id} ${item.title}  ${t(`kind.${item.kind}`)}`;
  if (veto) return `${head}  ${t(`score.veto.${veto.status}`)}\n`;
  if (line === undefined) return `${head}\n`;
  const sums = [
    t(`score.status.${line.status}`),
    `${t("score.obtained")} ${formatPoints(line.obtained)} / ${formatPoints(toHundredths(item.points ?? 0))}`,
    `${t("score.lost")} ${formatPoints(line.lost)}`,
  ].join("  ");
  const units = [item.leadUnit, ...item.cooperatingUnits].filter((unit) => unit !== undefined);
  const reasons = line.reasons.map((reason) => `- ${renderProblem(reason, locale)}`);
  return `${[head, sums, ...(units.length > 0 ? [units.join("  ")] : []), ...reasons].join("\n")}\n`;
}
