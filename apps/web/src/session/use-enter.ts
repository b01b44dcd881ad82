import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** After a session began or ended nothing that was read before is true any more: everything is asked anew. */
export function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await client.resetQueries();
  }, [client]);
}
