import { refuse } from "@shian/domain";

/** Somebody else was first: who and when. */
export const staleOf = ({
  updatedAt,
  updatedBy,
}: {
  readonly updatedAt: string;
  readonly updatedBy: string;
}) => refuse("request/stale", { who: updatedBy, at: updatedAt });
