// Trainings and a superior document of the matrix's world, and what the officials of its groups did of them.
import { toPlainDate } from "@shian/domain";
import { insertCredits, insertReadings, insertTest } from "../../features/training/credit.repo.js";
import { insertQuestions } from "../../features/training/question.repo.js";
import { insertKept } from "../../features/training/training.repo.js";
import type { Db } from "../../storage/database.js";
import type { Keyring } from "../../storage/keyring.js";
import { type Group, ownPlace } from "./groups.js";

const since = toPlainDate("2026-01-05");
const at = `${since}T04:00:00.000Z`;
const by = { at, by: "食安办" };

/** What there is one of: a plan above the askers' township with a session of each way, one of the township's own. */
export const trainings = {
  plan: "tr-plan",
  onSite: "tr-on-site",
  online: "tr-online",
  ownPlan: "tr-own-plan",
  ownSession: "tr-own-session",
  question: "tr-question",
  document: "tr-document",
  documentHash: "c".repeat(64),
} as const;

const audience = (territory: string) => ({
  territory,
  levels: ["county", "township", "village"] as const,
});

export const trainingQuestion = {
  topic: "冷藏",
  kind: "judge" as const,
  text: "冷藏食品须在规定温度下存放。",
  options: ["对", "错"],
  answers: [0],
  source: "",
};

/** The plans, their sessions, the bank and the document: they name nobody. */
export async function insertTrainings(db: Db, keyring: Keyring): Promise<void> {
  await insertQuestions(db, [{ id: trainings.question, question: trainingQuestion }], by);
  const addPlan = (id: string, territory: string) =>
    insertKept(
      db,
      "plan",
      {
        id,
        territory,
        content: {
          title: "年度培训",
          ...audience(territory),
          from: since,
          to: toPlainDate("2026-12-31"),
          requiredMinutes: 90,
          note: "",
        },
      },
      by,
    );
  const addSession = (id: string, planId: string, territory: string, held: object) =>
    insertKept(
      db,
      "session",
      {
        id,
        territory,
        planId,
        secret: keyring.seal("secret", "training-session.secret"),
        content: { title: "一场培训", minutes: 90, held },
      },
      by,
    );
  const onSite = { way: "on-site", on: toPlainDate("2026-11-20"), begins: "09:00", place: "会议室" };
  await addPlan(trainings.plan, "990106");
  await addSession(trainings.onSite, trainings.plan, "990106", onSite);
  await addSession(trainings.online, trainings.plan, "990106", {
    way: "online",
    from: since,
    to: toPlainDate("2026-12-31"),
    material: "材料",
    questions: 1,
    topics: [],
    passMark: 60,
    tries: 3,
  });
  await addPlan(trainings.ownPlan, ownPlace);
  await addSession(trainings.ownSession, trainings.ownPlan, ownPlace, onSite);
  await insertKept(
    db,
    "document",
    {
      id: trainings.document,
      territory: "990106",
      contentHash: trainings.documentHash,
      content: {
        title: "上级文件",
        number: "",
        issuer: "市食安办",
        issuedOn: since,
        readBy: toPlainDate("2026-12-31"),
        ...audience("990106"),
        text: "全文",
      },
    },
    by,
  );
}

/** A try of a test that the group's official has open. */
export const testOf = ({ words }: Group): string => `${words.business}t`;

/** What the group's official did. */
export async function insertTrained(db: Db, group: Group): Promise<void> {
  const { official, words } = group;
  await insertCredits(
    db,
    [
      {
        id: `${words.business}c`,
        session: trainings.onSite,
        official,
        way: "entered",
        on: since,
        by: `录${words.business}`,
      },
    ],
    at,
  );
  await insertTest(db, {
    id: testOf(group),
    session: trainings.online,
    official,
    asked: [{ id: trainings.question, ...trainingQuestion }],
    passMark: 60,
    begunAt: at,
  });
  await insertReadings(
    db,
    [
      {
        id: `${words.business}r`,
        document: trainings.document,
        official,
        hash: trainings.documentHash,
        on: since,
      },
    ],
    at,
  );
}
