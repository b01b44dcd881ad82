// The score cockpit: a pair of bounds, never one number; the verdict with its reasons; lost points, largest first, each
// with its way down.
import { formatPoints, type OperationOutput, renderProblem, toHundredths } from "@shian/domain";
import { scoreBar } from "../components/bars.js";
import { fitLine, join, type Line, type Span, span, spread } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import { toShortfall } from "../output/format-score.js";
import { listSections, type SectionLine, sumSections } from "../output/list-sections.js";
import { fitText, textWidth } from "../output/text-width.js";
import type { Translate } from "../text/create-translator.js";
import type { TextKey } from "../text/zh-cn.js";
import { createLoader, type Loader } from "./create-loader.js";
import { drawBeside, drawNothing, drawRow, drawRule } from "./draw-pane.js";
import type { Screen, ScreenContext, ScreenRequest, Size } from "./screen.js";

type View = OperationOutput<"evaluation.get">;
type Item = View["rubric"]["sections"][number]["items"][number];
type Entry = {
  readonly item: Item;
  readonly obtained: number;
  readonly lost: number;
  readonly status: string;
};

const shows = ["lost", "open", "full", "apart", "all"] as const;
type Shown = (typeof shows)[number];

/** The items of a rubric with what each gave. */
export function listEntries(view: View): Entry[] {
  const lines = new Map(view.sheet.items.map((line) => [line.id, line]));
  const vetoes = new Map(view.sheet.vetoes.map((veto) => [veto.id, veto.status]));
  return view.rubric.sections.flatMap((section) =>
    section.items.map((item) => {
      const line = lines.get(item.id);
      return {
        item,
        obtained: line?.obtained ?? 0,
        lost: line?.lost ?? 0,
        status: line?.status ?? vetoes.get(item.id) ?? "",
      };
    }),
  );
}

/** Whether the item counts to the base; bonus items and vetoes stand apart. */
const isBase = ({ item }: Entry): boolean => item.kind === "key" || item.kind === "basic";

const selectEntries = (view: View, shown: Shown): Entry[] => {
  const entries = listEntries(view);
  switch (shown) {
    case "lost":
      return entries.filter((one) => isBase(one) && one.lost > 0).sort((a, b) => b.lost - a.lost);
    case "open":
      return entries.filter((one) => one.status === "unmeasured");
    case "full":
      return entries.filter((one) => isBase(one) && one.status === "measured" && one.lost === 0);
    case "apart":
      return entries.filter((one) => !isBase(one));
    case "all":
      return entries;
  }
};

const verdictStyle = { pass: "ok", fail: "overdue", undetermined: "risk" } as const;

/** What the pages of the score show without a sheet; an office without a rubric has not failed. */
export function describeMissing(loader: Loader<View>, t: Translate) {
  const problems = loader.problems();
  const isEmpty = problems.some((problem) => problem.code === "request/not-found");
  return { loading: loader.isLoading(), problems: isEmpty ? [] : problems, empty: t("score.noRubric") };
}

