// Questions from below: those one looks after, one with what happened and what is like it, and the answers given.
import {
  label,
  type OperationOutput,
  ok,
  operations,
  type QuestionDetail,
  type QuestionRow,
  questionStates,
} from "@shian/domain";
import { column } from "../components/columns.js";
import { join, type Line, span } from "../components/line.js";
import { wrapText } from "../output/text-width.js";
import { createRecordList } from "./create-record-list.js";
import { createRecordScreen } from "./create-record-screen.js";
import { formatPlaceCell } from "./format-values.js";
import { actsOfQuestion, joinQuestions } from "./question-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

const changing = ["question.act", "question.merge", "question.answer"] as const;

const stateSpan = (row: QuestionRow, { locale, glyphs }: ScreenContext) => {
  const text = label(`question-state/${row.state}`, locale);
  if (row.state === "at-office" || row.state === "at-township")
    return span(`${glyphs.atRisk} ${text}`, "risk");
  return span(`${glyphs.closed} ${text}`, "closed");
};

const open = "at-township,at-office";

/** Questions within one's reach, those that wait at first; marked ones are joined to the one under the cursor. */
export function createQuestionsScreen(context: ScreenContext, asked: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const request =
    (asked.options?.size ?? 0) === 0 ? { ...asked, options: new Map([["question-state", [open]]]) } : asked;
  let counts: Readonly<Record<string, number>> = {};
  let chosen = request.options?.get("question-state")?.[0];
  const sayStates = (states: string | undefined): string => {
    if (states === undefined) return t("word.all");
    return states === open ? t("question.open") : label(`question-state/${states}`, locale);
  };
  const countOf = (states: string | undefined): number =>
    Object.entries(counts).reduce(
      (sum, [state, count]) => sum + (states === undefined || states.split(",").includes(state) ? count : 0),
      0,
    );
  return createRecordList<QuestionRow>({
    name: "questions",
    area: 3,
    context,
    request,
    words: ["question", "list"],
    takes: ["territory", "question-state", "search"],
    idOf: (row) => row.id,
    columns: [
      column("subject", label("question/subject", locale), 20, 9, (row) => row.subject, {
        grow: 3,
        most: 44,
      }),
      column("state", label("question/state", locale), locale === "en" ? 22 : 16, 8, (row) =>
        stateSpan(row, context),
      ),
      column(
        "place",
        label("question/place", locale),
        10,
        5,
        (row, width) => formatPlaceCell(row.placeName, width),
        { grow: 2, most: 28 },
      ),
      column("by", label("question/asked-by", locale), 8, 4, (row) => row.askedBy),
      column("on", label("question/asked-on", locale), 10, 7, (row) => row.askedOn),
      column(
        "joined",
        label("question/joined", locale),
        6,
        3,
        (row) => span(String(row.joined), row.joined > 0 ? "plain" : "quiet"),
        { align: "right" },
      ),
    ],
    path: () => [t("path.questions"), sayStates(chosen)],
    empty: () => t("question.none"),
    message: (row) => (row === undefined ? undefined : ` ${row.text === "" ? row.subject : row.text}`),
    requestOf: (row) => ({ screen: "question", args: [row.id] }),
    fetchPage: async (page, { option, territory }) => {
      chosen = option("question-state");
      const given = chosen?.split(",") ?? [];
      const states = questionStates.filter((state) => given.includes(state));
      const answer = await server.ask(
        "question.list",
        operations["question.list"].input.parse({
          territory,
          search: option("search"),
          ...(states.length === 0 ? {} : { states }),
          ...page,
        }),
      );
      if (answer.ok) counts = answer.value.byState;
      return answer;
    },
    searchable: true,
    marks: true,
    views: {
      option: "question-state",
      title: t("path.questions"),
      choices: () =>
        [undefined, open, ...questionStates].map((value) => ({
          value,
          label: sayStates(value),
          note: String(countOf(value)),
        })),
    },
    preview: {
      title: (row) => row.subject,
      lines: (row, columns) => [
        ...wrapText(row.text, columns).map((line) => join(line)),
        join(span(`${row.placeName}  ${row.askedBy}  ${row.askedOn}`, "quiet")),
      ],
    },
    acts: (row, marked, reload) => {
      if (row === undefined) return [];
      const others = marked.filter(({ id }) => id !== row.id);
      return others.length > 0
        ? joinQuestions(context, row, others, reload)
        : actsOfQuestion(context, row, reload);
    },
    needs: { acts: changing },
    next: () => context.open({ screen: "answers" }),
    web: "/chain/questions",
  });
}

