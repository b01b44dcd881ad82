// Handovers: those made, the officials of one before and after, and what one official gave or received. The plan of a new
// one stands apart.
import {
  type HandoverEntry,
  type HandoverParty,
  type HandoverRow,
  label,
  ok,
  type Problem,
  type Result,
} from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { type Column, column } from "../components/columns.js";
import { join, span } from "../components/line.js";
import { formatInstant } from "../output/format-instant.js";
import type { ServerPort } from "../server-port.js";
import { createRecordList } from "./create-record-list.js";
import { formatCount, formatPlaceCell, gradeSpan } from "./format-values.js";
import { type Act, confirmAct, makeChange } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

const right = { align: "right" } as const;

const nameGoing = ({ parties }: HandoverEntry, and: string): string =>
  parties
    .filter(({ role }) => role !== "receives")
    .map(({ name }) => name)
    .join(and);

/** What an official has to do after a handover. */
export const listHandoverDuties = (party: HandoverParty, { t, locale }: ScreenContext): string =>
  [
    ...(party.endedYears.length > 0 ? [t("handover.ends", { years: party.endedYears.join(",") })] : []),
    ...(party.signs ? [t("handover.sign")] : []),
    ...(party.acknowledges ? [t("handover.acknowledge")] : []),
  ].join(locale === "en" ? ", " : "、");

/** Taking a handover back, where its time has not passed and who asks may. */
function undoOf(entry: HandoverEntry, context: ScreenContext, reload: () => void): Act | undefined {
  const { t, may, say, locale } = context;
  if (!may("handover.undo")) return undefined;
  const label = t("handover.undoIt");
  if (entry.undoUntil === null)
    return {
      label,
      run: () => say(` ${t(entry.undoneAt === null ? "handover.late" : "handover.isUndone")}`),
    };
  return {
    label,
    note: t("handover.until", { at: formatInstant(entry.undoUntil) }),
    run: () =>
      confirmAct(context, {
        title: t("handover.undoTitle", {
          names: nameGoing(entry, locale === "en" ? ", " : "、"),
          day: entry.day,
        }),
        yes: t("handover.undoYes", { n: entry.moved }),
        run: async () => {
          const input = { txId: createTxId(), id: entry.id };
          const isDone = await makeChange(context, "handover.undo", input, ({ restored }) =>
            t("handover.undone", { n: restored }),
          );
          if (isDone) reload();
        },
      }),
  };
}

const stateSpan = (entry: HandoverEntry, { t }: ScreenContext) =>
  entry.undoneAt !== null
    ? span(t("handover.isUndone"), "closed")
    : entry.undoUntil === null
      ? span("-", "quiet")
      : span(formatInstant(entry.undoUntil));

/** Handovers that were made, the newest first. */
export function createHandoversScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, server, locale } = context;
  const and = locale === "en" ? ", " : "、";
  return createRecordList<HandoverEntry>({
    name: "handovers",
    area: 3,
    context,
    request,
    words: ["handover", "list"],
    takes: ["official"],
    idOf: (row) => row.id,
    columns: [
      column("day", t("column.since"), 10, 8, (row) => row.day),
      column("going", t("handover.going"), 14, 9, (row) => nameGoing(row, and), { grow: 2, most: 40 }),
      column("moved", t("handover.moved"), 6, 7, (row) => formatCount(row.moved), right),
      column(
        "left",
        t("handover.left"),
        6,
        6,
        (row) => span(formatCount(row.unassigned), row.unassigned > 0 ? "overdue" : "quiet"),
        right,
      ),
      column("by", t("handover.by"), 8, 3, (row) => row.who, { grow: 1, most: 14 }),
      column("note", t("handover.note"), 12, 2, (row) => row.note ?? "-", { grow: 3, most: 40 }),
      column("undo", t("handover.undoUntil"), 16, 4, (row) => stateSpan(row, context)),
    ],
    path: () => [t("path.handovers")],
    empty: () => t("handover.none"),
    message: (row) => (row === undefined ? undefined : ` ${row.note ?? ""}`),
    requestOf: (row) => ({ screen: "handover", args: [row.id] }),
    fetchPage: (page, { option }) => {
      const official = option("official");
      return server.ask("handover.list", { ...page, ...(official === undefined ? {} : { official }) });
    },
    acts: () => [{ label: t("handover.begin"), run: () => context.open({ screen: "officials" }) }],
    needs: { acts: ["handover.preview"], undo: ["handover.undo"] },
    undo: (row, reload) => (row === undefined ? undefined : undoOf(row, context, reload)),
    web: "/chain/handover",
  });
}

/** The handover with the id, found page by page; handovers are few, and the newest come first. */
async function findHandover(server: ServerPort, id: string): Promise<Result<HandoverEntry>> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await server.ask("handover.list", {
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!page.ok) return page;
    const entry = page.value.rows.find((one) => one.id === id);
    if (entry !== undefined) return ok(entry);
    cursor = page.value.next;
  }
  const problem: Problem = { code: "request/not-found", params: { id } };
  return { ok: false, problems: [problem] };
}

