import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/**
 * Asks everything shown again once the server's work is over, whoever told it first: the subscription or a question asked
 * again. What was applied or undone is seen on every page.
 */
export function useWhenDone(isAtWork: boolean): void {
  const client = useQueryClient();
  const was = useRef(isAtWork);
  useEffect(() => {
    if (was.current && !isAtWork) void client.invalidateQueries();
    was.current = isAtWork;
  }, [isAtWork, client]);
}
