// Allocations as runs: those made, and one with its progress, its proof, loads before and after, and its moves.
import { type AllocationRow, type AllocationRun, label, type OperationOutput } from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { shareCells } from "../components/bars.js";
import { column } from "../components/columns.js";
import { fitLine, join, type Line, span } from "../components/line.js";
import { formatInstant } from "../output/format-instant.js";
import { toSentence } from "../text/to-sentence.js";
import { createRecordList } from "./create-record-list.js";
import { formatCount, formatPlaceCell } from "./format-values.js";
import { type Act, confirmAct, makeChange } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

const right = { align: "right" } as const;
const busy: ReadonlySet<AllocationRun["state"]> = new Set(["planning", "applying", "undoing"]);
const WATCH_MS = 1000;

const stateSpan = ({ state }: Pick<AllocationRow, "state">, { locale }: ScreenContext) =>
  span(
    label(`allocation-state/${state}`, locale),
    state === "applied" ? "ok" : state === "failed" ? "overdue" : busy.has(state) ? "risk" : "plain",
  );

/** Taking back an allocation that was applied. */
function undoOf(
  { id, undoUntil, moved, added }: Pick<AllocationRow, "id" | "undoUntil" | "moved" | "added">,
  context: ScreenContext,
  reload: () => void,
): Act | undefined {
  const { t, may, say } = context;
  if (!may("allocation.undo")) return undefined;
  const title = t("allocate.undoTitle");
  if (undoUntil === null) return { label: title, run: () => say(` ${t("allocate.noUndo")}`) };
  const undo = async (): Promise<void> => {
    const isDone = await makeChange(context, "allocation.undo", { txId: createTxId(), id }, () =>
      t("allocate.undoing"),
    );
    if (isDone) reload();
  };
  return {
    label: title,
    run: () =>
      confirmAct(context, { title, yes: t("allocate.undoYes", { count: added + moved }), run: undo }),
  };
}

/** Allocations, the newest first; a new one is planned here, for the place that is looked at. */
export function createAllocationsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, scope, open } = context;
  const plan = (gaps: readonly "nobody"[] | undefined) => async (): Promise<void> => {
    const territory = scope().territory?.code;
    let id: string | undefined;
    await makeChange(
      context,
      "allocation.plan",
      {
        txId: createTxId(),
        ...(territory === undefined ? {} : { territory }),
        ...(gaps === undefined ? {} : { gaps: [...gaps] }),
      },
      (made) => {
        id = made.id;
        return t("allocate.planning");
      },
    );
    if (id !== undefined) open({ screen: "allocation", args: [id] });
  };
  return createRecordList<AllocationRow>({
    name: "allocations",
    area: 3,
    context,
    request,
    words: ["allocation", "list"],
    takes: [],
    idOf: (row) => row.id,
    columns: [
      column("created", t("allocate.when"), 16, 8, (row) => formatInstant(row.createdAt)),
      column(
        "place",
        t("column.place"),
        12,
        7,
        (row) => (row.placeName === "" ? t("word.whole") : row.placeName),
        {
          grow: 2,
          most: 28,
        },
      ),
      column("state", t("column.state"), 10, 9, (row) => stateSpan(row, context)),
      column("added", t("allocate.added"), 6, 6, (row) => formatCount(row.added), right),
      column("moved", t("allocate.moved"), 6, 5, (row) => formatCount(row.moved), right),
      column("who", t("handover.by"), 8, 3, (row) => row.who, { grow: 1, most: 14 }),
      column("gaps", t("allocate.about"), 14, 2, (row) =>
        row.question.gaps === undefined
          ? t("word.all")
          : row.question.gaps.map((gap) => label(`gap/${gap}`, locale)).join(locale === "en" ? ", " : "、"),
      ),
      column("undo", t("allocate.undoUntil"), 16, 4, (row) =>
        row.undoUntil === null ? span("-", "quiet") : formatInstant(row.undoUntil),
      ),
    ],
    path: () => [t("path.allocations")],
    empty: () => t("allocate.none"),
    requestOf: (row) => ({ screen: "allocation", args: [row.id] }),
    fetchPage: (page) => server.ask("allocation.list", page),
    acts: () => [
      {
        label: t("allocate.planNobody"),
        note: t("allocate.onlyPreview"),
        run: () => void plan(["nobody"])(),
      },
      { label: t("allocate.planAll"), note: t("allocate.onlyPreview"), run: () => void plan(undefined)() },
    ],
    undo: (row, reload) => (row === undefined ? undefined : undoOf(row, context, reload)),
    needs: { acts: ["allocation.plan"], undo: ["allocation.undo"] },
    web: "/chain?view=allocation",
  });
}

