import { isPlainDate, type PlainDate } from "@shian/domain";
import { ReasonModal } from "../../components/reason-modal.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";

/** Ends a post or a group from a day on; its history stays. */
export function EndDialog({
  name,
  dayLabel,
  pending,
  error,
  onClose,
  onEnd,
}: {
  name: string;
  dayLabel: string;
  pending: boolean;
  error: Parameters<typeof ReasonModal>[0]["error"];
  onClose: () => void;
  onEnd: (end: { to: PlainDate; reason: string }) => void;
}) {
  const { t } = useText();
  const today = useToday();
  return (
    <ReasonModal
      title={t("directory.end-of", { name })}
      action={t("directory.end")}
      danger
      day={{ label: dayLabel, at: today }}
      pending={pending}
      error={error}
      onClose={onClose}
      onSubmit={({ reason, day = today }) => {
        if (isPlainDate(day)) onEnd({ to: day, reason });
      }}
    />
  );
}
