/** Reasons of the chain: why a pin or an assignment does not hold, and what a gap consists in. */
export const chainProblemCodes = [
  "chain/unknown-establishment",
  "chain/unknown-official",
  "chain/pinned-twice",
  "chain/not-graded",
  "chain/place-unknown",
  "chain/wrong-level",
  "chain/outside-jurisdiction",
  "chain/capacity-exhausted",
  "chain/no-official",
  "chain/no-official-not-graded",
  "chain/official-left",
  "chain/overload",
  "chain/no-work",
  "chain/levels-not-yet",
] as const;
export type ChainProblemCode = (typeof chainProblemCodes)[number];
