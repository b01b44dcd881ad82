// Objections of businesses to their grades: who objects to which grade and until when it is answered; the course of one,
// and what may be entered next.
import {
  label,
  type ObjectionDetail,
  type ObjectionRow,
  objectionStates,
  operations,
  toPlainDate,
} from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { column } from "../components/columns.js";
import { join, type Line, span } from "../components/line.js";
import { wrapText } from "../output/text-width.js";
import { createRecordList } from "./create-record-list.js";
import { createRecordScreen } from "./create-record-screen.js";
import { formatPlaceCell } from "./format-values.js";
import { type Act, confirmAct, makeChange } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

type Next = Exclude<ObjectionRow["next"][number], "raise">;

const stateSpan = (row: ObjectionRow, { locale, glyphs }: ScreenContext) => {
  const text = label(`objection-state/${row.state}`, locale);
  if (row.state !== "under-review") return span(`${glyphs.closed} ${text}`, "closed");
  return row.overdue
    ? span(`${glyphs.overdue} ${text}`, "overdue")
    : span(`${glyphs.atRisk} ${text}`, "risk");
};

/** Objections, those under review first by their deadline. */
export function createObjectionsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const sayState = (state: string | undefined): string =>
    state === undefined ? t("word.all") : label(`objection-state/${state}`, locale);
  let state = request.options?.get("state")?.[0];
  return createRecordList<ObjectionRow>({
    name: "objections",
    area: 2,
    context,
    request,
    words: ["grading", "objections"],
    takes: ["territory"],
    idOf: (row) => row.id,
    columns: [
      column("name", t("column.establishment"), 22, 9, (row) => row.name, { grow: 3, most: 44 }),
      column("place", t("column.place"), 10, 3, (row, width) => formatPlaceCell(row.placeName, width), {
        grow: 1,
        most: 28,
      }),
      column(
        "scale",
        t("objection.about"),
        locale === "en" ? 16 : 10,
        7,
        (row) => `${label(`grade-scale/${row.scale}`, locale)} ${row.grade ?? "-"}`,
      ),
      column("asked", t("grading.asked"), 8, 6, (row) => row.asked ?? span("-", "quiet")),
      column("state", t("column.state"), locale === "en" ? 14 : 10, 8, (row) => stateSpan(row, context)),
      column("deadline", t("grading.deadline"), 11, 5, (row) =>
        row.state === "under-review"
          ? span(row.deadline, row.overdue ? "overdue" : "plain")
          : span("-", "quiet"),
      ),
      column("raised", t("objection.raised"), 10, 2, (row) => row.raisedOn),
    ],
    path: () => [t("path.objections"), sayState(state)],
    empty: () => t("objection.none"),
    message: (row) => (row === undefined ? undefined : ` ${row.reason}`),
    requestOf: (row) => ({ screen: "objection", args: [row.id] }),
    fetchPage: (page, { option, territory }) => {
      state = option("state");
      const states = objectionStates.filter((one) => one === state);
      return server.ask(
        "objection.list",
        operations["objection.list"].input.parse({
          territory,
          ...(states.length === 0 ? {} : { states }),
          ...page,
        }),
      );
    },
    views: {
      option: "state",
      title: t("path.objections"),
      choices: () => [undefined, ...objectionStates].map((value) => ({ value, label: sayState(value) })),
    },
    acts: (row, _, reload) => (row === undefined ? [] : actsOfObjection(context, row, reload)),
    needs: { acts: ["objection.act"] },
    web: "/registry/objections",
  });
}

/** One objection with all that was entered. */
export function createObjectionScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, open } = context;
  const [id = ""] = request.args ?? [];
  const describe = ({ row, entries, workingDays }: ObjectionDetail, columns: number): Line[] => [
    join(" ", span(row.name, "strong"), `  ${row.placeName}  `, stateSpan(row, context)),
    join(
      ` ${label(`grade-scale/${row.scale}`, locale)} ${row.grade ?? "-"}  ${t("grading.asked")} ${row.asked ?? "-"}`,
      row.decided === null ? "" : `  ${t("objection.decided", { grade: row.decided })}`,
    ),
    join(
      ` ${t("grading.deadline")} ${row.deadline}  `,
      span(t("objection.days", { days: workingDays }), "quiet"),
      row.deadlineProvisional ? span(`  ${t("objection.provisional")}`, "quiet") : undefined,
    ),
    [],
    ...entries.flatMap((entry) => [
      join(
        ` ${entry.on}  ${entry.by}  `,
        span(label(`objection-act/${entry.act}`, locale), "strong"),
        entry.grade === null ? "" : `  ${entry.grade}`,
        entry.from === null ? "" : `  ${t("objection.from", { day: entry.from })}`,
      ),
      ...wrapText(entry.text, columns - 6).map((line) => join(`    ${line}`)),
    ]),
  ];
  return createRecordScreen<ObjectionDetail>({
    name: "objection",
    area: 2,
    context,
    request,
    words: () => ["grading", "objections"],
    takes: ["territory"],
    path: (detail) => [t("path.objections"), ...(detail === undefined ? [] : [detail.row.name])],
    describe,
    ask: () => server.ask("objection.get", { id }),
    acts: ({ row }, reload) => [
      {
        label: t("objection.firm"),
        run: () => open({ screen: "establishment", args: [row.establishment] }),
      },
      ...actsOfObjection(context, row, reload),
    ],
    web: "/registry/objections",
  });
}

/** What may be entered next by who asks: words, or a decision with its reason. */
function actsOfObjection(context: ScreenContext, row: ObjectionRow, reload: () => void): readonly Act[] {
  const { t, locale, may, askText, choose, status } = context;
  if (!may("objection.act")) return [];
  const enter = (act: Next, text: string, grade: ObjectionRow["grade"]): void => {
    const name = label(`objection-act/${act}`, locale);
    const today = status()?.today;
    confirmAct(context, {
      title: row.name,
      yes: grade === null ? name : t("objection.upholdYes", { act: name, grade }),
      run: async () => {
        const from = act === "uphold" && today !== undefined ? toPlainDate(today) : null;
        const input = {
          txId: createTxId(),
          id: row.id,
          version: row.version,
          act,
          text,
          grade,
          from,
          to: null,
        };
        const isDone = await makeChange(context, "objection.act", input, ({ row: now }) =>
          t("question.now", { state: label(`objection-state/${now.state}`, locale) }),
        );
        if (isDone) reload();
      },
    });
  };
  return row.next.flatMap((act): readonly Act[] => {
    if (act === "raise") return [];
    const name = label(`objection-act/${act}`, locale);
    const write = (grade: ObjectionRow["grade"]): void =>
      askText({
        sign: t("objection.reasonSign", { act: name }),
        about: row.id,
        apply: (text) => enter(act, text, grade),
      });
    const chooseGrade = (): void =>
      choose({
        title: t("objection.grade"),
        searchable: false,
        items: (["A", "B", "C", "D"] as const).map((grade) => ({
          label: grade,
          note: grade === row.asked ? t("grading.asked") : grade === row.grade ? t("objection.present") : "",
          run: () => write(grade),
        })),
      });
    return [{ label: name, run: () => (act === "uphold" ? chooseGrade() : write(null)) }];
  });
}