/** Officials of a handover or of its plan, before and after. */
export const partyColumns = (context: ScreenContext): readonly Column<HandoverParty>[] => {
  const { t, locale } = context;
  return [
    column("name", t("column.name"), 8, 9, (row) => row.name, { grow: 1, most: 16 }),
    column("role", t("handover.part"), 8, 8, (row) => label(`handover-role/${row.role}`, locale)),
    column("unit", t("column.unit"), 12, 3, (row) => row.unit, { grow: 2, most: 32 }),
    column("before", t("handover.before"), 6, 7, (row) => formatCount(row.before), right),
    column("after", t("handover.after"), 6, 7, (row) => formatCount(row.after), right),
    column("due", t("handover.due"), 10, 4, (row) => formatCount(row.dueVisits), right),
    column("todo", t("handover.todo"), 16, 5, (row) => listHandoverDuties(row, context), {
      grow: 3,
      most: 50,
    }),
  ];
};

/** One handover: who went, who received, each before and after; Enter opens what one gave or received. */
export function createHandoverScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, server, locale } = context;
  const [id = ""] = request.args ?? [];
  let entry: HandoverEntry | undefined;
  return createRecordList<HandoverParty>({
    name: "handover",
    area: 3,
    context,
    request,
    words: ["handover", "list"],
    takes: [],
    counted: "extent.people",
    idOf: (row) => row.id,
    columns: partyColumns(context),
    path: () => [
      t("path.handovers"),
      ...(entry === undefined ? [] : [`${nameGoing(entry, locale === "en" ? ", " : "、")} ${entry.day}`]),
    ],
    head: () =>
      entry === undefined
        ? []
        : [
            join(
              ` ${t("handover.sums", { day: entry.day, moved: entry.moved, left: entry.unassigned })}  `,
              span(`${entry.who}  ${entry.note ?? ""}`, "quiet"),
            ),
            entry.undoneAt === null
              ? join(` ${t("handover.undoUntil")}  `, stateSpan(entry, context))
              : join(" ", span(t("handover.undoneAt", { at: formatInstant(entry.undoneAt) }), "closed")),
          ],
    empty: () => t("handover.none"),
    message: (row) => (row === undefined ? undefined : ` ${row.post}  ${listHandoverDuties(row, context)}`),
    requestOf: (row) => ({ screen: "receipt", args: [id], options: new Map([["official", [row.id]]]) }),
    fetchAll: async () => {
      const found = await findHandover(server, id);
      if (!found.ok) return found;
      entry = found.value;
      return ok(entry.parties);
    },
    acts: (row) =>
      row === undefined
        ? []
        : [
            {
              label: t("handover.paper", { name: row.name }),
              run: () => context.say(` ${receiptAddress(server, id, row.id)}`),
            },
          ],
    needs: { undo: ["handover.undo"] },
    undo: (_, reload) => (entry === undefined ? undefined : undoOf(entry, context, reload)),
    web: "/chain/handover",
  });
}

const receiptAddress = (server: ServerPort, id: string, official: string): string =>
  `${server.url}/api/papers/handover/${encodeURIComponent(id)}/receipt.docx?official=${encodeURIComponent(official)}`;

/** Establishments that change hands, each with the visit that goes along. */
export const handoverRowColumns = ({ t, locale }: ScreenContext): readonly Column<HandoverRow>[] => [
  column("name", t("column.establishment"), 20, 9, (row) => row.establishment.name, { grow: 3, most: 44 }),
  column("grade", t("column.grade"), 5, 5, (row) => gradeSpan(row.establishment.grade)),
  column(
    "place",
    t("column.place"),
    10,
    3,
    (row, width) => formatPlaceCell(row.establishment.placeName, width),
    { grow: 2, most: 30 },
  ),
  column("from", t("handover.from"), 8, 7, (row) => row.from.name),
  column(
    "to",
    t("handover.to"),
    8,
    8,
    (row) => (row.to === null ? span(t("word.nobody"), "overdue") : row.to.name),
    { grow: 1, most: 14 },
  ),
  column("due", t("handover.dueBy"), 10, 4, (row) => row.dueBy ?? span("-", "quiet")),
  column("last", t("commitment.last"), 10, 1, (row) => row.lastVisit ?? span(t("word.never"), "quiet")),
  column("why", t("handover.why"), 16, 2, (row) =>
    row.reason === null ? span("-", "quiet") : label(`unassigned/${row.reason}`, locale),
  ),
];

/** What one official gave or received in a handover. */
export function createReceiptScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, server, locale } = context;
  const [id = ""] = request.args ?? [];
  let party: HandoverParty | undefined;
  return createRecordList<HandoverRow>({
    name: "receipt",
    area: 3,
    context,
    request,
    words: ["handover", "receipt", id],
    takes: ["official"],
    counted: "extent.rows",
    idOf: (row) => row.establishment.id,
    columns: handoverRowColumns(context),
    path: () => [t("path.handovers"), ...(party === undefined ? [] : [party.name])],
    head: () =>
      party === undefined
        ? []
        : [
            join(
              ` ${label(`handover-role/${party.role}`, locale)}  `,
              span(`${party.name}  ${party.unit}  ${party.post}`, "strong"),
              `  ${t("handover.loads", { before: party.before, to: context.glyphs.to, after: party.after })}  `,
              span(listHandoverDuties(party, context), "quiet"),
            ),
          ],
    empty: () => t("handover.noRows"),
    requestOf: (row) => ({ screen: "establishment", args: [row.establishment.id] }),
    fetchAll: async ({ option }) => {
      const answer = await server.ask("handover.receipt", { id, official: option("official") ?? "" });
      if (!answer.ok) return answer;
      [party] = answer.value.parties;
      return ok(answer.value.rows);
    },
    acts: () => [
      {
        label: t("handover.paper", { name: party?.name ?? "" }),
        run: () => context.say(` ${receiptAddress(server, id, party?.id ?? "")}`),
      },
    ],
    web: "/chain/handover",
  });
}
