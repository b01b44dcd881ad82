// Decides whether unknown data measures the items of a rubric, for whoever enters or imports measurements: with every
// reason why not.
// Source: rules §6 "Methods and their measurements" (certain).
import { ok, type Problem, problem, type Result, refuse, refuseAll } from "../kernel/result.js";
import type { CompiledItem, CompiledRubric } from "./compile-rubric.js";
import { countDecimals, isWithinSize, MILLIONTHS_PER_HUNDREDTH, toMillionths } from "./exact-decimal.js";
import type { Method, MethodType } from "./method.schema.js";
import type { RubricProblemCode } from "./rubric.problem.js";

/** How an item stands in one unit; absent measurements are `unmeasured`, `nothingDue` is a ratio of 0 to 0. */
export const readingStatus = { unmeasured: 0, measured: 1, notApplicable: 2, nothingDue: 3 } as const;
export type ReadingStatus = (typeof readingStatus)[keyof typeof readingStatus];

/**
 * A measurement as the kernels read it: as many numbers as the item has slots (see `MeasurementColumns`), and the reason that was
 * given where one is asked for.
 */
export type Reading = {
  readonly status: ReadingStatus;
  readonly values: readonly number[];
  readonly note?: string;
  /** The two numbers of a ratio are millionths, since one of them is not whole. */
  readonly isScaled?: boolean;
};

type Refused = Problem<RubricProblemCode>;
type Fields = ReadonlyMap<string, unknown>;

/** Everything a reader of one measurement needs: where it stands, what it holds, where reasons go. */
class Reader {
  readonly problems: Refused[] = [];
  constructor(
    readonly path: string,
    readonly fields: Fields,
    readonly method: MethodType,
  ) {}

  refuse(code: RubricProblemCode, name: string, params: Refused["params"] = {}): undefined {
    this.problems.push(problem(code, { path: name === "" ? this.path : `${this.path}.${name}`, ...params }));
    return undefined;
  }

  shape(name: string, expected: string): undefined {
    return this.refuse("measurement/shape", name, { method: this.method, expected });
  }

  flag(name: string, value: unknown = this.fields.get(name)): number {
    if (typeof value === "boolean") return value ? 1 : 0;
    this.shape(name, "true | false");
    return 0;
  }

  decimal(name: string, value: unknown = this.fields.get(name)): number | undefined {
    if (typeof value !== "number" || !Number.isFinite(value)) return this.shape(name, "number");
    if (!isWithinSize(value)) return this.refuse("measurement/number-too-large", name, { value });
    if (countDecimals(value) > 6) return this.refuse("measurement/too-many-decimals", name, { value });
    return value;
  }

  amount(name: string): number | undefined {
    const value = this.decimal(name);
    return value !== undefined && value < 0
      ? this.refuse("measurement/number-negative", name, { value })
      : value;
  }

  text(name: string): string {
    const value = this.fields.get(name);
    if (typeof value !== "string") this.shape(name, "text");
    else if (value.trim() === "") this.refuse("measurement/reason-missing", name);
    return typeof value === "string" ? value : "";
  }

  /** The own entries of an object whose keys all are ids of the list. */
  entries(name: string, ids: readonly { readonly id: string }[], unknown: RubricProblemCode): Fields {
    const fields = toFields(this.fields.get(name));
    if (fields === undefined) this.shape(name, "object");
    const known = new Set(ids.map(({ id }) => id));
    for (const id of fields?.keys() ?? []) if (!known.has(id)) this.refuse(unknown, name, { id });
    return fields ?? new Map();
  }
}

/** The own fields of a plain object; nothing inherited is ever read, and `__proto__` is a name like another. */
function toFields(value: unknown): Fields | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object literal, of whichever realm, or one without a prototype: no Map, Date or array.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return undefined;
  return new Map(Object.entries(value));
}

const fieldNames: { readonly [M in MethodType]: readonly string[] } = {
  "all-or-nothing": ["met"],
  deduction: ["counts"],
  parts: ["met"],
  levels: ["level"],
  bands: ["value"],
  linear: ["value"],
  ratio: ["numerator", "denominator"],
  assessed: ["points", "reason"],
  "veto-event": ["occurred"],
  "veto-threshold": ["value"],
};

const measured = (values: readonly number[]): Reading => ({ status: readingStatus.measured, values });

function readCounts({ deductions }: Extract<Method, { type: "deduction" }>, reader: Reader): Reading {
  const counts = reader.entries("counts", deductions, "measurement/unknown-deduction");
  return measured(
    deductions.map(({ id }) => {
      if (!counts.has(id)) return 0;
      const name = `counts.${id}`;
      const count = reader.decimal(name, counts.get(id)) ?? 0;
      if (!Number.isInteger(count) || count < 0)
        reader.refuse("measurement/count-not-whole", name, { value: count });
      return count + 0;
    }),
  );
}