type Move = OperationOutput<"allocation.moves">["rows"][number];

const drawProgress = (
  { done, of }: AllocationRun["progress"],
  room: number,
  { glyphs }: ScreenContext,
): Line => {
  const [full = 0] = of === null || of === 0 ? [0] : shareCells([done], of, room);
  return [span(glyphs.full.repeat(full), "secured"), span(glyphs.faint.repeat(room - full), "quiet")];
};

const describeRun = (run: AllocationRun, context: ScreenContext, columns: number): Line[] => {
  const { t, locale, glyphs } = context;
  const { preview, progress, failure, kept } = run;
  const state = join(
    " ",
    stateSpan(run, context),
    `  ${run.placeName === "" ? t("word.whole") : run.placeName}  ${run.who}  ${formatInstant(run.createdAt)}`,
    run.undoUntil === null ? "" : `  ${t("allocate.undoUntil")} ${formatInstant(run.undoUntil)}`,
  );
  const working = busy.has(run.state)
    ? [
        join(
          " ",
          ...drawProgress(progress, Math.min(40, columns - 30), context),
          `  ${formatCount(progress.done)}${progress.of === null ? "" : ` / ${formatCount(progress.of)}`}`,
        ),
      ]
    : [];
  const left =
    kept === 0 ? [] : [join(" ", span(t("allocate.undoneKept", { n: formatCount(kept) }), "risk"))];
  if (preview === null)
    return [
      state,
      ...working,
      ...(failure === null ? [] : [join(" ", span(toSentence(failure, t, locale), "overdue"))]),
    ];
  const { certificate, levels, unassignedCount, assigned, added, moved, overtaken, from } = preview;
  return [
    state,
    ...left,
    ...working,
    ...(failure === null ? [] : [join(" ", span(toSentence(failure, t, locale), "overdue"))]),
    join(` ${t("allocate.sums", { from, assigned, added, moved, unassigned: unassignedCount })}`),
    ...(overtaken === 0 ? [] : [join(" ", span(t("allocate.overtaken", { n: overtaken }), "risk"))]),
    join(
      " ",
      span(
        t(certificate.proven ? "allocate.proven" : "allocate.unproven", {
          changed: certificate.changed,
          local: certificate.local,
        }),
        certificate.proven ? "ok" : "risk",
      ),
    ),
    ...(certificate.squares === null
      ? []
      : [
          join(
            ` ${t("allocate.squareSums", { before: formatCount(certificate.squares.before), to: glyphs.to, after: formatCount(certificate.squares.after) })}`,
          ),
        ]),
    ...levels
      .filter(({ officials, before }) => officials > 0 || before.assigned > 0)
      .map(({ level, officials, before, after }) =>
        join(
          " ",
          fitLine(join(label(`level/${level}`, locale)), 12, glyphs.more),
          t("allocate.levelLoads", {
            officials: formatCount(officials),
            before: `${before.smallest}-${before.largest}`,
            to: glyphs.to,
            after: `${after.smallest}-${after.largest}`,
            idle: `${before.idle} ${glyphs.to} ${after.idle}`,
          }),
        ),
      ),
  ];
};

