import { toOfficeDay } from "@shian/domain";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../trpc.js";

/** The office's day as the server has it. */
export function useToday(): string {
  const trpc = useTRPC();
  const status = useQuery(trpc.office.status.queryOptions({}));
  return status.data?.today ?? toOfficeDay(Date.now());
}
