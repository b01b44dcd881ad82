// One establishment: the territorial and the business arm of its chain, grades with their reasons, visits, facts,
// changes. On a wide screen two parts stand side by side; else each is a tab.
import { label } from "@shian/domain";
import { fitLine, join, type Line, span } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import type { TextKey } from "../text/zh-cn.js";
import { toShellOptions } from "./create-list-screen.js";
import { createLoader } from "./create-loader.js";
import {
  describeEstablishment,
  type EstablishmentDetail,
  type EstablishmentTab,
  establishmentTabs,
} from "./describe-establishment.js";
import { drawBeside, drawNothing } from "./draw-pane.js";
import { dutySpan, gradeSpan } from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest, Size } from "./screen.js";

/** The page of the establishment whose id is the request's first argument. */
export function createEstablishmentScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, glyphs, server, changed } = context;
  const [id = ""] = request.args ?? [];
  const options = request.options ?? new Map<string, readonly string[]>();
  const loader = createLoader<EstablishmentDetail>(changed);
  let tab: EstablishmentTab = "chain";
  let top = 0;
  let height = 10;
  let most = 0;

  const head = (detail: EstablishmentDetail, columns: number): Line[] => {
    const { establishment, grade, placeName } = detail;
    const code = establishment.creditCode ?? establishment.licenceNumber ?? "";
    const form = establishment.form === null ? t("word.noForm") : label(`form/${establishment.form}`, locale);
    const tabs = establishmentTabs.flatMap((one) => {
      const count =
        one === "visits" ? ` ${detail.visits.length}` : one === "changes" ? ` ${detail.changes.length}` : "";
      const text = `${t(`tab.${one}` as TextKey)}${count}`;
      return [one === tab ? span(`[${text}]`, "strong") : span(text), span("  ")];
    });
    return [
      join(" ", gradeSpan(grade?.grade ?? null), " ", span(establishment.name, "strong"), `   ${code}`),
      join(` ${form}  ${placeName}   ${label(`state/${establishment.state}`, locale)}`),
      join(" ", tabs),
    ].map((line) => fitLine(line, columns, glyphs.more));
  };

  const body = ({ columns, rows }: Size): Line[] => {
    const detail = loader.value();
    if (detail === undefined)
      return drawNothing(
        context,
        { loading: loader.isLoading(), problems: loader.problems(), empty: "" },
        { columns, rows },
      );
    const top3 = head(detail, columns);
    height = rows - top3.length;
    const wide = columns >= 100;
    const half = Math.floor(columns / 2);
    const other: EstablishmentTab = tab === "grades" ? "visits" : "grades";
    const left = describeEstablishment(detail, context, wide ? half : columns, tab);
    const right = wide
      ? [
          ...describeEstablishment(detail, context, columns - half, other),
          [],
          ...(other === "grades" && tab !== "visits"
            ? describeEstablishment(detail, context, columns - half, "visits")
            : []),
        ]
      : [];
    most = Math.max(0, Math.max(left.length, right.length) - height);
    top = Math.min(top, most);
    return [
      ...top3,
      ...(wide
        ? drawBeside(left.slice(top), right.slice(top), half, { columns, rows: height }, glyphs)
        : left.slice(top, top + height).map((line) => fitLine(line, columns, glyphs.more))),
    ];
  };

  const scroll = (by: number): true => {
    top = Math.min(most, Math.max(0, top + by));
    changed();
    return true;
  };
  const turn = (by: number): true => {
    const at = establishmentTabs.indexOf(tab);
    tab = establishmentTabs[(at + by + establishmentTabs.length) % establishmentTabs.length] ?? "chain";
    top = 0;
    changed();
    return true;
  };
  const step = (by: 1 | -1): boolean => {
    const next = request.step?.(by);
    if (next) context.open(next);
    else context.say(t(by === 1 ? "message.noNext" : "message.noPrevious"));
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
      case "tab.next":
        return turn(1);
      case "tab.previous":
        return turn(-1);
      case "detail.next":
        return step(1);
      case "detail.previous":
        return step(-1);
      default:
        return false;
    }
  };

  return {
    name: "establishment",
    area: 2,
    places: screenPlaces.establishment,
    path: () => {
      const name = loader.value()?.establishment.name;
      return name === undefined ? [] : [name];
    },
    extent: () => "",
    body,
    message: () => {
      const detail = loader.value();
      if (detail === undefined) return undefined;
      return join(` ${detail.duty.window}  `, dutySpan(detail.duty, t, glyphs));
    },
    act,
    command: () => ({
      words: ["registry", "show", id],
      options: toShellOptions(context, options).filter(([name]) => name === "as-of"),
    }),
    value: () => {
      const establishment = loader.value()?.establishment;
      return establishment?.creditCode ?? establishment?.licenceNumber ?? id;
    },
    web: () => `/registry/${id}`,
    load: () => {
      const asOf = options.get("as-of")?.[0] ?? context.scope().asOf;
      return loader.run(() => server.ask("registry.get", asOf === undefined ? { id } : { id, asOf: asOf }));
    },
    request: () => request,
  };
}
