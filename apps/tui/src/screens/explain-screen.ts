// Why one item has the points it has: each loss with its reason, the method, the units, the arithmetic at the foot.
import { formatPoints, label, type OperationOutput, renderProblem, toHundredths } from "@shian/domain";
import { fitLine, join, type Line, span } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import { wrapText } from "../output/text-width.js";
import type { TextKey } from "../text/zh-cn.js";
import { createLoader } from "./create-loader.js";
import { drawNothing } from "./draw-pane.js";
import { describeMissing, listEntries } from "./score-screen.js";
import type { Screen, ScreenContext, ScreenRequest, Size } from "./screen.js";

type View = OperationOutput<"evaluation.get">;

/** The page of the item whose id is the request's first argument; without one, the item that lost most. */
export function createExplainScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, glyphs, server, changed } = context;
  const options = request.options ?? new Map<string, readonly string[]>();
  const loader = createLoader<View>(changed);
  let top = 0;
  let most = 0;
  let height = 10;

  const find = (view: View) => {
    const entries = listEntries(view);
    const [id] = request.args ?? [];
    if (id !== undefined) return entries.find((one) => one.item.id === id);
    return entries.filter((one) => one.lost > 0).sort((a, b) => b.lost - a.lost)[0];
  };

  const describe = (view: View, columns: number): Line[] => {
    const entry = find(view);
    if (entry === undefined) return [join(` ${t("score.noItem", { item: request.args?.[0] ?? "" })}`)];
    const { item, obtained, lost, status } = entry;
    const line = view.sheet.items.find((one) => one.id === item.id);
    const points = toHundredths(item.points ?? 0);
    const colon = locale === "en" ? ": " : "：";
    const wrap = (text: string, indent: string) =>
      wrapText(text, columns - indent.length - 2).map((part) => join(indent, part));
    const units = [
      ...(item.leadUnit === undefined ? [] : [t("score.lead", { unit: item.leadUnit })]),
      ...(item.cooperatingUnits.length === 0
        ? []
        : [t("score.cooperating", { units: item.cooperatingUnits.join(locale === "en" ? ", " : "、") })]),
    ].join(locale === "en" ? "; " : "，");
    const isVeto = item.kind === "veto";
    const sums = isVeto
      ? t(`score.veto.${status}` as TextKey)
      : `${t(`score.status.${status}` as TextKey)}  ${formatPoints(obtained)} / ${formatPoints(points)}`;
    const measurement = view.measurements[item.id];
    const reasons = line?.reasons ?? [];
    const each = reasons.flatMap((reason) =>
      typeof reason.params.lost === "number" ? [reason.params.lost] : [],
    );
    // Single losses can pass the points of the item together; then only their sum belongs in the arithmetic.
    const losses = each.reduce((sum, one) => sum + one, 0) === lost ? each : [lost];
    return [
      join(
        ` ${item.id} `,
        span(item.title, "strong"),
        `    ${t(`kind.${item.kind}`)}  ${label(`rubric.method.${item.method.type}`, locale)}    ${sums}`,
      ),
      ...(units === "" ? [] : [join(` ${units}`)]),
      ...(item.clause === undefined ? [] : wrap(item.clause, " ")),
      [],
      ...(lost > 0
        ? [
            join(
              " - ",
              span(`${t("score.lost")} ${formatPoints(lost)}`, "lost"),
              `${locale === "en" ? ", because" : "，因为"}`,
            ),
          ]
        : [join(` ${isVeto ? t(`score.veto.${status}` as TextKey) : t("score.nothingLost")}`)]),
      ...reasons.flatMap((reason) => wrap(`- ${renderProblem(reason, locale)}`, "   ")),
      [],
      ...(measurement === undefined
        ? []
        : wrap(`${t("score.measurement")}${colon}${JSON.stringify(measurement)}`, " ")),
      ...(item.evidence.length === 0
        ? []
        : wrap(`${t("score.evidence")}${colon}${item.evidence.join(locale === "en" ? "; " : "；")}`, " ")),
      ...(isVeto || status !== "measured"
        ? []
        : [
            join(
              ` ${t("score.arithmetic")}  ${[points, ...losses].map(formatPoints).join(" - ")} = ${formatPoints(obtained)}`,
            ),
          ]),
    ];
  };

  const scroll = (by: number): true => {
    top = Math.min(most, Math.max(0, top + by));
    changed();
    return true;
  };
  const act = (command: CommandId): boolean => {
    switch (command) {
      case "list.down":
        return scroll(1);
      case "list.up":
        return scroll(-1);
      case "list.pageDown":
        return scroll(height - 1);
      case "list.pageUp":
        return scroll(1 - height);
      case "detail.next":
      case "detail.previous": {
        const next = request.step?.(command === "detail.next" ? 1 : -1);
        if (next) context.open(next);
        else context.say(t(command === "detail.next" ? "message.noNext" : "message.noPrevious"));
        return true;
      }
      default:
        return false;
    }
  };

  return {
    name: "explain",
    area: 6,
    places: screenPlaces.explain,
    path: () => {
      const view = loader.value();
      const entry = view === undefined ? undefined : find(view);
      return view === undefined || entry === undefined
        ? []
        : [view.rubric.title, `${entry.item.id} ${entry.item.title}`];
    },
    extent: () => {
      const view = loader.value();
      const entry = view === undefined ? undefined : find(view);
      return entry === undefined || entry.lost === 0 ? "" : `${t("score.lost")} ${formatPoints(entry.lost)}`;
    },
    body: (size: Size) => {
      const view = loader.value();
      if (view === undefined) return drawNothing(context, describeMissing(loader, t), size);
      const lines = describe(view, size.columns);
      height = size.rows;
      most = Math.max(0, lines.length - size.rows);
      top = Math.min(top, most);
      return lines.slice(top, top + size.rows).map((line) => fitLine(line, size.columns, glyphs.more));
    },
    message: () => undefined,
    act,
    command: () => {
      const view = loader.value();
      const id = request.args?.[0] ?? (view === undefined ? undefined : find(view)?.item.id);
      return {
        words: ["score"],
        options: [
          ...[...options].map(([name, values]) => [name, values.join(",")] as const),
          ["explain", id] as const,
        ],
      };
    },
    value: () => request.args?.[0],
    web: () => "/evaluation",
    load: () => {
      const edition = options.get("edition")?.[0];
      return loader.run(() => server.ask("evaluation.get", edition === undefined ? {} : { rubric: edition }));
    },
    request: () => request,
  };
}
