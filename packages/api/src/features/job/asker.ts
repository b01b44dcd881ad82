// Who asked for a job, kept with it: the record names them.
import { roles } from "@shian/domain";
import * as z from "zod";
import type { Call } from "../../deps.js";

const Strings = z.array(z.string()).readonly();

export const Asker = z.strictObject({
  locale: z.enum(["zh-CN", "en"]),
  actor: z
    .strictObject({
      personId: z.string(),
      name: z.string(),
      unit: z.string().nullable(),
      username: z.string(),
      session: z.strictObject({
        id: z.string(),
        kind: z.enum(["web", "terminal", "key"]),
        // Absent from jobs of versions before it.
        method: z.string().nullable().default(null),
        secondFactorAt: z.string().nullable(),
      }),
    })
    .optional(),
  roles: z.array(z.enum(roles)).readonly(),
  reach: z.strictObject({
    territories: Strings,
    officials: Strings,
    standIns: z
      .array(z.strictObject({ official: z.string(), establishments: Strings.nullable() }))
      .readonly(),
    establishments: Strings,
    unplaced: z.boolean(),
  }),
  address: z.string(),
});
export type Asker = z.infer<typeof Asker>;

/** Who makes the call. */
export const toAsker = ({
  locale,
  actor,
  roles,
  reach,
  address,
}: Omit<Asker, "actor"> & Pick<Call, "actor">): Asker =>
  Asker.parse({ locale, actor, roles, reach, address });
