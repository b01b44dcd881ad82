// Risk-grades sellers in memory: over columns and from rows to result objects, against a plain loop with the rule
// hard-wired and against named peers on the same data in the same rounds. Bars: docs of the quality design, "grade".
import { createRequire } from "node:module";
import { type GradeLimitColumns, gradeLimit } from "../../packages/domain/bench/limits/grade-limit.js";
import {
  compileRiskTable,
  gradeRiskColumns,
  type RiskColumns,
} from "../../packages/domain/src/grading/grade-risk-columns.js";
import {
  gradeSellerRisks,
  type SellerRiskRow,
} from "../../packages/domain/src/grading/grade-seller-risks.js";
import { salesNational2016 } from "../../packages/domain/src/grading/static-risk-tables.data.js";
import { medianOf } from "./measure-rounds.js";

const bars = { columns: 1.2, rows: 2.5, duckDb: 2.5, growth: 11 } as const;
const factorNames = salesNational2016.factors.map((factor) => factor.id);
const requireFromDomain = createRequire(new URL("../../packages/domain/package.json", import.meta.url));

type Data = {
  readonly columns: RiskColumns;
  readonly limit: GradeLimitColumns;
  readonly rows: readonly SellerRiskRow[];
};
type Subject = {
  readonly name: string;
  readonly run: () => unknown;
  readonly grades: () => ArrayLike<number>;
};

function makeData(count: number, seed: number): Data {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const fill = (most: number) => Uint16Array.from({ length: count }, () => Math.floor(random() ** 2 * most));
  const [
    area,
    prepackAmbient,
    prepackChilled,
    prepackFrozen,
    bulkAmbient,
    bulkChilled,
    bulkFrozen,
    suppliers,
  ] = [fill(3500), fill(12_000), fill(1200), fill(1200), fill(1200), fill(200), fill(400), fill(400)] as [
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
    Uint16Array,
  ];
  const dynamicTenths = Uint16Array.from({ length: count }, () => Math.floor(random() * 601));
  const raising = Uint8Array.from({ length: count }, () => (random() < 0.05 ? 1 : 0));
  const lowering = Uint8Array.from({ length: count }, () => (random() < 0.1 ? 1 : 0));
  const rows = Array.from({ length: count }, (_, i) => ({
    dynamicTenths: dynamicTenths[i] ?? 0,
    area_m2: area[i] ?? 0,
    prepack_ambient: prepackAmbient[i] ?? 0,
    prepack_chilled: prepackChilled[i] ?? 0,
    prepack_frozen: prepackFrozen[i] ?? 0,
    bulk_ambient: bulkAmbient[i] ?? 0,
    bulk_chilled: bulkChilled[i] ?? 0,
    bulk_frozen: bulkFrozen[i] ?? 0,
    suppliers: suppliers[i] ?? 0,
    raising: raising[i] === 1,
    lowering: lowering[i] === 1,
  }));
  const factors = [
    area,
    prepackAmbient,
    prepackChilled,
    prepackFrozen,
    bulkAmbient,
    bulkChilled,
    bulkFrozen,
    suppliers,
  ];
  return {
    columns: { dynamicTenths, factors, raising, lowering },
    limit: {
      dynamicTenths,
      area,
      prepackAmbient,
      prepackChilled,
      prepackFrozen,
      bulkAmbient,
      bulkChilled,
      bulkFrozen,
      suppliers,
      raising,
      lowering,
    },
    rows,
  };
}

/** Bands of the table as [largest value, points] with 0 for "absent" before them. */
const bandsOf = (id: string): readonly (readonly [number | null, number])[] => {
  const factor = salesNational2016.factors.find((one) => one.id === id);
  if (factor?.kind !== "count") throw new Error(`no count factor ${id}`);
  return [[0, 0], ...factor.bands.map((band) => [band.upTo, band.points] as const)];
};

