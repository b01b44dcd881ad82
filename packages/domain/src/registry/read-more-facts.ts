// Reads the cells of a row about size, map point and registration. A map point is whole or none: latitude, longitude and
// the coordinate system they are given in; a point without its system is left out with a notice, for the two systems lie
// some hundred metres apart and guessing would move the shop.
// Source: G1; that a point without its system is left out is ours.
import { foldCode } from "../kernel/fold-code.js";
import { problem } from "../kernel/result.js";
import type { CellReader } from "./cell-reader.js";
import { type CoordinateSystem, mapBounds } from "./establishment.schema.js";
import type { RegisterField } from "./import-columns.js";
import type { RowFacts } from "./row-facts.js";

type Columns = { readonly [F in RegisterField]: number };
type More = Pick<
  RowFacts,
  "registrationNumber" | "employees" | "revenue" | "floorArea" | "latitude" | "longitude" | "coordinates"
>;

const LONGEST_NUMBER = 40;
const units = /\s*(人|万元|万|平方米|㎡|M2)$/;

/** A whole number; decimals of a revenue or an area are rounded half up. */
function readWhole(reader: CellReader, column: number, most: number): number | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  const digits = foldCode(text).value.replace(/,/g, "").replace(units, "");
  const value = /^\d{1,9}(\.\d{1,6})?$/.test(digits) ? Math.round(Number(digits)) : Number.NaN;
  return value <= most ? value : reader.refuse(column, problem("registry/number", { text }));
}

function readDegrees(
  reader: CellReader,
  column: number,
  [least, most]: readonly [number, number],
): number | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  const digits = foldCode(text).value.replace(/°$/, "");
  const value = /^\d{1,3}(\.\d{1,12})?$/.test(digits) ? Number(digits) : Number.NaN;
  return value >= least && value <= most
    ? value
    : reader.refuse(column, problem("registry/coordinate", { text, least, most }));
}

/**
 * The coordinate system that the words mean; `undefined` when they mean none that the register knows.
 *
 * @example
 * findCoordinateSystem("gcj02"); // => "GCJ-02"
 * findCoordinateSystem("CGCS2000"); // => "WGS-84"
 * findCoordinateSystem("BD-09"); // => undefined
 */
export function findCoordinateSystem(text: string): CoordinateSystem | undefined {
  const word = text.toUpperCase().replace(/[\s_-]/g, "");
  // The national system CGCS2000 and WGS-84 agree to within a decimetre, far below what a shop's point needs.
  if (["WGS84", "CGCS2000", "国家2000", "GPS"].includes(word)) return "WGS-84";
  return ["GCJ02", "国测局", "火星坐标", "火星坐标系", "高德", "腾讯"].includes(word) ? "GCJ-02" : undefined;
}

const fields = [
  "registrationNumber",
  "employees",
  "revenue",
  "floorArea",
  "latitude",
  "longitude",
  "coordinates",
] as const;
const nothing: More = {
  registrationNumber: undefined,
  employees: undefined,
  revenue: undefined,
  floorArea: undefined,
  latitude: undefined,
  longitude: undefined,
  coordinates: undefined,
};

// Most files have none of these columns; a file has the same ones in each of its hundred thousand rows.
const isWithout = new WeakMap<Columns, boolean>();

function hasNone(columns: Columns): boolean {
  const known = isWithout.get(columns);
  if (known !== undefined) return known;
  const none = fields.every((field) => columns[field] < 0);
  isWithout.set(columns, none);
  return none;
}

/** The further facts of the row; a cell that is no number, or out of bounds, refuses the row. */
export function readMoreFacts(reader: CellReader, columns: Columns): More {
  if (hasNone(columns)) return nothing;
  const point = {
    latitude: readDegrees(reader, columns.latitude, mapBounds.latitude),
    longitude: readDegrees(reader, columns.longitude, mapBounds.longitude),
    coordinates: reader.label(columns.coordinates, findCoordinateSystem, "registry/coordinates-unknown"),
  };
  const given = Object.values(point).filter((part) => part !== undefined).length;
  const isWhole = given === 0 || given === 3;
  if (!isWhole && reader.refusals.length === 0)
    reader.notice(
      [columns.latitude, columns.longitude, columns.coordinates].find(
        (column) => reader.cell(column) !== "",
      ) ?? 0,
      problem("registry/point-incomplete"),
    );
  return {
    registrationNumber: reader.text(columns.registrationNumber, LONGEST_NUMBER),
    employees: readWhole(reader, columns.employees, 10_000_000),
    revenue: readWhole(reader, columns.revenue, 100_000_000),
    floorArea: readWhole(reader, columns.floorArea, 10_000_000),
    ...(isWhole ? point : { latitude: undefined, longitude: undefined, coordinates: undefined }),
  };
}
