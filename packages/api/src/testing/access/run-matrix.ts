// The matrix itself: every question × every asker × every group, each answer and each change held against the oracle.
import type { Hono } from "hono";
import { z } from "zod";
import { type Answer, ask, type Sending } from "./ask.js";
import { type Group, listMarks, type Position, toGhost, type WordKind, wordKinds } from "./groups.js";
import { findForeignMarks, findStanding, mayKnow, reaches, reachesGroup, type Standing } from "./oracle.js";
import { type Question, questions } from "./questions.js";
import { type ChangedRow, listChangedRows, type Snapshot, takeSnapshot } from "./row-snapshot.js";
import type { TrialDatabase } from "./trial-database.js";
import type { Asker, World } from "./world.js";

/** A leak: what kind, where, and what gave it away. */
export type Leak = {
  readonly kind: "role" | "read" | "write" | "difference" | "count";
  readonly where: string;
  readonly detail: string;
};

export type MatrixOptions = {
  readonly world: World;
  readonly app: Hono;
  readonly trial: TrialDatabase;
  readonly newTxId: () => string;
  /** The application's own checks are off: an error is no leak, and roles and equal looks are not asked for. */
  readonly trusting: boolean;
  readonly positions?: readonly Position[];
  readonly roles?: readonly string[];
  readonly ids?: readonly string[];
  /** Only the first way of asking each question. */
  readonly once?: boolean;
  /** Questions that are answered as if everything were the asker's: the planted leaks. */
  readonly planted?: readonly string[];
};

export type MatrixResult = {
  readonly operations: number;
  readonly roles: number;
  readonly positions: number;
  readonly calls: number;
  readonly refused: number;
  readonly changed: number;
  readonly errors: number;
  readonly leaks: readonly Leak[];
  /** Answers of what only reads, by where it was asked. */
  readonly answers: ReadonlyMap<string, string>;
};

const keepers = ["system", "security", "audit"];
const everyPermission = { may: "everyone", territory: "rows" } as const;
const Row = z.record(z.string(), z.unknown());

/** What was sent stands in a refusal again; that is no news to who sent it. */
function withoutSent(text: string, { path, body }: Omit<Sending, "token">): string {
  const sent = `${decodeURIComponent(path)} ${body ?? ""}`.match(/zq\w+|\d{6,}/g) ?? [];
  return sent.reduce((rest, word) => rest.replaceAll(word, ""), text);
}

/** Administrators end sessions, make links and try jobs again without ever being shown them. */
const mayKeep = ({ roles }: Standing, kind: WordKind, table: string): boolean =>
  kind === "account" &&
  ((["session", "credential", "one_time_link"].includes(table) &&
    (roles.includes("system") || roles.includes("security"))) ||
    (table === "job" && roles.includes("system")));

/** Why who stands so must not have changed the row; undefined when they may. */
function findWriteFault(world: World, standing: Standing, { table, row }: ChangedRow): string | undefined {
  const values = Row.parse(JSON.parse(row));
  const isSystem = standing.roles.includes("system");
  for (const group of world.groups)
    for (const kind of wordKinds) {
      const isUnit =
        kind === "unit" &&
        ((table === "unit" && !isSystem) ||
          ["duty_post", "liaison_group", "question_answer"].includes(table)) &&
        !reachesGroup(world, standing, group);
      if ((mayKnow(world, standing, group, kind) || mayKeep(standing, kind, table)) && !isUnit) continue;
      const mark = listMarks(group, kind).find((word) => row.includes(word));
      if (mark !== undefined) return `${table}: ${mark}`;
    }
  const code = {
    territory: values.code,
    establishment: values.place,
    unit: isSystem ? undefined : values.territory,
  }[table];
  // A business is shown in the register by the names of its own arm, which it keeps itself.
  const isOwn = table === "establishment" && standing.reach?.establishments.includes(String(values.id));
  const isOutside = typeof code === "string" && isOwn !== true && !reaches(world, standing, code);
  return isOutside ? `${table} at ${code}` : undefined;
}