/** The cockpit of the current rubric, or of the edition that the options name. */
export function createScoreScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, glyphs, server, changed } = context;
  const options = new Map(request.options ?? []);
  const loader = createLoader<View>(changed);
  let shown: Shown = "lost";
  let cursor = 0;
  let top = 0;
  let height = 8;

  const summary = (view: View, columns: number): Line[] => {
    const { rubric, sheet } = view;
    const { points, open, lost } = sumSections(listSections(rubric, sheet), "");
    const minTotal = toHundredths(rubric.passRule.minTotal);
    const shortfall = toShortfall(rubric, sheet);
    const gap = locale === "en" ? "  " : "   ";
    const verdict = join(
      ` ${t("score.verdict")}  `,
      span(t(`score.${sheet.verdict}`), verdictStyle[sheet.verdict]),
      `${gap}${formatPoints(sheet.lower)} / ${formatPoints(points).replace(/\.00$/, "")}`,
      shortfall > 0
        ? `${locale === "en" ? ", " : "，"}${t("score.shortOfLine", { points: formatPoints(shortfall) })}`
        : "",
    );
    const official = rubric.official ? [] : join(span(t("score.demonstration"), "risk"), " ");
    const because = sheet.reasons
      .slice(0, columns >= 100 ? 4 : 2)
      .map((reason, index) =>
        join(
          span(
            index === 0 ? ` ${t("score.because")}  ` : " ".repeat(textWidth(t("score.because")) + 3),
            "quiet",
          ),
          renderProblem(reason, locale),
        ),
      );
    return [
      spread(verdict, official, columns, " ", glyphs.more),
      join(
        " ",
        scoreBar(
          {
            secured: sheet.lower,
            open: Math.max(0, sheet.upper - sheet.lower),
            lost,
            line: minTotal,
            whole: Math.max(points, sheet.upper, minTotal),
          },
          columns - 2,
          glyphs,
        ),
      ),
      join(
        ` ${t("score.lower")} ${formatPoints(sheet.lower)}${gap}${t("score.upper")} ${formatPoints(sheet.upper)}${gap}${t("score.line")} ${formatPoints(minTotal)}${gap}`,
        span(glyphs.full, "secured"),
        ` ${t("score.obtained")}  `,
        span(glyphs.half, "open"),
        ` ${t("score.open")} ${formatPoints(open)}  `,
        span(glyphs.faint, "lost"),
        ` ${t("score.lost")} ${formatPoints(lost)}`,
      ),
      ...because,
    ].map((line) => fitLine(line, columns, glyphs.more));
  };

  const describeNumber = ({ item, status, lost, obtained }: Entry): Span => {
    if (item.kind === "veto")
      return span(t(`score.veto.${status}` as TextKey), status === "triggered" ? "overdue" : "plain");
    if (status === "unmeasured") return span(t("score.open"), "open");
    return lost > 0 ? span(`-${formatPoints(lost)}`, "lost") : span(formatPoints(obtained));
  };

  const listPane = (view: View, columns: number, rows: number): Line[] => {
    const entries = selectEntries(view, shown);
    height = Math.max(1, rows - 1);
    cursor = Math.min(cursor, Math.max(0, entries.length - 1));
    if (cursor < top) top = cursor;
    if (cursor >= top + height) top = cursor - height + 1;
    const title = `${t(`score.show.${shown}` as TextKey)} ${t("word.items", { count: entries.length })}`;
    const idWidth = Math.max(4, ...entries.map((one) => one.item.id.length));
    const visible = entries.slice(top, top + height).map((one) => ({ one, number: describeNumber(one) }));
    const numberWidth = Math.max(5, ...visible.map(({ number }) => textWidth(number.text)));
    const kindWidth = locale === "en" ? 6 : 4;
    const nameWidth = columns - kindWidth - numberWidth - 7;
    return [
      drawRule(title, "", columns, glyphs, true),
      ...visible.map(({ one, number }, index) => {
        const name = fitText(
          `${fitText(one.item.id, idWidth)}  ${one.item.title}`,
          nameWidth,
          "left",
          glyphs.more,
        );
        const kind = fitText(t(`kind.${one.item.kind}`), kindWidth);
        const amount = span(fitText(number.text, numberWidth, "right"), number.style);
        return drawRow(join(`${name}  ${kind}  `, amount), top + index === cursor, columns, glyphs);
      }),
      ...(entries.length === 0 ? [join("  ", span(t("score.noneShown"), "quiet"))] : []),
    ];
  };

  const sectionPane = (view: View, columns: number): Line[] => {
    const { sheet, rubric } = view;
    const sections = listSections(rubric, sheet);
    const widths = locale === "en" ? [12, 6, 6] : [11, 6, 6];
    const nameWidth = Math.max(6, columns - 2 - widths.reduce((sum, width) => sum + width, 0));
    const toLine = (name: string, sums: readonly [string, string, string], strong = false): Line =>
      join(
        " ",
        span(fitText(name, nameWidth, "left", glyphs.more), strong ? "strong" : "plain"),
        ...sums.map((text, index) => fitText(text, widths[index] ?? 6, "right")),
      );
    const whole = (points: number) => formatPoints(points).replace(/\.00$/, "");
    const row = (one: SectionLine, strong = false) =>
      toLine(
        one.title,
        [
          `${formatPoints(one.obtained)}/${whole(one.points)}`,
          formatPoints(one.lost),
          formatPoints(one.open),
        ],
        strong,
      );
    const triggered = sheet.vetoes.filter((veto) => veto.status === "triggered").length;
    const unmeasured = sheet.vetoes.filter((veto) => veto.status === "unmeasured").length;
    const cap = rubric.passRule.bonusCap;
    return [
      drawRule(t("score.section"), "", columns, glyphs),
      toLine("", [`${t("score.obtained")}/${t("score.points")}`, t("score.lost"), t("score.open")]),
      ...sections.map((section) => row(section)),
      row(sumSections(sections, t("score.total")), true),
      [],
      join(
        " ",
        span(
          t("score.vetoes", { triggered, unmeasured }),
          triggered > 0 ? "overdue" : unmeasured > 0 ? "risk" : "plain",
        ),
      ),
      join(
        ` ${t(rubric.passRule.bonusCounts ? "score.bonusCounts" : "score.bonus", { bonus: formatPoints(sheet.bonus) })}`,
        cap === null ? "" : ` / ${formatPoints(toHundredths(cap))}`,
      ),
    ];
  };

  const body = (size: Size): Line[] => {
    const view = loader.value();
    if (view === undefined) return drawNothing(context, describeMissing(loader, t), size);
    const { columns, rows } = size;
    const head = summary(view, columns);
    const left = Math.floor(columns * (columns >= 100 ? 0.6 : 0.54));
    const below = rows - head.length;
    return [
      ...head,
      ...drawBeside(
        listPane(view, left, below),
        sectionPane(view, columns - left - 1),
        left,
        { columns, rows: below },
        glyphs,
        true,
      ),
    ];
  };

  const current = (): Entry | undefined => {
    const view = loader.value();
    return view === undefined ? undefined : selectEntries(view, shown)[cursor];
  };
  const requestAt = (): ScreenRequest | undefined => {
    const entry = current();
    if (entry === undefined) return undefined;
    const at = cursor;
    return {
      screen: "explain",
      args: [entry.item.id],
      options,
      step: (by) => {
        move(by);
        return cursor === at ? undefined : requestAt();
      },
    };
  };
  const move = (by: number): true => {
    const view = loader.value();
    const most = view === undefined ? 0 : selectEntries(view, shown).length - 1;
    cursor = Math.min(Math.max(0, most), Math.max(0, cursor + by));
    changed();
    return true;
  };
  const act = (command: CommandId): boolean => {
    switch (command) {
      case "list.down":
        return move(1);
      case "list.up":
        return move(-1);
      case "list.pageDown":
        return move(height - 1);
      case "list.pageUp":
        return move(1 - height);
      case "list.first":
        return move(-cursor);
      case "list.last":
        return move(Number.MAX_SAFE_INTEGER - cursor);
      case "list.open": {
        const next = requestAt();
        if (next) context.open(next);
        return next !== undefined;
      }
      case "view.next":
      case "group.next":
        shown = shows[(shows.indexOf(shown) + 1) % shows.length] ?? "lost";
        cursor = 0;
        top = 0;
        changed();
        return true;
      default:
        return false;
    }
  };

  return {
    name: "score",
    area: 6,
    places: screenPlaces.score,
    path: () => {
      const title = loader.value()?.rubric.title;
      return title === undefined ? [] : [title];
    },
    extent: () => {
      const view = loader.value();
      if (view === undefined) return "";
      const kinds = listEntries(view).map((one) => one.item.kind);
      const count = (...wanted: string[]) => kinds.filter((kind) => wanted.includes(kind)).length;
      return t("extent.score", {
        items: count("key", "basic"),
        vetoes: count("veto"),
        bonus: count("bonus"),
      });
    },
    body,
    message: () => {
      const entry = current();
      if (entry === undefined) return undefined;
      const { item, lost } = entry;
      const unit =
        item.leadUnit === undefined
          ? ""
          : `${locale === "en" ? "; " : "；"}${t("score.lead", { unit: item.leadUnit })}`;
      return ` ${item.id} ${item.title}  ${lost > 0 ? `${t("score.lost")} ${formatPoints(lost)}` : t(`score.${item.kind === "veto" ? "veto" : "status"}.${entry.status}` as TextKey)}${unit}`;
    },
    act,
    command: () => ({
      words: ["score"],
      options: [...options].map(([name, values]) => [name, values.join(",")] as const),
    }),
    value: () => current()?.item.id,
    web: () => "/evaluation",
    load: () => {
      const edition = options.get("edition")?.[0];
      return loader.run(() => server.ask("evaluation.get", edition === undefined ? {} : { rubric: edition }));
    },
    request: () => ({ screen: "score", options }),
  };
}
