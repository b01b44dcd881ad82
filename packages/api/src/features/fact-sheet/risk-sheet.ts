// Sheets of the regulator's risk grades.
import {
  findRecordOn,
  isSameRisk,
  label,
  PlainDate,
  planFactSheet,
  type RiskFact,
  RiskGrade,
  readRiskFact,
  settleRiskFact,
} from "@shian/domain";
import * as z from "zod";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { enterRiskGrades, listRiskLines, writeRiskLines } from "../grading/risk.service.js";
import type { Picture } from "../picture/picture.js";
import type { FactKindHandler, FactPlan, ReadSheet } from "./fact-kind.js";
import { listTaken, readRows, toShown } from "./plan-rows.js";

const Spells = z.array(
  z.object({
    grade: RiskGrade,
    source: z.string(),
    basis: z.string(),
    from: PlainDate,
    to: PlainDate.nullable(),
  }),
);
const show = (spells: unknown): string => JSON.stringify(Spells.parse(spells));
const gradesOf = (spells: unknown): string | null => Spells.parse(spells).at(-1)?.grade ?? null;

type Entered = { readonly row: number; readonly establishment: string; readonly fact: RiskFact };

async function plan(call: Call, picture: Picture, sheet: ReadSheet): Promise<FactPlan> {
  const { today, locale } = call;
  const risksOf = (id: string) => picture.byId.get(id)?.risks ?? [];
  const planned = planFactSheet({
    rows: readRows("risk", sheet, picture, (cells) => readRiskFact({ cells, today })),
    settle: ({ id }, read) => settleRiskFact({ records: risksOf(id), read, today }),
    isSame: isSameRisk,
  });
  return {
    rows: toShown(planned, ({ establishment, fact, standing }) => {
      const inForce =
        establishment === null || fact === null
          ? undefined
          : findRecordOn(risksOf(establishment.id), fact.from, today)?.value;
      const before = standing?.grade ?? inForce;
      return {
        says: fact === null ? null : `${label(`risk-grade/${fact.grade}`, locale)} ${fact.from}`,
        before: before === undefined ? null : label(`risk-grade/${before}`, locale),
      };
    }),
    enter: (change) => enter(change, listTaken(planned), sheet.fileName),
  };
}

async function enter(call: ChangeCall, entered: readonly Entered[], fileName: string) {
  const ids = [...new Set(entered.map(({ establishment }) => establishment))];
  const before = await listRiskLines(call, ids);
  await enterRiskGrades(
    call,
    entered.map(({ row, establishment, fact: { grade, from, source, note } }) => ({
      establishment,
      grade,
      from,
      source: source ?? fileName.slice(0, 120),
      basis: note ?? `${fileName.slice(0, 280)} #${row}`,
    })),
  );
  const after = await listRiskLines(call, ids);
  return ids.map((id) => ({
    establishmentId: id,
    rows: entered.filter(({ establishment }) => establishment === id).length,
    before: before.get(id) ?? [],
    after: after.get(id) ?? [],
  }));
}

export const riskSheet: FactKindHandler = {
  plan,
  takeBack: async (call, entries) => {
    const present = await listRiskLines(
      call,
      entries.map(({ establishmentId }) => establishmentId),
    );
    const untouched = entries.filter(
      ({ establishmentId, after }) => show(present.get(establishmentId) ?? []) === show(after),
    );
    await writeRiskLines(
      call,
      untouched.map(({ establishmentId, before }) => ({
        establishment: establishmentId,
        spells: Spells.parse(before),
      })),
    );
    recordChanges(
      call,
      untouched.map(({ establishmentId, before, after }) => ({
        objectKind: "establishment",
        objectId: establishmentId,
        what: "facts-undone",
        fields: [{ field: "riskGrade", before: gradesOf(after), after: gradesOf(before) }],
      })),
    );
    return untouched;
  },
};