/** Runs the matrix, or the part of it that the options keep. */
export async function runMatrix(options: MatrixOptions): Promise<MatrixResult> {
  const { world, app, trial, newTxId, trusting } = options;
  const leaks: Leak[] = [];
  const answers = new Map<string, string>();
  const positions = options.positions ?? world.groups.map(({ position }) => position);
  const groups = world.groups.filter(({ position }) => positions.includes(position));
  const askers = world.askers.filter(({ role }) => options.roles?.includes(role) !== false);
  const asked = questions.filter(({ id }) => options.ids?.includes(id) !== false);
  let [calls, refused, changed, errors] = [0, 0, 0, 0];
  const before: Snapshot = await takeSnapshot(trial.db);
  let changes: ChangedRow[] = [];
  trial.watch = async (tx) => {
    changes.push(...listChangedRows(before, await takeSnapshot(tx)));
  };

  const send = async (question: Question, asker: Asker, sending: Omit<Sending, "token">): Promise<Answer> => {
    changes = [];
    calls += 1;
    const isPlanted = options.planted?.includes(question.id) === true;
    const answer = await ask(app, { ...sending, token: isPlanted ? world.everything.token : asker.token });
    if (answer.status >= 500) errors += 1;
    if (answer.refused) refused += 1;
    if (changes.length > 0) changed += 1;
    return answer;
  };

  const judge = async (question: Question, asker: Asker, group: Group, standing: Standing) => {
    const isOwnOnly = /^(session|key)\.|Sheet$/.test(question.id);
    const isStrange =
      question.about === "objects" &&
      !question.id.startsWith("unit.") &&
      (!keepers.includes(asker.role) || isOwnOnly) &&
      !reachesGroup(world, standing, group);
    const ghost = isStrange && !trusting && standing.allowed ? toGhost(group) : undefined;
    const ghosts = ghost === undefined ? [] : question.sendings(ghost, newTxId);
    for (const [index, sending] of question.sendings(group, newTxId).entries()) {
      if (options.once === true && index > 0) break;
      const where = `${question.id}#${index} as ${asker.role} about ${question.about === "none" ? "nothing" : group.position}`;
      const answer = await send(question, asker, sending);
      const { status, text } = answer;
      if (!trusting && !standing.allowed && !(answer.refused && text.includes('"access/')))
        leaks.push({ kind: "role", where, detail: `${status} instead of a refusal` });
      const marks = findForeignMarks(world, standing, answer.refused ? withoutSent(text, sending) : text);
      if (marks.length > 0) leaks.push({ kind: "read", where, detail: marks.slice(0, 4).join(" ") });
      const faults = changes.flatMap((row) => findWriteFault(world, standing, row) ?? []);
      if (faults.length > 0) leaks.push({ kind: "write", where, detail: faults.slice(0, 4).join("; ") });
      if (!question.changes) answers.set(where, `${status} ${text}`);
      const ghostly = ghosts[index];
      if (ghost !== undefined && ghostly !== undefined) {
        const other = await send(question, asker, ghostly);
        const same = other.text.replaceAll(/zqghostx/g, `zq${group.name}x`);
        if (other.status !== status || same !== text)
          leaks.push({
            kind: "difference",
            where,
            detail: `${status} ${text} but ${other.status} ${same}`.slice(0, 400),
          });
      }
    }
  };

  for (const question of asked)
    for (const asker of askers) {
      const standing = findStanding(world, asker, {
        id: question.id,
        // What is open to the public tells those who are signed in about themselves.
        permission:
          asker.role !== "public" && (trusting || question.permission.may.includes("public"))
            ? everyPermission
            : question.permission,
      });
      for (const group of question.about === "none" ? groups.slice(0, 1) : groups)
        await judge(question, asker, group, standing);
    }
  trial.watch = undefined;
  return {
    operations: asked.length,
    roles: askers.length,
    positions: groups.length,
    calls,
    refused,
    changed,
    errors,
    leaks,
    answers,
  };
}

/** Answers that more of what lies outside the asker's reach has changed. */
export const compareAnswers = (before: MatrixResult, after: MatrixResult): readonly Leak[] =>
  [...after.answers].flatMap(([where, text]) => {
    const earlier = before.answers.get(where);
    return earlier === text
      ? []
      : [{ kind: "count" as const, where, detail: `${earlier} became ${text}`.slice(0, 400) }];
  });
