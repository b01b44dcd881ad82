// "1+N" groups (“1+N”联络群): one liaison of the directory and the N who are linked to them, by place, in two times.
// Source: product G6 names them and no document read says more; that the one and the N are posts of the directory is ours.
import * as z from "zod";

const Id = z.string().min(1).max(64);

/** What is said of a group. */
export const GroupFacts = z.strictObject({
  name: z.string().trim().min(1).max(60),
  territory: z.string().min(1).max(20),
  one: Id.describe("the post that holds the group together"),
  members: z.array(Id).min(1).max(200).describe("the N: posts of the directory"),
});
export type GroupFacts = z.infer<typeof GroupFacts>;
