import type { DirectoryEntry } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { EndDialog } from "./end-dialog.js";

/** Ends a post from a day on. */
export function EndPost({ entry, onClose }: { entry: DirectoryEntry; onClose: () => void }) {
  const { t } = useText();
  const saving = useSaving();
  const trpc = useTRPC();
  const end = useMutation(trpc.directory.end.mutationOptions(saving(t("directory.ended"), onClose)));
  const { name, post, version } = entry;
  return (
    <EndDialog
      name={name}
      dayLabel={t("directory.end-day")}
      pending={end.isPending}
      error={end.error}
      onClose={onClose}
      onEnd={(day) => end.mutate({ txId: createTxId(), post, version, ...day })}
    />
  );
}
