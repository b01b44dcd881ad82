import type { DemonstrationPerson } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useEnter } from "../../session/use-enter.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { SignFrame } from "./sign-frame.js";

/** Chooses which of the invented people to be; only a demonstration has this way in. */
export function DemonstrationSignIn({ people }: { people: readonly DemonstrationPerson[] }) {
  const { t, name, clauses } = useText();
  const trpc = useTRPC();
  const enter = useEnter();
  const sentences = useErrorSentences();
  const become = useMutation(trpc.session.enterDemonstration.mutationOptions({ onSuccess: enter }));
  return (
    <SignFrame title={t("sign.demo-title")} foot={t("sign.demo-foot")} wide demo>
      <Notice tone="warn">{t("sign.demo-notice")}</Notice>
      {become.isError && <Notice tone="over">{sentences(become.error).join("")}</Notice>}
      <div className="demo-who">
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            disabled={become.isPending}
            onClick={() => become.mutate({ txId: createTxId(), person: person.id, carry: "cookie" })}
          >
            <span className="avatar" aria-hidden="true">
              {person.name.slice(0, 1)}
            </span>
            <span>{person.name}</span>
            <small>{clauses(name("role", person.leading ? "leading" : person.role), person.place)}</small>
          </button>
        ))}
      </div>
    </SignFrame>
  );
}