/** One allocation: how far it is, its proof, and each establishment that gets an official or another one. */
export function createAllocationScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, may, changed } = context;
  const [id = ""] = request.args ?? [];
  let run: AllocationRun | undefined;
  let screen: Screen | undefined;
  // Only the run is asked for while the server works; its moves are asked for once it rests.
  let isWatching = false;
  const watch = (): void => {
    if (isWatching) return;
    isWatching = true;
    const timer = setTimeout(async () => {
      isWatching = false;
      const now = await server.ask("allocation.get", { id });
      if (!now.ok) return;
      run = now.value;
      changed();
      if (busy.has(run.state)) watch();
      else {
        context.say(` ${label(`allocation-state/${run.state}`, locale)}`);
        void screen?.load({ keepCursor: true });
      }
    }, WATCH_MS);
    timer.unref();
  };
  screen = createRecordList<Move>({
    name: "allocation",
    area: 3,
    context,
    request,
    words: ["allocation", "moves", id],
    takes: [],
    counted: "extent.rows",
    idOf: (row) => row.establishment.id,
    columns: [
      column("name", t("column.establishment"), 22, 9, (row) => row.establishment.name, {
        grow: 3,
        most: 44,
      }),
      column(
        "place",
        t("column.place"),
        10,
        4,
        (row, width) => formatPlaceCell(row.establishment.placeName, width),
        { grow: 2, most: 30 },
      ),
      column("from", t("allocate.now"), 12, 7, (row) =>
        row.from === null ? span(t("word.nobody"), "overdue") : `${row.from.name} ${row.from.load}`,
      ),
      column("to", t("allocate.then"), 12, 8, (row) => `${row.to.name} ${row.to.load}`),
    ],
    path: () => [t("path.allocations"), ...(run === undefined ? [] : [formatInstant(run.createdAt)])],
    head: (columns) => (run === undefined ? [] : describeRun(run, context, columns)),
    empty: () => (run !== undefined && busy.has(run.state) ? t("state.loading") : t("allocate.noMoves")),
    requestOf: (row) => ({ screen: "establishment", args: [row.establishment.id] }),
    fetchPage: async (page) => {
      if (page.cursor === undefined) {
        const found = await server.ask("allocation.get", { id });
        if (!found.ok) return found;
        run = found.value;
        changed();
        if (busy.has(run.state)) watch();
        if (run.preview === null) return { ok: true, value: { rows: [], next: null, total: 0 } };
      }
      return server.ask("allocation.moves", { id, ...page });
    },
    acts: (_, __, reload) => {
      const seen = run;
      if (seen === undefined) return [];
      const { preview, jobId, state, own } = seen;
      return [
        ...(state === "planned" && preview !== null && may("allocation.make")
          ? [
              {
                label: t("allocate.apply"),
                note: t("handover.undoable"),
                run: () =>
                  confirmAct(context, {
                    title: t("allocate.applyTitle", { day: preview.from }),
                    yes: t("allocate.applyYes", { added: preview.added, moved: preview.moved }),
                    run: async () => {
                      const input = { txId: createTxId(), id, fingerprint: preview.fingerprint };
                      const isDone = await makeChange(context, "allocation.make", input, () =>
                        t("allocate.applying"),
                      );
                      if (isDone) reload();
                    },
                  }),
              },
            ]
          : []),
        ...(busy.has(state) && own && jobId !== null && may("job.cancel")
          ? [
              {
                label: t("allocate.cancel"),
                run: async () => {
                  const input = { txId: createTxId(), id: jobId };
                  const isDone = await makeChange(context, "job.cancel", input, () =>
                    t("allocate.cancelled"),
                  );
                  if (isDone) reload();
                },
              },
            ]
          : []),
      ];
    },
    undo: (_, reload) =>
      run === undefined
        ? undefined
        : undoOf({ ...run, added: run.preview?.added ?? 0, moved: run.preview?.moved ?? 0 }, context, reload),
    needs: { acts: ["allocation.make", "job.cancel"], undo: ["allocation.undo"] },
    web: "/chain?view=allocation",
  });
  return screen;
}
