import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../trpc.js";
import { useScope } from "./use-scope.js";

/** The territory that is looked at; the office's own where none was chosen. */
export function useOwnTerritory(): string | undefined {
  const { territory } = useScope();
  const trpc = useTRPC();
  const status = useQuery(trpc.office.status.queryOptions({}));
  return territory ?? status.data?.territory?.code;
}