function createJsonLogic(data: Data): Subject {
  const { LogicEngine } = requireFromDomain("json-logic-engine") as {
    LogicEngine: new () => { build: (rule: unknown) => (row: unknown) => unknown };
  };
  const points = (id: string): unknown => ({
    if: bandsOf(id).flatMap(([upTo, tenths]) =>
      upTo === null ? [tenths] : [{ "<=": [{ var: id }, upTo] }, tenths],
    ),
  });
  const total = { "+": [{ var: "dynamicTenths" }, ...factorNames.map(points)] };
  const score = new LogicEngine().build(total);
  const grade = new LogicEngine().build({
    if: [
      { var: "raising" },
      { if: [{ "<=": [{ var: "t" }, 300] }, 1, { "<=": [{ var: "t" }, 450] }, 2, 3] },
      { var: "lowering" },
      { if: [{ "<=": [{ var: "t" }, 450] }, 0, { "<=": [{ var: "t" }, 600] }, 1, 2] },
      {
        if: [
          { "<=": [{ var: "t" }, 300] },
          0,
          { "<=": [{ var: "t" }, 450] },
          1,
          { "<=": [{ var: "t" }, 600] },
          2,
          3,
        ],
      },
    ],
  });
  const run = (): number[] =>
    data.rows.map((row) => grade({ t: score(row), raising: row.raising, lowering: row.lowering }) as number);
  return { name: "json-logic-engine", run, grades: run };
}

type DuckConnection = {
  run: (sql: string) => Promise<unknown>;
  createAppender: (table: string) => Promise<{
    appendInteger: (value: number) => void;
    endRow: () => void;
    closeSync: () => void;
  }>;
  runAndReadAll: (sql: string) => Promise<{ getColumns: () => unknown[][] }>;
};

/** The peer with its run timed by itself, since its answer comes asynchronously; undefined where it is not installed. */
async function createDuckDb(
  data: Data,
): Promise<{ run: () => Promise<unknown>; grades: () => Promise<number[]> } | undefined> {
  const name = "@duckdb/node-api";
  let connection: DuckConnection;
  try {
    const { DuckDBInstance } = requireFromDomain(name) as {
      DuckDBInstance: { create: (path: string) => Promise<{ connect: () => Promise<DuckConnection> }> };
    };
    connection = await (await DuckDBInstance.create(":memory:")).connect();
  } catch (error) {
    if ((error as { code?: string }).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
  const fields = ["dynamicTenths", ...factorNames, "raising", "lowering"] as (keyof SellerRiskRow)[];
  await connection.run(`CREATE TABLE sellers (${fields.map((field) => `${field} INTEGER`).join(", ")})`);
  const appender = await connection.createAppender("sellers");
  for (const row of data.rows) {
    for (const field of fields) appender.appendInteger(Number(row[field]));
    appender.endRow();
  }
  appender.closeSync();
  const points = (id: string): string =>
    `CASE ${bandsOf(id)
      .map(([upTo, tenths]) => (upTo === null ? `ELSE ${tenths}` : `WHEN ${id} <= ${upTo} THEN ${tenths}`))
      .join(" ")} END`;
  const sql = `
    WITH totals AS (SELECT raising, lowering, dynamicTenths + ${factorNames.map(points).join(" + ")} AS t FROM sellers)
    SELECT CASE
      WHEN raising = 1 THEN CASE WHEN t <= 300 THEN 1 WHEN t <= 450 THEN 2 ELSE 3 END
      WHEN lowering = 1 THEN CASE WHEN t <= 450 THEN 0 WHEN t <= 600 THEN 1 ELSE 2 END
      ELSE CASE WHEN t <= 300 THEN 0 WHEN t <= 450 THEN 1 WHEN t <= 600 THEN 2 ELSE 3 END
    END::UTINYINT AS grade FROM totals`;
  return {
    run: () => connection.run(`CREATE OR REPLACE TEMP TABLE graded AS ${sql}`),
    grades: async () => ((await connection.runAndReadAll(sql)).getColumns()[0] as number[]).map(Number),
  };
}

type Measured = { readonly [subject: string]: number };

async function measure(count: number, rounds: number): Promise<Measured> {
  const data = makeData(count, 20_261_124);
  const table = compileRiskTable(salesNational2016);
  const subjects: Subject[] = [
    { name: "limit", run: () => gradeLimit(data.limit), grades: () => gradeLimit(data.limit) },
    {
      name: "columns",
      run: () => gradeRiskColumns({ table, columns: data.columns }),
      grades: () => gradeRiskColumns({ table, columns: data.columns }),
    },
    {
      name: "rows",
      run: () => gradeSellerRisks({ rows: data.rows }),
      grades: () => gradeSellerRisks({ rows: data.rows }).map((result) => "ABCD".indexOf(result.grade)),
    },
    createJsonLogic(data),
  ];
  const duckDb = await createDuckDb(data);
  const expected = gradeLimit(data.limit);
  const check = (name: string, grades: ArrayLike<number>): void => {
    for (let i = 0; i < count; i += 1) {
      if (grades[i] !== expected[i])
        throw new Error(`${name} grades row ${i} as ${grades[i]}, the limit as ${expected[i]}`);
    }
  };
  for (const subject of subjects) check(subject.name, subject.grades());
  if (duckDb !== undefined) check("DuckDB", await duckDb.grades());

  const times = new Map<string, number[]>(
    [...subjects.map(({ name }) => name), "DuckDB"].map((name) => [name, []]),
  );
  const time = async (name: string, run: () => unknown): Promise<void> => {
    const started = performance.now();
    await run();
    times.get(name)?.push(performance.now() - started);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) await time(subject.name, subject.run);
    if (duckDb !== undefined) await time("DuckDB", duckDb.run);
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, medianOf(list)]));
}

