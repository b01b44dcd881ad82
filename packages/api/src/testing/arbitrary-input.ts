// Inputs for an operation, made from its schema: valid ones, and valid ones with one thing broken.
import fc from "fast-check";
import * as z from "zod";

type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  /** False behind the items of a tuple: nothing more. */
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

const hostileTexts = [
  "",
  " ",
  "\u0000",
  "\ud800",
  "﷽".repeat(200),
  "x".repeat(5000),
  "'; drop table establishment; --",
  "=cmd|'/c calc'!A1",
  "../../etc/passwd",
  "<script>alert(1)</script>",
  "%",
  "_",
  "\\",
  "__proto__",
  "2026-02-30",
  "9999-12-31",
  "NaN",
  "1e999",
  "CN",
  "990106",
];
const hostileValues = [null, true, [], {}, -1, 0, 2 ** 53, -(2 ** 31), 1.5, 1e308, ...hostileTexts];

/** Words that the demonstration city answers to, so that a valid input also reaches what lies behind the check. */
const textArbitrary = (known: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    fc.constantFrom(...hostileTexts),
    fc.string(),
  );

/** Keys of rows that no page ends at: a cursor is text that the schema does not look into. */
const cursorArbitrary = fc
  .array(fc.constantFrom("x", "2026-11-24", "2026-02-30", "\u0000", "", -1, 0, 1.5, 2 ** 40, null, true), {
    minLength: 1,
    maxLength: 4,
  })
  .map((key) => Buffer.from(JSON.stringify(key)).toString("base64url"));

/** Days that a schema knows only as text, the demonstration's today among them. */
const dayNames = ["asOf", "knownOn"];
const dayArbitrary = fc.constantFrom("2026-11-24", "2026-11-01", "2026-06-30");

/** A field's values by its name: what the schema says of it, and more often what is found behind the check. */
function toFieldArbitrary(name: string, schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> {
  const said = toArbitrary(schema, known);
  if (name === "cursor") return fc.oneof(cursorArbitrary, said);
  return dayNames.includes(name) ? fc.oneof({ weight: 3, arbitrary: dayArbitrary }, said) : said;
}

function toArbitrary(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => toArbitrary(choice, known)));
  if ("const" in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "string":
      return schema.pattern === undefined
        ? textArbitrary(known).map((text) =>
            text.slice(0, schema.maxLength ?? 500).padEnd(schema.minLength ?? 0, "甲"),
          )
        : fc.stringMatching(new RegExp(schema.pattern));
    case "integer":
      return fc.integer({
        min: schema.minimum ?? Number.MIN_SAFE_INTEGER,
        max: schema.maximum ?? Number.MAX_SAFE_INTEGER,
      });
    case "number":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      if (schema.prefixItems !== undefined)
        return fc.tuple(...schema.prefixItems.map((item) => toArbitrary(item, known)));
      return fc.array(toArbitrary(schema.items || {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4 + (schema.minItems ?? 0)),
      });
    case "object":
      return toObjectArbitrary(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

function toObjectArbitrary(schema: JsonSchema, known: readonly string[]): fc.Arbitrary<object> {
  const { properties, additionalProperties } = schema;
  if (properties === undefined && typeof additionalProperties === "object")
    return fc.dictionary(textArbitrary(known), toArbitrary(additionalProperties, known), { maxKeys: 4 });
  const model = Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, value]) => [name, toFieldArbitrary(name, value, known)]),
  );
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
}

/** Days are refined by code, which a schema cannot say; the pattern is what it says. */
const toJsonSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;

/** Inputs that the schema takes, but for rules that only code can check. */
export const validInput = (schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> =>
  toArbitrary(toJsonSchema(schema), known);

/** Such inputs with one field replaced, added or taken away, or something else altogether. */
export const brokenInput = (schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...hostileValues) },
    {
      weight: 6,
      arbitrary: fc
        .tuple(validInput(schema, known), fc.nat(), fc.constantFrom(...hostileValues), fc.nat(3))
        .map(([input, place, value, how]) => {
          if (typeof input !== "object" || input === null) return value;
          const names = Object.keys(input);
          const name = names[place % Math.max(names.length, 1)] ?? "missing";
          if (how === 0) return { ...input, unknownKey: value };
          if (how === 1) return Object.fromEntries(Object.entries(input).filter(([key]) => key !== name));
          // As text, since an object literal would set the prototype instead of a field.
          if (how === 2)
            return JSON.parse(
              `{"__proto__": {"polluted": true}, ${JSON.stringify(input).slice(1)}`.replace(", }", "}"),
            );
          return { ...input, [name]: value };
        }),
    },
  );
