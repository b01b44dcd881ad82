// Inputs for any query that name things which are there: each required property is filled by its name, else by its shape.
import * as z from "zod";

/** Things that are there to be asked about. */
export type Known = {
  readonly establishment: string;
  readonly official: string;
  readonly run: string;
  readonly territory: string;
  /** Ids of a person, a job, a visit. */
  readonly ids: readonly string[];
  readonly files: readonly string[];
};

type Shape = {
  readonly enum?: readonly unknown[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
};

const MOST = 24;

function listValues(
  name: string,
  shape: Shape,
  { establishment, official, run, territory, ids, files }: Known,
): readonly unknown[] {
  const named: Readonly<Record<string, readonly unknown[]>> = {
    id: [establishment, official, ...ids],
    establishment: [establishment],
    official: [official],
    runId: [run],
    territory: [territory],
    search: ["面"],
    objectId: [establishment, official],
    fileId: files,
    text: ["面"],
    on: ["2026-12-01"],
  };
  const known = named[name];
  if (shape.enum !== undefined) return shape.enum;
  if (name === "limit") return [Math.min(500, shape.maximum ?? 500)];
  if (known !== undefined) return known;
  if (shape.type === "boolean") return [true];
  if (shape.type === "integer" || shape.type === "number") return [Math.max(1, shape.minimum ?? 1)];
  if (shape.type === "array") return [shape.items?.enum ?? []];
  if (shape.type === "object") return [{}];
  return ["面"];
}

/** Some inputs: what is required in all its known values, with long pages. */
export function composeInputs(schema: z.ZodType, known: Known): readonly Readonly<Record<string, unknown>>[] {
  const shape = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape;
  let inputs: readonly Readonly<Record<string, unknown>>[] = [{}];
  for (const [name, property] of Object.entries(shape.properties ?? {})) {
    if (shape.required?.includes(name) !== true && name !== "limit") continue;
    const values = listValues(name, property, known);
    inputs = inputs.flatMap((input) => values.map((value) => ({ ...input, [name]: value }))).slice(0, MOST);
  }
  return inputs;
}
