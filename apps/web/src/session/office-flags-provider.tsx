import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { OfficeFlags } from "../text/office-flags.js";
import { useTRPC } from "../trpc.js";
import { useSession } from "./use-session.js";

const MINUTE = 60_000;

/** Gives the pages below the names of the office's attention flags. */
export function OfficeFlagsProvider({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const { may } = useSession();
  const { data } = useQuery(
    trpc.attention.list.queryOptions({}, { staleTime: 5 * MINUTE, enabled: may("attention.list") }),
  );
  return data === undefined ? children : <OfficeFlags value={data.flags}>{children}</OfficeFlags>;
}
