// "1+N" groups and questions of the city: some wait with the township, some with the office, one answer reached two who
// asked; all of it invented.
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import type { DutyPost } from "../liaison/duty-post.schema.js";
import type { GroupFacts } from "../liaison/group.schema.js";
import type { QuestionAct, QuestionEntry, QuestionParty } from "../liaison/question.js";
import { toRecordId } from "./city-records.js";
import { demonstrationTownships } from "./demonstration-townships.data.js";

export type CityGroup = { readonly group: string; readonly facts: GroupFacts; readonly from: PlainDate };
export type CityQuestion = {
  readonly id: string;
  readonly place: string;
  readonly township: string;
  readonly asker: string;
  readonly askedBy: string;
  readonly subject: string;
  readonly text: string;
  readonly askedOn: PlainDate;
  readonly entries: readonly QuestionEntry[];
};
export type CityAnswer = {
  readonly id: string;
  readonly head: string;
  readonly subject: string;
  readonly text: string;
  readonly on: PlainDate;
  readonly by: string;
};

const MOST_MEMBERS = 12;

/** One group for each township: its liaison and those of its villages. */
export const createGroups = (duties: readonly DutyPost[]): readonly CityGroup[] =>
  demonstrationTownships.flatMap(({ code, name }, index) => {
    const liaisons = duties.filter(({ kind }) => kind === "liaison");
    const one = liaisons.find(({ territories }) => territories[0] === code);
    const members = liaisons.filter(
      ({ territories }) => territories[0]?.startsWith(code) && territories[0] !== code,
    );
    if (one === undefined || members.length === 0) return [];
    const [last] = [one, ...members]
      .map(({ from }) => from)
      .sort()
      .slice(-1);
    return [
      {
        group: toRecordId("group", index + 1),
        facts: {
          name: `${name}“1+N”食安联络群`,
          territory: code,
          one: one.post,
          members: members.slice(0, MOST_MEMBERS).map(({ post }) => post),
        },
        from: last ?? one.from,
      },
    ];
  });

const STREET = "990106001";
const COMMUNITY = "990106001001";
const OTHER = "990106002";
type Step = readonly [daysAgo: number, act: QuestionAct, party: QuestionParty, by: string, target?: string];
type Draft = {
  readonly place: string;
  readonly asker: readonly [id: string, name: string];
  readonly subject: string;
  readonly text: string;
  readonly steps: readonly Step[];
};

const cen = ["demo-cenwanzhou", "岑晚舟"] as const;
const ye = ["demo-yetinglan", "叶听澜"] as const;
const other = ["demo-nobody", "宋知微"] as const;
const LIAISON = "街道联络员";
const OFFICE = "晏清禾";
const idOf = (at: number): string => toRecordId("question", at);

const drafts: readonly Draft[] = [
  {
    place: COMMUNITY,
    asker: cen,
    subject: "小餐饮要不要配食品安全总监",
    text: "社区里有三家小面馆问，只有两三个人，要不要配总监。",
    steps: [
      [16, "raise", "asker", cen[1]],
      [15, "pass", "township", LIAISON],
    ],
  },
  {
    place: STREET,
    asker: ye,
    subject: "小饭店也要配食品安全总监吗",
    text: "督导时店主问。",
    steps: [
      [14, "raise", "asker", ye[1]],
      [13, "merge", "office", OFFICE, idOf(1)],
    ],
  },
  {
    place: COMMUNITY,
    asker: cen,
    subject: "公示牌要贴在店里什么地方",
    text: "有的店贴在后厨，群众看不到。",
    steps: [
      [40, "raise", "asker", cen[1]],
      [38, "pass", "township", LIAISON],
      [30, "read", "asker", cen[1], "answer-2"],
    ],
  },
  {
    place: COMMUNITY,
    asker: cen,
    subject: "流动早餐车归谁包保",
    text: "每天换地方，不知道算哪个社区的。",
    steps: [[5, "raise", "asker", cen[1]]],
  },
  {
    place: OTHER,
    asker: other,
    subject: "流动早餐摊由谁包保",
    text: "摊主没有固定地址，登记在哪个社区？",
    steps: [[3, "raise", "asker", other[1]]],
  },
  {
    place: STREET,
    asker: ye,
    subject: "学校放假期间食堂还要不要督导",
    text: "寒假食堂停火，本季度的督导怎么算。",
    steps: [
      [6, "raise", "asker", ye[1]],
      [4, "pass", "township", LIAISON],
    ],
  },
];

/** The questions with their entries, the last days before the anchor, and the answers given. */
export function createQuestions(anchor: PlainDate): {
  readonly questions: readonly CityQuestion[];
  readonly answers: readonly CityAnswer[];
} {
  const on = (daysAgo: number) => addDays(anchor, -daysAgo);
  const questions = drafts.map(({ place, asker, subject, text, steps }, index) => ({
    id: idOf(index + 1),
    place,
    township: place.slice(0, STREET.length),
    asker: asker[0],
    askedBy: asker[1],
    subject,
    text,
    askedOn: on(steps[0]?.[0] ?? 0),
    entries: steps.map(([daysAgo, act, party, by, target = null], at) => ({
      seq: at + 1,
      act,
      on: on(daysAgo),
      by,
      party,
      text: "",
      target,
    })),
  }));
  const answers = [
    {
      id: "answer-1",
      head: idOf(1),
      subject: "小微餐饮不必配备食品安全总监",
      text: "小微餐饮配备食品安全员即可；大中型餐饮服务提供者、连锁餐饮企业总部应当配备食品安全总监。",
      on: on(7),
      by: OFFICE,
    },
    {
      id: "answer-2",
      head: idOf(3),
      subject: "公示牌张贴的位置",
      text: "张贴在经营场所的显著位置，让进店的群众看得见，不贴在后厨。",
      on: on(33),
      by: OFFICE,
    },
  ];
  return { questions, answers };
}