type Shown = { readonly detail: QuestionDetail; readonly like: OperationOutput<"question.like"> };

/** One question: the words of it, what happened, what was joined to it, its answer, and what is like it. */
export function createQuestionScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const [id = ""] = request.args ?? [];
  const describe = ({ detail, like }: Shown, columns: number): Line[] => {
    const { row, entries, joined, head, answer } = detail;
    const wrapped = (text: string, indent = "   ") =>
      wrapText(text, columns - indent.length - 2).map((line) => join(indent, line));
    const heading = (text: string): Line => join(" ", span(text, "strong"));
    return [
      join(" ", span(row.subject, "strong"), "  ", stateSpan(row, context)),
      join(" ", span(`${row.placeName}  ${row.askedBy}  ${row.askedOn}`, "quiet")),
      ...wrapped(row.text),
      ...(head === null ? [] : wrapped(t("question.joinedTo", { subject: head.subject }))),
      [],
      ...(answer === null
        ? []
        : [
            heading(`${label("question/answer", locale)}  ${answer.on}  ${answer.by}`),
            ...wrapped(answer.subject),
            ...wrapped(answer.text),
            [],
          ]),
      heading(t("question.course")),
      ...entries.flatMap((entry) => [
        join(`   ${entry.on}  ${entry.by}  `, span(label(`question-act/${entry.act}`, locale), "strong")),
        ...(entry.text === "" ? [] : wrapped(entry.text, "     ")),
      ]),
      ...(joined.length === 0
        ? []
        : [
            [],
            heading(t("question.joinedHere", { count: joined.length })),
            ...joined.map((other) =>
              join(
                `   ${other.subject}  `,
                span(`${other.placeName}  ${other.askedBy}  ${other.askedOn}`, "quiet"),
              ),
            ),
          ]),
      ...(like.answers.length === 0
        ? []
        : [
            [],
            heading(t("question.likeAnswers")),
            ...like.answers.flatMap(({ likeness, answer: other }) => [
              join(`   ${likeness}%  ${other.subject}`),
              ...wrapped(other.text, "        "),
            ]),
          ]),
      ...(like.questions.length === 0
        ? []
        : [
            [],
            heading(t("question.likeQuestions")),
            ...like.questions.map(({ likeness, row: other }) =>
              join(
                `   ${likeness}%  ${other.subject}  `,
                span(`${other.placeName}  ${other.askedBy}`, "quiet"),
              ),
            ),
          ]),
    ];
  };
  return createRecordScreen<Shown>({
    name: "question",
    area: 3,
    context,
    request,
    words: () => ["question", "show", id],
    takes: [],
    path: (shown) => [t("path.questions"), ...(shown === undefined ? [] : [shown.detail.row.subject])],
    describe,
    ask: async () => {
      const detail = await server.ask("question.get", { id });
      if (!detail.ok) return detail;
      const { subject, text } = detail.value.row;
      const like = await server.ask("question.like", { subject, text, not: id });
      return like.ok ? ok({ detail: detail.value, like: like.value }) : like;
    },
    acts: ({ detail, like }, reload) => [
      ...actsOfQuestion(context, detail.row, reload),
      ...like.questions.flatMap(({ row }) => joinQuestions(context, detail.row, [row], reload)),
    ],
    needs: changing,
    web: "/chain/questions",
  });
}

type Answer = OperationOutput<"question.answers">["rows"][number];

/** What the office has answered, for everybody; the whole answer beside the list. */
export function createAnswersScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  return createRecordList<Answer>({
    name: "answers",
    area: 3,
    context,
    request,
    words: ["answers"],
    takes: ["search"],
    idOf: (row) => row.id,
    columns: [
      column("subject", label("question/subject", locale), 24, 9, (row) => row.subject, {
        grow: 2,
        most: 44,
      }),
      column("text", label("question/answer", locale), 24, 6, (row) => row.text, { grow: 3, most: 60 }),
      column("on", label("question/answered-on", locale), 10, 7, (row) => row.on),
      column("by", t("question.by"), 8, 4, (row) => row.by),
    ],
    path: () => [t("path.answers")],
    empty: () => t("question.noAnswers"),
    fetchPage: (page, { option }) =>
      server.ask(
        "question.answers",
        operations["question.answers"].input.parse({ search: option("search"), ...page }),
      ),
    searchable: true,
    preview: {
      title: (row) => row.subject,
      lines: (row, columns) => wrapText(row.text, columns).map((line) => join(line)),
    },
    next: () => context.open({ screen: "questions" }),
    web: "/chain/questions?view=answers",
  });
}
