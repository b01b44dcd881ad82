import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { Notice } from "./notice.js";
import { useErrorSentences } from "./query-view.js";

/** Why a change was refused; nothing while it was not. */
export function Refusal({ error }: { error: unknown }) {
  const sentences = useErrorSentences();
  if (error === null || error === undefined) return null;
  return (
    <div className="mb12">
      <Notice tone="over">{sentences(error).join("")}</Notice>
    </div>
  );
}

/**
 * What follows a change, as options of its mutation. Done: everything shown is asked again and a sentence says so.
 * Refused: the newest state is fetched, what was filled in stays, and sending it once more is a decision made knowingly.
 */
export function useSaving() {
  const client = useQueryClient();
  const { message } = App.useApp();
  return <Answer,>(said: string, onDone?: (answer: Answer) => void) => ({
    onSuccess: async (answer: Answer) => {
      await client.invalidateQueries();
      void message.success(said);
      onDone?.(answer);
    },
    onError: () => {
      void client.invalidateQueries();
    },
  });
}
