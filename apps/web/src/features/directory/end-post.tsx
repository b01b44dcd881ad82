import { type DirectoryEntry, isPlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Ends a post from a day on; its history stays. */
export function EndPost({ entry, onClose }: { entry: DirectoryEntry; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const end = useMutation(trpc.directory.end.mutationOptions(saving(t("directory.ended"), onClose)));
  return (
    <ReasonModal
      title={t("directory.end-of", { name: entry.name })}
      action={t("directory.end")}
      danger
      day={{ label: t("directory.end-day"), at: today }}
      pending={end.isPending}
      error={end.error}
      onClose={onClose}
      onSubmit={({ reason, day = today }) => {
        if (isPlainDate(day))
          end.mutate({ txId: createTxId(), post: entry.post, version: entry.version, to: day, reason });
      }}
    />
  );
}
