import type { AllocationRun } from "@shian/domain";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useWhenDone } from "../../components/use-when-done.js";
import { useTRPC } from "../../trpc.js";

/** Whether the server is at work on it. */
export const isAtWork = (run: AllocationRun | undefined): boolean =>
  run?.state === "planning" || run?.state === "applying" || run?.state === "undoing";

/** The allocation of the address, kept in step by the server's subscription. */
export function useAllocation(id: string | undefined) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const input = { id: id ?? "" };
  const query = useQuery(
    trpc.allocation.get.queryOptions(input, {
      enabled: id !== undefined,
      refetchInterval: ({ state }) => (isAtWork(state.data) ? 3000 : false),
    }),
  );
  const key = trpc.allocation.get.queryKey(input);
  useSubscription(
    trpc.allocation.watch.subscriptionOptions(input, {
      enabled: id !== undefined && isAtWork(query.data),
      onData: (live) => client.setQueryData(key, live),
    }),
  );
  useWhenDone(isAtWork(query.data));
  return query;
}
