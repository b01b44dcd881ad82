import type { OperationOutput } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { DoorLink } from "../../components/figures.js";
import { formatHours } from "../../components/hours.js";
import { Blank } from "../../components/notice.js";
import { Refusal } from "../../components/saving.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Where a scanned code leads: one tap signs in to the session. */
export function AttendPage() {
  const { session, code } = useParams({ strict: false }) as { session: string; code: string };
  const { t } = useText();
  const { reach } = useSession();
  const trpc = useTRPC();
  const client = useQueryClient();
  const [done, setDone] = useState<OperationOutput<"training.attend">>();
  const attend = useMutation(
    trpc.training.attend.mutationOptions({
      onSuccess: async (answer) => {
        setDone(answer);
        await client.invalidateQueries();
      },
    }),
  );
  const back = (
    <DoorLink door={{ to: "/field/training" }} className="btn">
      {t("own.back")}
    </DoorLink>
  );
  if (reach.officials.length === 0)
    return <Blank icon="person" title={t("field.not-official")} hint={t("field.not-official-hint")} />;
  if (done !== undefined)
    return (
      <Blank
        icon="check"
        tone="good"
        title={t("own.attended")}
        hint={t("own.attended-hint", { title: done.title, date: done.on, n: formatHours(done.minutes) })}
        actions={back}
      />
    );
  return (
    <div className="field-page">
      <section className="f-card">
        <h3>{t("training.code-title")}</h3>
        <Refusal error={attend.error} />
        {reach.officials.map((official) => (
          <Button
            key={official}
            type="primary"
            className="f-btn pri"
            loading={attend.isPending}
            onClick={() => attend.mutate({ txId: createTxId(), session, official, code })}
          >
            {t("own.attend")}
          </Button>
        ))}
        <p className="mt12">{back}</p>
      </section>
    </div>
  );
}