/**
 * Measures a fifth of `large`, `large` and twice it (ten times the first, for growth), prints every median and one line of
 * figures last; true when all bars that could be measured
 * hold. A peer that is not installed is named as not run and is not counted as passed.
 */
export async function benchGrade({
  large = 1_000_000,
  rounds = 11,
}: {
  readonly large?: number;
  readonly rounds?: number;
} = {}): Promise<boolean> {
  const sizes = [large / 5, large, large * 2];
  const measured: Measured[] = [];
  for (const size of sizes) {
    const medians = await measure(size, rounds);
    measured.push(medians);
    const limit = medians.limit ?? 0;
    for (const [name, ms] of Object.entries(medians)) {
      const shown =
        ms > 0
          ? `${ms.toFixed(2)} ms, ${(ms / limit).toFixed(2)} × limit`
          : "not run (@duckdb/node-api is not installed)";
      console.log(`grade ${size} ${name}: ${shown}`);
    }
  }
  const [small = {}, big = {}, ten = {}] = measured;
  const of = (medians: Measured, name: string): number => medians[name] ?? 0;
  const ratio = (name: string): number => of(big, name) / of(big, "limit");
  const growth = Math.max(...["columns", "rows"].map((name) => of(ten, name) / of(small, name)));
  const fasterThan = (peer: string): number => of(big, peer) / of(big, "columns");
  const duckDbRan = of(big, "DuckDB") > 0;
  const held =
    ratio("columns") <= bars.columns &&
    ratio("rows") <= bars.rows &&
    growth <= bars.growth &&
    (!duckDbRan || fasterThan("DuckDB") >= bars.duckDb);
  const figures = [
    `columns ${ratio("columns").toFixed(2)} × limit (bar ${bars.columns})`,
    `rows ${ratio("rows").toFixed(2)} × limit (bar ${bars.rows})`,
    duckDbRan ? `${fasterThan("DuckDB").toFixed(1)} × DuckDB (bar ${bars.duckDb})` : "DuckDB not run",
    `${fasterThan("json-logic-engine").toFixed(0)} × json-logic-engine`,
    `growth ${growth.toFixed(1)} (bar ${bars.growth})`,
  ];
  console.log(
    `grade: ${held ? "held" : "MISSED"}; ${figures.join("; ")}; ${large} sellers, median of ${rounds}`,
  );
  return held;
}
