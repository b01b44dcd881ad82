// The leader's two answers, today's decisions, and whose the unvisited are. Enter on a row opens what it counts.
import { formatPoints, formatRate, isTextKey, type OperationOutput, renderProblem } from "@shian/domain";
import { progressBar, scoreBar } from "../components/bars.js";
import { fitLine, join, type Line, lineWidth, span, spread } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import { fitText } from "../output/text-width.js";
import { toShellOptions } from "./create-list-screen.js";
import { createLoader } from "./create-loader.js";
import { drawBeside, drawNothing, drawRow, drawRule } from "./draw-pane.js";
import { findRequestOf } from "./find-request-of.js";
import { formatCount, formatCoverage, progressSpan } from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest, Size } from "./screen.js";

type Overview = OperationOutput<"overview.get">;
type Cell = Overview["total"];

const panes = ["decisions", "territories"] as const;

/** The first page of the program. */
export function createOverviewScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, glyphs, server, changed } = context;
  const options = new Map(request.options ?? []);
  const loader = createLoader<Overview>(changed);
  let pane: (typeof panes)[number] = "decisions";
  const cursors = { decisions: 0, territories: 0 };
  const colon = locale === "en" ? ": " : "：";
  const comma = locale === "en" ? ", " : "，";

  const listTerritories = (overview: Overview) =>
    overview.territories.toSorted((a, b) => b.cell.notDone - a.cell.notDone || b.nobody - a.nobody);

  const drawCoverage = (overview: Overview, columns: number): Line[] => {
    const { total, grades, line, gaps } = overview;
    const barWidth = Math.max(6, columns - (locale === "en" ? 72 : 64));
    const nameWidth = locale === "en" ? 14 : 11;
    const rateWidth = locale === "en" ? 10 : 8;
    const today = formatRate({ done: line.passed, of: line.days }) ?? "";
    const toRow = (name: string, cell: Cell, strong: boolean): Line =>
      join(
        ` ${fitText(name, nameWidth)}`,
        fitText(formatCount(cell.registered), 7, "right"),
        fitText(`${formatCount(cell.done)} / ${formatCount(cell.due)}`, 16, "right"),
        span(fitText(formatCoverage(cell, t), rateWidth, "right"), strong ? "strong" : "plain"),
        fitText(formatCount(cell.notDone), 8, "right"),
        "   ",
        cell.due === 0
          ? " ".repeat(barWidth)
          : progressBar(
              { done: cell.done, due: cell.due, passed: line.passed, days: line.days },
              barWidth,
              glyphs,
            ),
        "  ",
        progressSpan(cell, t, glyphs),
      );
    const visited = t("overview.visited", {
      done: formatCount(total.done),
      due: formatCount(total.due),
      rate: formatCoverage(total, t),
    });
    const left = t("overview.left", { left: formatCount(total.notDone), days: overview.daysLeft });
    const answer = join(
      ` ${t("overview.care")} `,
      span(visited, "strong"),
      columns >= 100 ? `    ${left}` : "",
      "    ",
      span(`${t("word.nobody")} ${formatCount(gaps.nobody)}`, gaps.nobody > 0 ? "overdue" : "plain"),
    );
    const titles = join(
      span(
        ` ${fitText(t("column.grade"), nameWidth)}${fitText(t("column.registered"), 7, "right")}${fitText(t("column.doneDue"), 16, "right")}${fitText(t("column.rate"), rateWidth, "right")}${fitText(t("column.left"), 8, "right")}   ${t("overview.today", { rate: today })}`,
        "quiet",
      ),
    );
    const gradeName = (grade: string) =>
      grade === "none" ? t("word.ungraded") : `${grade} ${t(`gradeLevel.${grade as "A"}`)}`;
    return [
      answer,
      titles,
      ...grades
        .filter(({ grade, cell }) => grade !== "none" || cell.registered > 0)
        .map(({ grade, cell }) => toRow(gradeName(grade), cell, false)),
      toRow(t("score.total"), total, true),
    ].map((one) => fitLine(one, columns, glyphs.more));
  };

  const drawScore = ({ score }: Overview, columns: number): Line[] => {
    if (score === null) return [join(` ${t("overview.pass")} `, span(t("overview.noRubric"), "quiet"))];
    const short = Math.max(0, score.line - score.lower);
    const whole = formatPoints(score.points).replace(/\.00$/, "");
    const shortfall = short > 0 ? `${comma}${t("score.shortOfLine", { points: formatPoints(short) })}` : "";
    const compose = (missing: string): Line =>
      join(
        ` ${t("overview.pass")} `,
        span(`${formatPoints(score.lower)} / ${whole}`, "strong"),
        missing,
        `${comma}${t("score.verdict")} `,
        span(
          t(`score.${score.verdict}`),
          score.verdict === "pass" ? "ok" : score.verdict === "fail" ? "overdue" : "risk",
        ),
      );
    const official = score.official ? [] : join(span(t("score.demonstration"), "risk"), " ");
    const full = compose(shortfall);
    const answer = lineWidth(full) + lineWidth(official) < columns ? full : compose("");
    const bar = {
      secured: score.lower,
      open: Math.max(0, score.upper - score.lower),
      lost: score.lost,
      line: score.line,
      whole: Math.max(score.points, score.upper, score.line),
    };
    return [
      spread(answer, official, columns, " ", glyphs.more),
      join(" ", scoreBar(bar, columns - 2, glyphs)),
      join(
        ` ${t("score.obtained")} ${formatPoints(score.lower)}  ${t("score.open")} ${formatPoints(score.open)}  ${t("score.lost")} ${formatPoints(score.lost)}  ${t("score.upper")} ${formatPoints(score.upper)}  ${t("score.vetoesShort", score.vetoes)}  ${t("score.bonusShort", { bonus: formatPoints(score.bonus) })}`,
      ),
    ].map((line) => fitLine(line, columns, glyphs.more));
  };

  const decisionText = (decision: Overview["decisions"][number]): string =>
    isTextKey(decision.code) ? renderProblem(decision, locale) : decision.code;

  const drawPanes = (overview: Overview, { columns, rows }: Size): Line[] => {
    const left = Math.floor(columns * 0.55);
    const height = Math.max(0, rows - 1);
    const { decisions } = overview;
    const territories = listTerritories(overview);
    cursors.decisions = Math.min(cursors.decisions, Math.max(0, decisions.length - 1));
    cursors.territories = Math.min(cursors.territories, Math.max(0, territories.length - 1));
    const from = (cursor: number) => Math.max(0, cursor - height + 1);
    const first = from(cursors.decisions);
    const decisionLines = decisions
      .slice(first, first + height)
      .map((decision, index) =>
        drawRow(
          join(decisionText(decision)),
          pane === "decisions" && first + index === cursors.decisions,
          left,
          glyphs,
        ),
      );
    const right = columns - left - 1;
    const start = from(cursors.territories);
    const territoryLines = territories.slice(start, start + height).map((one, index) => {
      const numbers = `${fitText(formatCount(one.cell.notDone), 6, "right")}${fitText(formatCoverage(one.cell, t), 8, "right")}`;
      const name = fitText(one.name, Math.max(6, right - 17 - (right > 40 ? 12 : 0)), "left", glyphs.more);
      const nobody =
        right > 40
          ? fitText(one.nobody > 0 ? t("overview.nobody", { count: one.nobody }) : "", 12, "right")
          : "";
      return drawRow(
        join(`${name}${numbers}`, span(nobody, "overdue")),
        pane === "territories" && start + index === cursors.territories,
        right,
        glyphs,
      );
    });
    return drawBeside(
      [
        drawRule(
          t("overview.decisions", { count: decisions.length }),
          "",
          left,
          glyphs,
          pane === "decisions",
        ),
        ...decisionLines,
        ...(decisions.length === 0 ? [join("  ", span(t("overview.noDecisions"), "quiet"))] : []),
      ],
      [drawRule(t("overview.territories"), "", right, glyphs, pane === "territories"), ...territoryLines],
      left,
      { columns, rows },
      glyphs,
      true,
    );
  };

  const openCurrent = (): boolean => {
    const overview = loader.value();
    if (overview === undefined) return false;
    if (pane === "decisions") {
      const decision = overview.decisions[cursors.decisions];
      if (decision === undefined) return false;
      const found = findRequestOf(decision.href);
      if (found) context.open(found);
      else context.say(` ${t("message.onTheWeb", { address: `${server.url}${decision.href}` })}`);
      return true;
    }
    const one = listTerritories(overview)[cursors.territories];
    if (one === undefined) return false;
    const narrowed = new Map([
      ["territory", [one.code]],
      ["duty", ["on-track", "at-risk", "overdue"]],
    ]);
    context.open({ screen: "registry", options: narrowed, title: `${one.name} ${t("word.notVisited")}` });
    return true;
  };

  const move = (by: number): true => {
    const overview = loader.value();
    if (overview !== undefined) {
      const count = overview[pane].length;
      cursors[pane] = Math.min(Math.max(0, count - 1), Math.max(0, cursors[pane] + by));
      changed();
    }
    return true;
  };
  const act = (command: CommandId): boolean => {
    switch (command) {
      case "list.down":
        return move(1);
      case "list.up":
        return move(-1);
      case "list.open":
        return openCurrent();
      case "pane.next":
      case "pane.previous":
        pane = pane === "decisions" ? "territories" : "decisions";
        changed();
        return true;
      default:
        return false;
    }
  };

  return {
    name: "overview",
    area: 1,
    places: screenPlaces.overview,
    path: () => [],
    extent: () => {
      const overview = loader.value();
      return overview === undefined
        ? ""
        : t("extent.overview", {
            territories: overview.territories.length,
            registered: formatCount(overview.registered),
          });
    },
    body: (size) => {
      const overview = loader.value();
      if (overview === undefined)
        return drawNothing(
          context,
          { loading: loader.isLoading(), problems: loader.problems(), empty: "" },
          size,
        );
      const coverage = drawCoverage(overview, size.columns);
      const score = drawScore(overview, size.columns);
      const spare = size.rows - coverage.length - score.length >= 8 ? 1 : 0;
      const head = [...coverage, ...(spare > 0 ? [[]] : []), ...score];
      return [
        ...head,
        ...drawPanes(overview, { columns: size.columns, rows: Math.max(0, size.rows - head.length) }),
      ];
    },
    message: () => {
      const overview = loader.value();
      if (overview === undefined) return undefined;
      if (pane === "decisions") {
        const decision = overview.decisions[cursors.decisions];
        return decision === undefined ? undefined : ` ${decisionText(decision)}`;
      }
      const one = listTerritories(overview)[cursors.territories];
      if (one === undefined) return undefined;
      const leader = one.leader === null ? "" : `${comma}${t("overview.leader", { name: one.leader })}`;
      return ` ${one.name}${colon}${t("overview.territory", { left: formatCount(one.cell.notDone), due: formatCount(one.cell.due), nobody: one.nobody })}${leader}`;
    },
    act,
    command: () => ({ words: ["overview"], options: toShellOptions(context, options) }),
    value: () =>
      pane === "territories" && loader.value()
        ? listTerritories(loader.value() as Overview)[cursors.territories]?.code
        : undefined,
    web: () => "/",
    load: () => {
      const territory = options.get("territory")?.[0] ?? context.scope().territory?.code;
      const asOf = options.get("as-of")?.[0] ?? context.scope().asOf;
      return loader.run(() =>
        server.ask("overview.get", {
          ...(territory === undefined ? {} : { territory }),
          ...(asOf === undefined ? {} : { asOf }),
        }),
      );
    },
    request: () => ({ screen: "overview", options }),
  };
}
