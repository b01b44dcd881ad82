// Training and superior documents of the demonstration: a plan of the year with a session on site and one online, a
// small bank of questions, and two documents; some officials have done all of it, some a part, some nothing. Everything
// is invented but the questions' answers, which name their clause.
import { addDays, type PlainDate, type TrainingQuestion } from "@shian/domain";
import type { Call } from "../../deps.js";
import { hashText } from "../commitment/annexes.js";
import type { StoredOfficial } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { insertCredits, insertReadings } from "./credit.repo.js";
import { insertQuestions } from "./question.repo.js";
import { insertKept } from "./training.repo.js";

const BY = "演示";
const levels = ["county", "township", "village"] as const;

const question = (
  topic: string,
  text: string,
  options: readonly string[],
  answers: readonly number[],
  source: string,
): TrainingQuestion => ({
  topic,
  kind: answers.length > 1 ? "multiple" : options.length === 2 ? "judge" : "single",
  text,
  options: [...options],
  answers: [...answers],
  source,
});

/** What the reference page of regulations says, as questions. */
const questions: readonly TrainingQuestion[] = [
  question(
    "包保制度",
    "任务清单分为哪四块？",
    ["完善食品安全管理体系", "抓好常态化防控", "强化应急处置", "加强宣传和培训", "开展行政处罚"],
    [0, 1, 2, 3],
    "F1-11",
  ),
  question("包保制度", "包保干部可以代替市场监管部门实施行政处罚。", ["对", "错"], [1], "演示"),
  question(
    "包保制度",
    "包保名单变化后，干部应当怎么做？",
    ["签收新名单", "等到明年再签", "不用处理"],
    [0],
    "演示",
  ),
  question(
    "企业主体责任",
    "食品安全总监、食品安全员每年培训不少于多少小时？",
    ["20 小时", "40 小时", "60 小时"],
    [1],
    "F2-07",
  ),
  question("企业主体责任", "培训考核记录应当存档。", ["对", "错"], [0], "F2-07"),
  question(
    "企业主体责任",
    "企业落实主体责任的三项机制是？",
    ["日管控", "周排查", "月调度", "年评比"],
    [0, 1, 2],
    "F2-02",
  ),
];

const credited = (at: number): "all" | "on-site" | "none" => {
  if (at % 7 === 6) return "none";
  return at % 3 === 2 ? "on-site" : "all";
};

/** Enters them for the city that was just loaded in the transaction. */
export async function enterDemonstrationTraining(call: Call, anchor: PlainDate): Promise<void> {
  const picture = await getPicture({ ...call, isChange: true }, { asOf: anchor, knownOn: anchor });
  const { db, deps } = call;
  const territory = picture.rules.territory;
  const by = { at: `${addDays(anchor, -40)}T01:00:00.000Z`, by: BY };
  const heldOn = addDays(anchor, -20);
  await insertQuestions(
    db,
    questions.map((one) => ({ id: deps.newId(), question: one })),
    by,
  );
  const [plan, onSite, online] = [deps.newId(), deps.newId(), deps.newId()];
  const secret = deps.keyring.seal(deps.newId(), "training-session.secret");
  await insertKept(
    db,
    "plan",
    {
      id: plan,
      territory,
      content: {
        title: "包保干部年度培训（演示）",
        territory,
        levels,
        from: addDays(anchor, -40),
        to: addDays(anchor, 30),
        requiredMinutes: 240,
        note: "集中培训半天，在线学习并通过测验。",
      },
    },
    by,
  );
  const addSession = (id: string, title: string, minutes: number, held: object) =>
    insertKept(db, "session", { id, territory, planId: plan, secret, content: { title, minutes, held } }, by);
  await addSession(onSite, "督导要领集中培训", 180, {
    way: "on-site",
    on: heldOn,
    begins: "14:00",
    place: "区政府一号会议室",
  });
  await addSession(online, "“两个责任”在线学习", 60, {
    way: "online",
    from: addDays(anchor, -30),
    to: addDays(anchor, 30),
    material:
      "一、包保干部按名单督导，问题交办、整改、销号，一个不漏。\n二、督导不是执法：发现违法线索，移送市场监管部门。\n三、企业的日管控、周排查、月调度由企业自己做，干部看它做没做。",
    questions: 5,
    topics: [],
    passMark: 60,
    tries: 3,
  });
  const invited = [...picture.officials.values()].filter(
    ({ id, level }) => picture.inPost.has(id) && level !== "city",
  );
  const credit =
    (session: string, way: "scanned" | "passed", on: PlainDate) => (official: StoredOfficial) => ({
      id: deps.newId(),
      session,
      official: official.id,
      way,
      on,
      by: official.name,
    });
  const came = invited.filter((_, at) => credited(at) !== "none");
  await insertCredits(db, came.map(credit(onSite, "scanned", heldOn)), `${heldOn}T06:05:00.000Z`);
  const passedOn = addDays(anchor, -10);
  const passed = invited.filter((_, at) => credited(at) === "all");
  await insertCredits(db, passed.map(credit(online, "passed", passedOn)), `${passedOn}T02:00:00.000Z`);
  await enterDocuments(call, anchor, territory, invited);
}

async function enterDocuments(
  { db, deps }: Call,
  anchor: PlainDate,
  territory: string,
  invited: readonly StoredOfficial[],
): Promise<void> {
  const documents = [
    { title: "关于做好冬季食品安全督导工作的通知（演示）", issued: -12, due: -3, every: 9 },
    { title: "关于报送年度包保工作总结的通知（演示）", issued: -2, due: 14, every: 2 },
  ];
  for (const { title, issued, due, every } of documents) {
    const id = deps.newId();
    const issuedOn = addDays(anchor, issued);
    const hash = hashText(title);
    const at = `${issuedOn}T01:00:00.000Z`;
    await insertKept(
      db,
      "document",
      {
        id,
        territory,
        contentHash: hash,
        content: {
          title,
          number: "",
          issuer: "市食品安全委员会办公室（演示）",
          issuedOn,
          readBy: addDays(anchor, due),
          territory,
          levels,
          text: "演示文件，内容为虚构。请认真阅读，按要求落实。",
        },
      },
      { at, by: BY },
    );
    const readOn = addDays(issuedOn, 1);
    await insertReadings(
      db,
      invited
        .filter((_, place) => place % every !== every - 1)
        .map((official) => ({ id: deps.newId(), document: id, official: official.id, hash, on: readOn })),
      `${readOn}T02:00:00.000Z`,
    );
  }
}
