// A variable of the environment that may be left out; a blank one counts as left out.
import * as z from "zod";

export const blankAsAbsent = (value: unknown): unknown => (value === "" ? undefined : value);

export const optional = <S extends z.ZodType>(schema: S): z.ZodPreprocess<z.ZodOptional<S>> =>
  z.preprocess(blankAsAbsent, schema.optional());
