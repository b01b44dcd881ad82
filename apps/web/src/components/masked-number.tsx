import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { ReasonModal } from "./reason-modal.js";

/** Shortest reason that the record takes for a number in clear. */
const LEAST_REASON = 4;

/** A mobile number as it is shown to everyone; who may, sees it in clear for a reason, until the page is left. */
export function MaskedNumber({
  of,
  id,
  name,
  masked,
}: {
  of: "registry" | "official" | "directory";
  id: string;
  name: string;
  masked: string;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const { may } = useSession();
  const [asking, setAsking] = useState(false);
  const done = { onSuccess: () => setAsking(false) };
  const contact = useMutation(trpc.registry.unmask.mutationOptions(done));
  const official = useMutation(trpc.official.unmask.mutationOptions(done));
  const duty = useMutation(trpc.directory.unmask.mutationOptions(done));
  const unmask = { registry: contact, official, directory: duty }[of];
  const send = (reason: string) => {
    const txId = createTxId();
    if (of === "directory") duty.mutate({ txId, post: id, reason });
    else (of === "registry" ? contact : official).mutate({ txId, id, reason });
  };
  const clear = unmask.data?.value;
  if (typeof clear === "string")
    return (
      <>
        <span className="code" data-testid="clear-number">
          {clear}
        </span>{" "}
        <small className="t3">{t("unmask.recorded")}</small>
      </>
    );
  return (
    <>
      <span className="code">{masked}</span>{" "}
      {may(`${of}.unmask`) && (
        <button type="button" className="btn link sm" onClick={() => setAsking(true)}>
          {t("unmask.show")}
        </button>
      )}
      {asking && (
        <ReasonModal
          title={t("unmask.of", { name })}
          hint={t("unmask.hint")}
          action={t("unmask.show")}
          least={LEAST_REASON}
          pending={unmask.isPending}
          error={unmask.error}
          onClose={() => setAsking(false)}
          onSubmit={({ reason }) => send(reason.trim())}
        />
      )}
    </>
  );
}
