// Everything that an office may enter about its register and its chain, with days before and after today, drawn at
// random. A change that a rule refuses is as good: it must leave the past alone as well.
import { addDays, type Official, type PlainDate, toPlainDate } from "@shian/domain";
import type { ShianClient } from "../../client/index.js";
import { type ChangeCall, createCall } from "../../deps.js";
import { listDirectory, saveDirectory } from "../../features/chain/directory.service.js";
import { saveSetting } from "../../features/office/office-setting.service.js";
import { overloadSetting, rulesBegin } from "../../features/picture/office-rules.js";
import { noteRegisterChange } from "../../features/picture/picture.service.js";
import { allocate } from "../allocate.js";
import type { TestApp } from "../create-test-app.js";
import { district, east, west } from "../small-register.js";
import type { Draw } from "./seeded.js";

export type Stage = {
  readonly test: TestApp;
  readonly client: ShianClient;
  readonly draw: Draw;
  readonly today: PlainDate;
  readonly shops: readonly string[];
  readonly seats: readonly string[];
};

const villages = [`${east}001`, `${west}001`];
const states = ["active", "suspended", "dormant", "closed"] as const;

/** A day around today, more often before it. */
const dayNear = ({ draw, today }: Stage, before = 120, after = 20): PlainDate =>
  addDays(today, draw.below(before + after) - before);

async function correct(
  stage: Stage,
  change: Omit<Parameters<ShianClient["registry"]["correct"]["mutate"]>[0], "txId" | "id" | "version">,
): Promise<void> {
  const { test, client, draw, shops } = stage;
  const id = draw.pick(shops);
  const { establishment } = await client.registry.get.query({ id });
  await client.registry.correct.mutate({
    txId: test.newTxId(),
    id,
    version: establishment.version,
    ...change,
  });
}

const sinceOf = (stage: Stage) => stage.draw.pick(["always", undefined, dayNear(stage, 120, 0)] as const);

async function withinChange(stage: Stage, work: (call: ChangeCall) => Promise<void>): Promise<void> {
  const { deps, database } = stage.test;
  await database.transaction(async (db) => {
    const call: ChangeCall = {
      ...createCall(deps, db, "zh-CN"),
      txId: stage.test.newTxId(),
      record: () => undefined,
      touchRegister: () => undefined,
      afterCommit: () => undefined,
    };
    await work(call);
    // A change of the product is noted by what runs it; here nothing does, and a kept picture would answer on as before.
    await noteRegisterChange(createCall(deps, db, "zh-CN"));
  });
}

/** Moves an official to another post, level or place, or lets one leave or come back. */
const changePost = (stage: Stage): Promise<void> =>
  withinChange(stage, async (call) => {
    const { draw } = stage;
    const official = draw.pick(await listDirectory(call));
    const from = dayNear(stage);
    const next: Official = {
      ...official,
      post: draw.pick(["副区长", "局长", "主任"]),
      level: draw.pick(["county", "county", "township"]),
      jurisdictions: [draw.pick([district, east, west])],
      from,
      to: draw.below(4) === 0 ? addDays(from, 1 + draw.below(60)) : null,
    };
    await saveDirectory(call, { created: [], updated: [next] });
  });

export const officeChanges: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  state: (stage) =>
    correct(stage, { changes: {}, state: { state: stage.draw.pick(states), from: dayNear(stage) } }),
  place: (stage) => correct(stage, { changes: { place: stage.draw.pick(villages) }, since: sinceOf(stage) }),
  facts: (stage) =>
    correct(stage, {
      changes: {
        name: `饭店${stage.draw.below(1000)}`,
        size: stage.draw.pick(["large", "medium", "small", null]),
      },
      since: sinceOf(stage),
    }),
  reassign: ({ client, test, draw, shops, seats, ...rest }) =>
    client.chain.reassign.mutate({
      txId: test.newTxId(),
      establishment: draw.pick(shops),
      official: draw.pick(seats),
      from: dayNear({ client, test, draw, shops, seats, ...rest }),
    }),
  allocate: (stage) => allocate(stage.test, { from: dayNear(stage, 30, 10) }, stage.client),
  post: changePost,
  settings: (stage) =>
    withinChange(stage, (call) =>
      saveSetting(
        call.db,
        overloadSetting,
        [{ from: rulesBegin, above: { county: stage.draw.below(6), township: 2 } }],
        call.now,
      ),
    ),
  rename: (stage) =>
    stage.client.territory.rename.mutate({
      txId: stage.test.newTxId(),
      on: dayNear(stage),
      code: stage.draw.pick([east, west]),
      name: `街道${stage.draw.below(1000)}`,
    }),
  zone: (stage) => {
    const number = stage.draw.below(100_000);
    return stage.client.territory.create.mutate({
      txId: stage.test.newTxId(),
      on: dayNear(stage, 30, 10),
      code: `Z990106-${number}`,
      name: `片区${number}`,
      parent: district,
      takesOver: [stage.draw.pick(villages)],
    });
  },
  endZone: async (stage) => {
    const { rows } = await stage.client.territory.list.query({});
    const zones = rows.filter(({ kind }) => kind === "zone");
    if (zones.length === 0) return undefined;
    const { code } = stage.draw.pick(zones);
    return stage.client.territory.end.mutate({
      txId: stage.test.newTxId(),
      on: dayNear(stage, 5, 10),
      code,
    });
  },
  risk: (stage) =>
    stage.client.grading.setRisk.mutate({
      txId: stage.test.newTxId(),
      establishment: stage.draw.pick(stage.shops),
      grade: stage.draw.pick(["A", "B", "C", "D"] as const) as never,
      from: dayNear(stage, 120, 0),
      source: "区局",
      basis: "年度评定",
    }),
  visit: async (stage) => {
    const { client, test, draw, shops, seats } = stage;
    const establishment = draw.pick(shops);
    const checklist = await client.visit.checklist.query({ establishment });
    await client.visit.submit.mutate({
      txId: test.newTxId(),
      establishment,
      official: draw.pick(seats),
      madeOn: dayNear(stage, 90, 0),
      mode: "on-site",
      checklist: checklist.id,
      answers: checklist.items.map(({ id }) => ({ item: id, answer: "yes" as const })),
    });
  },
};

/** A pair of days that may be asked about: some day, known by the end of a day that is over. */
export const drawDays = ({ draw, today }: Stage, first: PlainDate) => {
  const span = Math.max(1, Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000));
  return {
    asOf: addDays(first, draw.below(span + 30) - 15),
    knownOn: toPlainDate(addDays(today, -1 - draw.below(Math.min(span, 200)))),
  };
};