function readParts({ parts }: Extract<Method, { type: "parts" }>, reader: Reader): Reading {
  const met = reader.entries("met", parts, "measurement/unknown-part");
  return measured(parts.map(({ id }) => (met.has(id) ? reader.flag(`met.${id}`, met.get(id)) : 0)));
}

function readLevel({ levels }: Extract<Method, { type: "levels" }>, reader: Reader): Reading {
  const id = reader.fields.get("level");
  const place = levels.findIndex((level) => level.id === id);
  if (typeof id !== "string") reader.shape("level", "text");
  else if (place < 0) reader.refuse("measurement/unknown-level", "level", { id });
  return measured([place]);
}

function readRatio(reader: Reader): Reading {
  const [n, d] = [reader.amount("numerator"), reader.amount("denominator")];
  if (n === undefined || d === undefined) return measured([0, 0]);
  if (d === 0) {
    if (n > 0) reader.refuse("measurement/numerator-without-denominator", "", { numerator: n });
    return { status: readingStatus.nothingDue, values: [0, 0] };
  }
  // A ratio keeps its value when both are multiplied, and whole numbers stay small.
  if (Number.isInteger(n) && Number.isInteger(d)) return measured([n + 0, d]);
  return { ...measured([toMillionths(n), toMillionths(d)]), isScaled: true };
}

function readAssessed(item: CompiledItem, reader: Reader): Reading {
  const points = reader.amount("points") ?? 0;
  const note = reader.text("reason");
  if (toMillionths(points) > item.points * MILLIONTHS_PER_HUNDREDTH)
    reader.refuse("measurement/points-above-item", "points", { value: points, points: item.points });
  return { ...measured([toMillionths(points)]), note };
}

function readMethod(item: CompiledItem, reader: Reader): Reading {
  const { method } = item.source;
  switch (method.type) {
    case "all-or-nothing":
      return measured([reader.flag("met")]);
    case "veto-event":
      return measured([reader.flag("occurred")]);
    case "deduction":
      return readCounts(method, reader);
    case "parts":
      return readParts(method, reader);
    case "levels":
      return readLevel(method, reader);
    case "bands":
    case "linear":
    case "veto-threshold":
      return measured([toMillionths(reader.decimal("value") ?? 0)]);
    case "ratio":
      return readRatio(reader);
    case "assessed":
      return readAssessed(item, reader);
  }
}

/**
 * The measurement as the kernels read it, or every reason why the item's method refuses it. Only the value's own fields
 * are read. A ratio of 0 to 0 is accepted as `nothingDue`; an absent count is 0, an absent part is not met.
 */
export function parseMeasurement({
  item,
  measurement,
}: {
  readonly item: CompiledItem;
  readonly measurement: unknown;
}): Result<Reading, Refused> {
  const fields = toFields(measurement);
  if (fields === undefined) return refuse("measurement/not-an-object", { path: item.id });
  const reader = new Reader(item.id, fields, item.method);
  const isExcepted = fields.has("notApplicable");
  const names = isExcepted ? ["notApplicable"] : fieldNames[item.method];
  for (const key of fields.keys())
    if (!names.includes(key)) reader.refuse("measurement/unknown-key", "", { key, method: item.method });
  const reading: Reading = isExcepted
    ? {
        status: readingStatus.notApplicable,
        values: new Array<number>(item.slots).fill(0),
        note: reader.text("notApplicable"),
      }
    : readMethod(item, reader);
  return reader.problems.length === 0 ? ok(reading) : refuseAll(reader.problems);
}

/** The readings of one unit in the order of the rubric's items; undefined where an item is unmeasured. */
export type Readings = readonly (Reading | undefined)[];

/**
 * The readings of one unit, or every reason why its measurements are refused, each with its `path`. Not checked:
 * whether anything is missing, since an item without a measurement is unmeasured.
 */
export function parseMeasurements({
  compiled,
  measurements,
}: {
  readonly compiled: CompiledRubric;
  readonly measurements: unknown;
}): Result<Readings, Refused> {
  const fields = toFields(measurements);
  if (fields === undefined) return refuse("measurement/not-an-object", { path: "$" });
  const readings = new Array<Reading | undefined>(compiled.items.length).fill(undefined);
  const problems: Refused[] = [];
  for (const [id, measurement] of fields) {
    const item = compiled.byId.get(id);
    if (item === undefined) {
      problems.push(problem("measurement/unknown-item", { path: id, id }));
      continue;
    }
    const parsed = parseMeasurement({ item, measurement });
    if (parsed.ok) readings[item.index] = parsed.value;
    else problems.push(...parsed.problems);
  }
  return problems.length === 0 ? ok(readings) : refuseAll(problems);
}
