import { type ChainNode, gapKinds } from "@shian/domain";

/** Every gap of a node, all kinds together. */
export const sumGaps = (node: Pick<ChainNode, "gaps">): number =>
  gapKinds.reduce((sum, kind) => sum + node.gaps[kind], 0);
